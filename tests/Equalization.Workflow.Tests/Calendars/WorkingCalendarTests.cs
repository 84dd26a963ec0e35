using System.Diagnostics;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Infrastructure.Databases;

namespace Equalization.Workflow.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar China = new(CalendarLoader.Days());

    [Fact]
    public void Counting_at_once_is_counting_day_by_day()
    {
        var random = new Random(20180301);
        for (var i = 0; i < 2000; i++)
        {
            var from = new DateOnly(2017, 6, 1).AddDays(random.Next(3600));
            var term = random.Next(400);
            var (day, left) = (from, term);
            while (left > 0)
            {
                day = day.AddDays(1);
                left -= China.IsWorkingDay(day) ? 1 : 0;
            }

            Assert.Equal(day, China.AddWorkingDays(from, term));
            Assert.Equal(term, China.WorkingDaysBetween(from, day));
            Assert.Equal(-term, China.WorkingDaysBetween(day, from));
        }
    }

    [Fact]
    public void A_term_of_thousands_of_years_costs_no_more_than_one_of_days()
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 10_000; i++)
        {
            var to = China.AddWorkingDays(new DateOnly(2018, 3, 1), 2_000_000);
            Assert.Equal(2_000_000, China.WorkingDaysBetween(new DateOnly(2018, 3, 1), to));
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }

    [Fact]
    public void A_term_beyond_the_last_day_there_is_does_not_exist() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => China.AddWorkingDays(new DateOnly(2018, 3, 1), int.MaxValue));

    [Theory]
    [InlineData("2018-09-30", 1, "2018-10-08", "after the National Day week, 29 and 30 September being worked")]
    [InlineData("2018-09-28", 2, "2018-09-30", "a Saturday and a Sunday worked")]
    [InlineData("2019-12-31", 1, "2020-01-02", "over the year's end")]
    [InlineData("2020-02-28", 1, "2020-03-02", "a leap day on a Saturday")]
    [InlineData("2024-02-28", 1, "2024-02-29", "a leap day on a Thursday")]
    [InlineData("2018-03-01", 0, "2018-03-01", "a term of no days")]
    [InlineData("2018-03-03", 0, "2018-03-03", "a term of no days from a Saturday")]
    public void A_term_ends(string from, int term, string to, string why) =>
        Assert.True(DateOnly.Parse(to, null) == China.AddWorkingDays(DateOnly.Parse(from, null), term), why);

    [Fact]
    public void A_year_without_days_is_counted_by_week_ends_and_says_so()
    {
        Assert.False(China.Knows(2031));
        Assert.Equal(new DateOnly(2031, 10, 3), China.AddWorkingDays(new DateOnly(2031, 9, 30), 3));
        Assert.Equal([2031], China.UnknownYears(new DateOnly(2031, 1, 1), new DateOnly(2031, 12, 31)));
        Assert.Equal([2027, 2028], China.UnknownYears(new DateOnly(2028, 1, 5), new DateOnly(2026, 12, 30)));
        Assert.Empty(China.UnknownYears(new DateOnly(2018, 1, 1), new DateOnly(2018, 12, 31)));
    }

    [Fact]
    public void A_deadline_ends_with_the_end_of_its_day_in_China()
    {
        var day = new DateOnly(2018, 12, 31);
        var end = ChinaTime.EndOf(day).UtcDateTime;

        Assert.Equal(new DateTime(2018, 12, 31, 16, 0, 0, DateTimeKind.Utc), end);
        Assert.Equal(day, ChinaTime.DayOf(end.AddTicks(-1)));
        Assert.Equal(new DateOnly(2019, 1, 1), ChinaTime.DayOf(end));
        Assert.Equal(day, ChinaTime.DayOf(ChinaTime.StartOf(day)));
    }

    [Fact]
    public void A_term_says_itself_and_is_never_negative()
    {
        Assert.Equal("5 个工作日", WorkingDays.Of(5).ToString());
        Assert.Equal("working-days", Assert.Throws<RuleBroken>(() => WorkingDays.Of(-1)).Code);
        Assert.True(WorkingDays.Of(3).CompareTo(WorkingDays.None) > 0);
    }
}
