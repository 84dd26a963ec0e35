using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Progress;
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

    [Fact]
    public void Days_held_are_no_time_that_the_work_had()
    {
        // Ninety days from the day after half time, by which the due day moved.
        var (resumedOn, dueOn) = (Half.AddDays(90), DueOn.AddDays(90));
        var held = HeldDays.None.With(Half.AddDays(1), resumedOn);

        var after = On(resumedOn, Facts with { DueOn = dueOn, Held = held });

        Assert.Equal((Percent.Of(50), Light.Green), (after.Expected, after.Light));
        Assert.Equal(Percent.Of(51), LightRule.Expected(StartOn, dueOn, resumedOn.AddDays(1), held));
        Assert.Equal(Percent.Full, LightRule.Expected(StartOn, dueOn, dueOn, held));
    }

    [Fact]
    public void A_report_whose_period_ended_while_held_is_not_asked_for_and_one_whose_term_ran_goes_on_with_it()
    {
        // January's report was due on 7 February; two of its five working days were left when the clock was stopped, from 6 February to 9 March.
        var quiet = Facts with { Reported = null, ReportedThrough = null, DueOn = new DateOnly(2018, 9, 30), Held = HeldDays.None.With(new(2018, 2, 6), new(2018, 3, 9)) };

        Assert.False(On(new DateOnly(2018, 3, 13), quiet).Silent);
        Assert.Equal([("2018-01", new DateOnly(2018, 3, 13))], Silences(quiet, new DateOnly(2018, 3, 14)));
        // February ended while held: the next that is asked for is March.
        Assert.Empty(Silences(quiet with { Reported = Percent.Of(9), ReportedThrough = new DateOnly(2018, 1, 31) }, new DateOnly(2018, 3, 30)));
        Assert.Equal([("2018-03", new DateOnly(2018, 4, 9))], Silences(quiet, new DateOnly(2018, 4, 10)));
        // What was owed before is owed still.
        Assert.Equal([("2018-01", new DateOnly(2018, 2, 7))], Silences(quiet with { Held = HeldDays.None.With(new(2018, 2, 20), new(2018, 3, 9)) }, new DateOnly(2018, 3, 12)));
    }

    [Fact]
    public void A_unit_reports_on_the_latest_period_asked_for_though_one_that_was_held_lies_between()
    {
        var quiet = Facts with { Reported = null, ReportedThrough = null, Held = HeldDays.None.With(new(2018, 2, 6), new(2018, 3, 9)) };

        var periods = ReportPeriods.On(new DateOnly(2018, 3, 12), quiet, ReportCycle.Month);

        Assert.Equal(["2018-03", "2018-02", "2018-01"], periods.Open.Select(p => p.Code));
        Assert.Equal("2018-01", periods.Proposed!.Value.Code);
        Assert.Equal("2018-03", ReportPeriods.On(new DateOnly(2018, 3, 12), quiet with { ReportedThrough = new DateOnly(2018, 1, 31) }, ReportCycle.Month).Proposed!.Value.Code);
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

    private static List<(string Period, DateOnly DueOn)> Silences(LightFacts facts, DateOnly day) =>
        On(day, facts) is { Silent: true } judged ? [((string)judged.SilentArguments[0], (DateOnly)judged.SilentArguments[1])] : [];

    private static Judgement On(DateOnly day, LightFacts facts) => LightRule.Judge(facts, Monthly, Calendar, day);
}
