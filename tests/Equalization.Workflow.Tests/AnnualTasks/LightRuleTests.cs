using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.AnnualTasks;

/// <summary>The bounds of ESCALATION.md §2's default set, on facts alone.</summary>
public sealed class LightRuleTests
{
    // A hundred days, so that one day is one point.
    private static readonly DateOnly StartOn = new(2018, 1, 1);
    private static readonly DateOnly DueOn = new(2018, 4, 10);
    private static readonly DateOnly Half = new(2018, 2, 19);

    private static readonly WorkingCalendar Calendar = new(CityPeople.Calendar());

    private static readonly RuleSet Monthly = new() { Number = 1, ReportCycle = ReportCycle.Month };

    private static readonly LightFacts Facts = new(
        true, StartOn, DueOn, new DateOnly(2018, 1, 8), Percent.Of(50), new DateOnly(2018, 1, 31), StartOn, OwnWord.OnSchedule, 0, null);

    [Fact]
    public void Expected_progress_counts_both_ends()
    {
        Assert.Equal(Percent.Of(1), LightRule.Expected(StartOn, DueOn, StartOn));
        Assert.Equal(Percent.Of(50), LightRule.Expected(StartOn, DueOn, Half));
        Assert.Equal(Percent.Full, LightRule.Expected(StartOn, DueOn, DueOn));
        Assert.Equal(Percent.Zero, LightRule.Expected(StartOn, DueOn, StartOn.AddDays(-1)));
    }

    [Theory]
    [InlineData(40.01, Light.Green)]
    [InlineData(40, Light.Yellow)]
    [InlineData(20, Light.Yellow)]
    [InlineData(19.99, Light.Red)]
    public void Ten_and_thirty_points_behind_are_both_yellow(decimal reported, Light light) =>
        Assert.Equal(light, On(Half, Facts with { Reported = Percent.Of(reported) }).Light);

    [Fact]
    public void The_due_day_is_not_overdue_until_it_has_ended_in_China()
    {
        var lastMinute = ChinaTime.StartOf(DueOn).AddHours(23).AddMinutes(59);

        var nearlyDone = Facts with { Reported = Percent.Of(95) };

        Assert.Equal(Light.Blue, On(ChinaTime.DayOf(lastMinute), nearlyDone).Light);
        Assert.Equal(Light.Red, On(ChinaTime.DayOf(lastMinute.AddMinutes(1)), nearlyDone).Light);
    }

    [Fact]
    public void Blue_begins_three_working_days_before_the_day_and_holidays_do_not_count()
    {
        // Tomb-Sweeping 2018: 5 to 7 April off, Sunday 8 April worked. After Wednesday the 4th: 8, 9, 10 April.
        var done = Facts with { Reported = Percent.Of(95) };

        Assert.Equal(3, Calendar.WorkingDaysBetween(new DateOnly(2018, 4, 4), DueOn));
        Assert.Equal(Light.Blue, On(new DateOnly(2018, 4, 4), done).Light);
        Assert.Equal(Light.Green, On(new DateOnly(2018, 4, 3), done).Light);
    }

    [Fact]
    public void Work_reported_complete_is_not_near_its_day() =>
        Assert.Equal(Light.Green, On(new DateOnly(2018, 4, 9), Facts with { Reported = Percent.Full }).Light);

    [Theory]
    [InlineData(2, Light.Yellow)]
    [InlineData(3, Light.Red)]
    public void Three_yellow_months_in_a_row_are_red_while_it_is_still_behind(int months, Light light) =>
        Assert.Equal(light, On(Half, Facts with { YellowMonths = months, OwnWord = OwnWord.SlowButInTime }).Light);

    [Fact]
    public void A_unit_that_caught_up_is_green_whatever_the_months_before() =>
        Assert.Equal(Light.Green, On(Half, Facts with { YellowMonths = 3 }).Light);

    [Fact]
    public void What_the_unit_says_of_itself_raises_the_light()
    {
        Assert.Equal(Light.Yellow, On(Half, Facts with { OwnWord = OwnWord.SlowButInTime }).Light);
        Assert.Equal(Light.Red, On(Half, Facts with { OwnWord = OwnWord.CannotFinish }).Light);
    }

    [Fact]
    public void An_unsigned_part_is_grey_until_its_day_has_passed()
    {
        var unsigned = Facts with { Signed = false, SignedOn = null, Reported = null, ReportedThrough = null };

        Assert.Equal(Light.Grey, On(Half, unsigned).Light);
        Assert.Equal(Light.Red, On(DueOn.AddDays(1), unsigned).Light);
    }

    [Fact]
    public void A_unit_is_silent_once_the_grace_after_the_period_is_over()
    {
        // January's report is due five working days after the 31st: 7 February.
        var quiet = Facts with { Reported = null, ReportedThrough = null };

        Assert.False(On(new DateOnly(2018, 2, 7), quiet).Silent);
        Assert.True(On(new DateOnly(2018, 2, 8), quiet).Silent);
        Assert.False(On(new DateOnly(2018, 2, 8), Facts).Silent);
    }

    [Fact]
    public void A_light_says_why()
    {
        var yellow = On(Half, Facts with { Reported = Percent.Of(40) });

        Assert.Equal(
            "距期限 2018-04-10 还有 34 个工作日，进度 40%，落后序时进度 10 个百分点",
            string.Format(CultureInfo.InvariantCulture, yellow.Reason.Replace("{0}", "2018-04-10", StringComparison.Ordinal), [.. yellow.Arguments]));
    }

    private static Judgement On(DateOnly day, LightFacts facts) => LightRule.Judge(facts, Monthly, Calendar, day);
}
