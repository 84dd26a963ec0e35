using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Interviews.Rules;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Interviews;

public sealed class InterviewRulesTests
{
    private static readonly WorkingCalendar Calendar = new(CityPeople.Calendar());

    private static InterviewRules Rules => Make(InterviewTerms.Default);

    /// <summary>Signed Monday 9 April 2018 at ten.</summary>
    private static DateTime Monday => At(new DateOnly(2018, 4, 9), 10);

    [Theory]
    [InlineData(4, 11, 9, null)]
    [InlineData(4, 16, 16, null)]
    [InlineData(4, 10, 9, "meeting-ahead")]
    [InlineData(4, 9, 15, "meeting-ahead")]
    [InlineData(4, 9, 9, "meeting-past")]
    [InlineData(4, 6, 9, "meeting-past")]
    [InlineData(4, 14, 9, "meeting-day")]
    [InlineData(4, 15, 9, "meeting-day")]
    [InlineData(4, 17, 9, "meeting-late")]
    [InlineData(4, 12, 8, "meeting-hours")]
    [InlineData(4, 12, 17, "meeting-hours")]
    [InlineData(4, 12, 22, "meeting-hours")]
    public void A_meeting_keeps_notice_week_and_office_hours(int month, int day, int hour, string? code) =>
        Assert.Equal(code, Code(() => Rules.MustSuit(At(new DateOnly(2018, month, day), hour), 60, Calendar, Monday)));

    [Fact]
    public void A_holiday_is_named_with_the_next_working_day()
    {
        var now = At(new DateOnly(2018, 4, 25), 10);
        var refusal = Assert.Throws<RuleBroken>(() => Rules.MustSuit(At(new DateOnly(2018, 4, 30), 9), 60, Calendar, now));
        Assert.Equal("meeting-day", refusal.Code);
        Assert.Equal([new DateOnly(2018, 4, 30), "劳动节", new DateOnly(2018, 5, 2)], refusal.Arguments);
    }

    [Fact]
    public void A_make_up_Saturday_or_Sunday_is_a_day_to_meet()
    {
        // Saturday 28 April 2018 is worked.
        Rules.MustSuit(At(new DateOnly(2018, 4, 28), 9), 60, Calendar, At(new DateOnly(2018, 4, 25), 10));
        Assert.Equal("meeting-day", Code(() => Rules.MustSuit(At(new DateOnly(2018, 4, 21), 9), 60, Calendar, At(new DateOnly(2018, 4, 18), 10))));
    }

    [Fact]
    public void A_week_that_ends_on_a_holiday_ends_on_the_next_working_day()
    {
        // Signed Thursday 8 February 2018: the seventh day is the 15th, the first of Spring Festival, which lasts to the 21st.
        var now = At(new DateOnly(2018, 2, 8), 10);
        Rules.MustSuit(At(new DateOnly(2018, 2, 22), 9), 60, Calendar, now);
        Assert.Equal("meeting-late", Code(() => Rules.MustSuit(At(new DateOnly(2018, 2, 23), 9), 60, Calendar, now)));
        Assert.Equal("meeting-day", Code(() => Rules.MustSuit(At(new DateOnly(2018, 2, 16), 9), 60, Calendar, now)));
    }

    [Fact]
    public void A_meeting_ends_within_office_hours_to_the_minute()
    {
        var meets = At(new DateOnly(2018, 4, 12), 16);
        Rules.MustSuit(meets, 90, Calendar, Monday);
        Assert.Equal("meeting-hours", Code(() => Rules.MustSuit(meets, 91, Calendar, Monday)));
    }

    [Fact]
    public void No_notice_ahead_lets_it_be_held_the_same_day() =>
        Make(InterviewTerms.Default with { NoticeAheadDays = 0 }).MustSuit(Monday.AddHours(5), 60, Calendar, Monday);

    [Theory]
    [InlineData("interview-days")]
    [InlineData("interview-hours")]
    [InlineData("interview-list")]
    [InlineData("interview-no-show")]
    public void A_rule_that_makes_no_sense_is_refused(string code)
    {
        var terms = InterviewTerms.Default;
        terms = code switch
        {
            "interview-days" => terms with { HoldWithinDays = 1 },
            "interview-hours" => terms with { ClosesAt = terms.OpensAt },
            "interview-list" => terms with { Kinds = " \n " },
            _ => terms with { NoShowText = "" },
        };
        Assert.Equal(code, Code(() => Make(terms)));
    }

    [Fact]
    public void A_later_version_needs_its_reason() =>
        Assert.Equal("rules-note", Code(() => new InterviewRules(Guid.NewGuid(), 2, InterviewTerms.Default, " ", "管理员", Monday)));

    internal static string? Code(Action act) => Record.Exception(act) is RuleBroken refusal ? refusal.Code : null;

    private static InterviewRules Make(InterviewTerms terms) => new(Guid.NewGuid(), 1, terms, null, "系统", Monday);

    private static DateTime At(DateOnly day, int hour) => ChinaTime.StartOf(day).AddHours(hour);
}
