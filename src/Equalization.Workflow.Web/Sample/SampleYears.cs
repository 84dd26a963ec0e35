using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Snapshots;

namespace Equalization.Workflow.Web.Sample;

/// <summary>
/// Two years of the sample city as a list of acts by day. Last year runs to its end, but for a few slow tasks that stay open; this year
/// runs to the hour of loading, in whose last days one task each is brought into every state.
/// </summary>
internal sealed class SampleYears(IServiceProvider world, SampleCast cast, SampleClock time, Guid planId, DateOnly today, int hour)
{
    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateOnly Day, int Order)> acts = new();
    private readonly SampleActs scene = new(world, cast);
    private readonly SampleAccreditations rounds = new(world, cast, today);
    private int order;

    /// <summary>Days before today on whose mornings the day before was sealed and the reminders went out: inboxes and bulletins have something to show.</summary>
    private const int LastMornings = 7;

    public async Task Live(CancellationToken ct)
    {
        var issuedLast = new DateOnly(today.Year - 1, 2, 20);
        var issuedNow = today.DayOfYear >= 60 ? new DateOnly(today.Year, 2, 20) : Later(new DateOnly(today.Year, 1, 1), today.AddDays(-12));
        On(issuedLast, async ct1 => LastYear(await scene.Issue(planId, issuedLast, null, ct1)));
        On(issuedNow, async ct1 => ThisYear(await scene.Issue(planId, issuedNow, today, ct1), issuedNow));
        On(new DateOnly(today.Year - 1, 3, 15), ct1 => rounds.Open(new DateOnly(today.Year - 1, 3, 15), ct1));
        On(new DateOnly(today.Year - 1, 11, 20), ct1 => rounds.HandIn(new DateOnly(today.Year - 1, 11, 20), ct1));
        On(today.AddDays(-12), ct1 => rounds.Begin(today.AddDays(-12), ct1));
        On(today.AddDays(-5), ct1 => rounds.Find(today.AddDays(-5), ct1));
        for (var month = new DateOnly(today.Year - 1, 3, 1); month <= today; month = month.AddMonths(1))
        {
            On(month, ct1 => world.GetRequiredService<SweepService>().Run(ct1));
        }

        for (var last = today.AddDays(-LastMornings); last < today; last = last.AddDays(1))
        {
            On(last, ct1 => world.GetRequiredService<SnapshotService>().Run(ct1));
            On(last, ct1 => world.GetRequiredService<ReminderService>().Run(ct1));
        }

        On(today, ct1 => world.GetRequiredService<SnapshotService>().Run(ct1));

        var passage = new Passage(world, time);
        var (day, minute) = (DateOnly.MinValue, 0);
        while (acts.TryDequeue(out var act, out var when) && when.Day <= today)
        {
            // Acts of one day follow one another by the minute, within office hours.
            minute = when.Day == day ? Math.Min(minute + 1, 7 * 60) : 0;
            day = when.Day;
            await passage.To(ChinaTime.StartOf(day).AddMinutes((9 * 60) + minute), ct);
            await act(ct);
        }

        await passage.To(ChinaTime.StartOf(today).AddHours(hour), ct);
        await world.GetRequiredService<SweepService>().Run(ct);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private void On(DateOnly day, Func<CancellationToken, Task> act) => acts.Enqueue(act, (day, order++));

    /// <summary>Everything is reported by quarters and written off before the year's end; the slow ones are still open today.</summary>
    private void LastYear(IReadOnlyList<SampleTask> tasks)
    {
        var year = today.Year - 1;
        DateOnly[] reports = [new(year, 4, 8), new(year, 7, 8), new(year, 10, 12)];
        for (var i = 0; i < tasks.Count; i++)
        {
            var (task, index) = (tasks[i], i);
            var slow = i % 8 == 5;
            SignAll(task, new DateOnly(year, 2, 21).AddDays(i % 5));
            for (var quarter = 0; quarter < reports.Length; quarter++)
            {
                var percent = (slow ? 15m : 27m) * (quarter + 1);
                var day = reports[quarter].AddDays(i % 4);
                On(day, ct => scene.Report(task, percent, index, false, day, ct));
            }

            if (!slow)
            {
                Complete(task, new DateOnly(year, 12, 5).AddDays(i % 15), returned: i % 7 == 3);
            }
        }
    }

    private void ThisYear(IReadOnlyList<SampleTask> tasks, DateOnly issued)
    {
        SampleTask At(int index) => tasks[index % tasks.Count];
        var (unsigned, declined, toHead, returned, help) = (At(10), At(22), At(25), At(1), At(11));
        var quiet = new HashSet<SampleTask> { toHead, returned, help };
        var near = Later(issued, today.AddDays(-2));
        for (var i = 0; i < tasks.Count; i++)
        {
            var (task, index) = (tasks[i], i);
            if (task == unsigned || task == declined)
            {
                continue;
            }

            SignAll(task, Earlier(near, issued.AddDays(1 + (i % 5))));
            var pace = (index % 6) switch { 0 => 0.45m, 1 => 0.95m, _ => 1.2m };
            var ends = QuarterEnds().Where(e => e.AddDays(7) < today.AddDays(quiet.Contains(task) ? -100 : -6) && index % 11 != 5).ToList();
            foreach (var end in ends)
            {
                var percent = Math.Min(95m, Math.Round(end.DayOfYear * 100m / 365m * pace));
                On(end.AddDays(7), ct => scene.Report(task, percent, index, end == ends[^1], end.AddDays(7), ct));
            }
        }

        var now = Later(issued, today.AddDays(-1));
        On(near, ct => scene.Decline(declined, near, ct));
        On(near, ct => scene.ReportToHead(toHead, near, ct));
        On(near, ct => scene.ReportReturned(returned, near, ct));
        On(near, ct => scene.AskHelp(help, near, ct));
        On(near, ct => scene.AskExtension(At(12), near, 15, ct));
        On(now, ct => scene.GrantExtension(At(12), now, ct));
        On(now, ct => scene.AskExtension(At(20), now, 20, ct));
        On(near, ct => scene.AskCompletion(At(24), near, ct));
        On(near, ct => scene.AskCompletion(At(19), near, ct));
        On(now, ct => scene.ReturnCompletion(At(19), now, today.AddDays(10), ct));
        On(near, ct => scene.AskCompletion(At(0), near, ct));
        On(now, ct => scene.WriteOff(At(0), now, ct));
    }

    private IEnumerable<DateOnly> QuarterEnds() =>
        new[] { (3, 31), (6, 30), (9, 30), (12, 31) }.Select(q => new DateOnly(today.Year, q.Item1, q.Item2));

    private void SignAll(SampleTask task, DateOnly day)
    {
        foreach (var part in task.Parts)
        {
            On(day, ct => scene.Sign(part, day, ct));
        }
    }

    private void Complete(SampleTask task, DateOnly day, bool returned)
    {
        On(day, ct => scene.AskCompletion(task, day, ct));
        if (returned)
        {
            On(day.AddDays(2), ct => scene.ReturnCompletion(task, day.AddDays(2), new DateOnly(day.Year, 12, 31), ct));
            On(day.AddDays(4), ct => scene.AskCompletion(task, day.AddDays(4), ct));
        }

        var decided = day.AddDays(returned ? 6 : 3);
        On(decided, ct => scene.WriteOff(task, decided, ct));
    }
}
