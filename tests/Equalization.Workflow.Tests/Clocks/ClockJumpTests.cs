using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Clocks;

/// <summary>A clock that jumps a day ahead or back, seen through the services that the jobs call.</summary>
public sealed class ClockJumpTests
{
    [Fact]
    public async Task A_day_that_comes_again_sends_nothing_again_and_a_day_skipped_loses_nothing()
    {
        await using var city = await TestCity.Create();
        var due = new DateOnly(2018, 5, 13);
        await city.LaySignedTask(due);
        var monday = due.AddDays(1);
        city.Clock.SetDay(monday);
        await Jobs(city);
        var first = await Sent(city);

        city.Clock.SetDay(monday.AddDays(1));
        await Jobs(city);
        var second = await Sent(city);
        foreach (var day in (DateOnly[])[monday, monday.AddDays(1), monday])
        {
            city.Clock.SetDay(day);
            await Jobs(city);
        }

        Assert.Equal(second, await Sent(city));
        Assert.True(first.Digests > 0, "A task that is overdue is told of.");
        Assert.Equal(0, await city.Read(db => db.Notices.Where(n => n.OnceKey != null).GroupBy(n => new { n.PersonId, n.OnceKey }).CountAsync(g => g.Count() > 1, TestCity.Ct)));

        // Nobody looked on Wednesday; Thursday's look finds what it finds on its own day, once.
        city.Clock.SetDay(monday.AddDays(3));
        await Jobs(city);
        var thursday = await Sent(city);
        await Jobs(city);
        Assert.Equal(thursday, await Sent(city));
        Assert.True(thursday.Snapshots > second.Snapshots);
    }

    private static async Task Jobs(TestCity city)
    {
        await city.Get<ProcessTimers>().FireDue(TestCity.Ct);
        await city.Get<SweepService>().Run(TestCity.Ct);
        await city.Get<ReminderService>().Run(TestCity.Ct);
        await city.Get<SnapshotService>().Run(TestCity.Ct);
        await city.Get<CalendarChangeService>().Run(TestCity.Ct);
    }

    private static async Task<(int Digests, int Notices, int Snapshots)> Sent(TestCity city) => (
        await city.Read(db => db.Notices.CountAsync(n => n.Kind == Core.Notifications.NoticeKind.Digest, TestCity.Ct)),
        await city.Read(db => db.Notices.CountAsync(TestCity.Ct)),
        await city.Read(db => db.Snapshots.CountAsync(TestCity.Ct)));
}
