using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Equalization.Workflow.Tests.Deadlines.Reminders;

/// <summary>Tomb-Sweeping 2018: 5 to 7 April off (Thursday to Saturday), Sunday the 8th worked.</summary>
public sealed class ReminderDaysTests
{
    private static readonly WorkingCalendar Calendar = new(CityPeople.Calendar());

    [Theory]
    [InlineData("2018-04-11", 0, "2018-04-11")]
    [InlineData("2018-04-11", -1, "2018-04-10")]
    [InlineData("2018-04-11", -4, "2018-04-04")]
    [InlineData("2018-04-06", 0, "2018-04-04")]
    [InlineData("2018-04-06", -1, "2018-04-03")]
    [InlineData("2018-04-06", 1, "2018-04-08")]
    [InlineData("2018-04-04", 2, "2018-04-09")]
    [InlineData("2018-04-14", 1, "2018-04-16")]
    public void A_rung_belongs_to_a_working_day(string due, int offset, string trigger) =>
        Assert.Equal(DateOnly.Parse(trigger), ReminderDays.Trigger(Calendar, DateOnly.Parse(due), offset));

    [Theory]
    [InlineData("2018-04-11", "2018-04-11", 0)]
    [InlineData("2018-04-11", "2018-04-10", -3)]
    [InlineData("2018-04-11", "2018-04-12", 1)]
    [InlineData("2018-04-11", "2018-04-17", 1)]
    [InlineData("2018-04-11", "2018-04-18", 5)]
    public void Of_the_rungs_whose_day_has_come_the_latest_is_sent(string due, string day, int offset) =>
        Assert.Equal(offset, ReminderDays.Latest(Calendar, [-3, 0, 1, 5], DateOnly.Parse(due), DateOnly.Parse(day)));

    [Fact]
    public void What_announces_a_day_is_not_sent_after_it() =>
        Assert.Null(ReminderDays.Latest(Calendar, [-3, 0], new DateOnly(2018, 4, 11), new DateOnly(2018, 4, 12)));

    [Fact]
    public void A_day_on_the_days_off_is_announced_on_the_working_day_before_and_not_after() =>
        Assert.Equal(
            [-3, 0, null],
            new[] { "2018-04-03", "2018-04-04", "2018-04-08" }.Select(day => ReminderDays.Latest(Calendar, [-3, 0], new DateOnly(2018, 4, 6), DateOnly.Parse(day))));

    [Fact]
    public void A_rung_is_caught_up_for_ten_working_days_and_then_given_up()
    {
        var due = new DateOnly(2018, 5, 2);
        var last = Calendar.AddWorkingDays(due, 1 + ReminderDays.CatchUp);
        Assert.Equal(1, ReminderDays.Latest(Calendar, [1], due, last));
        Assert.Null(ReminderDays.Latest(Calendar, [1], due, Calendar.AddWorkingDays(last, 1)));
    }

    /// <summary>The span by which rows are read must hold every day of which something is sent: held against trying every day of two years.</summary>
    [Fact]
    public void The_span_of_due_days_leaves_out_nothing_that_is_sent()
    {
        var offsets = Gen.Choose(-60, 60).NonEmptyListOf().Select(l => l.Take(4).Distinct().Order().ToArray());
        var day = Gen.Choose(0, 700).Select(n => new DateOnly(2018, 1, 2).AddDays(n)).Where(Calendar.IsWorkingDay);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(offsets.ToArbitrary(), day.ToArbitrary(), (some, on) =>
        {
            var (first, last) = ReminderDays.DueBetween(Calendar, some, on, on);
            for (var due = on.AddDays(-150); due < on.AddDays(150); due = due.AddDays(1))
            {
                if (ReminderDays.Latest(Calendar, some, due, on) is not null)
                {
                    Assert.InRange(due, first, last);
                }
            }
        }));
    }
}
