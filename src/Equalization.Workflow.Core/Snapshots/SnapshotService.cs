using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Snapshots;

/// <summary>What one run sealed.</summary>
public sealed record SnapshotRun(int Snapshots, int Parts);

/// <summary>
/// Seals the day that has ended, once for each jurisdiction: a second run finds it sealed. A night that was missed is sealed when the program
/// is back, as it then stands, and its row says when; nights before it cannot be known any more and stay empty.
/// </summary>
public sealed class SnapshotService(IDbContextFactory<WorkflowDb> contexts, Transact transact, WorkingCalendars calendars, TimeProvider clock)
{
    private const int DueSoonDays = 7;

    public async Task<SnapshotRun> Run(CancellationToken ct)
    {
        var today = clock.Today();
        var on = today.AddDays(-1);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jurisdictions = await db.Jurisdictions.Where(j => !db.Snapshots.Any(s => s.JurisdictionId == j.Id && s.On == on)).Select(j => j.Id).ToListAsync(ct);
        var run = new SnapshotRun(0, 0);
        foreach (var jurisdiction in jurisdictions)
        {
            var parts = await transact.Run(Actor.System(jurisdiction, today), "封存数据快照", (own, act) => Seal(own, act, on, ct), ct);
            run = parts is null ? run : new SnapshotRun(run.Snapshots + 1, run.Parts + parts.Value);
        }

        return run;
    }

    /// <summary>Parts sealed; null when another run was quicker, or the clock went back behind a day that is sealed.</summary>
    private async Task<int?> Seal(WorkflowDb db, CurrentAct act, DateOnly on, CancellationToken ct)
    {
        var jurisdictionId = act.Actor.JurisdictionId;
        var previous = await db.Snapshots.Where(s => s.JurisdictionId == jurisdictionId).OrderByDescending(s => s.Number)
            .Select(s => new { s.Number, s.On, s.Hash }).FirstOrDefaultAsync(ct);
        if (previous?.On >= on)
        {
            return null;
        }

        var number = (previous?.Number ?? 0) + 1;
        var previousHash = previous?.Hash ?? "";
        using var text = new SnapshotText(jurisdictionId, number, on, previousHash);
        var count = await Read(db, jurisdictionId, on, text, ct);
        var pages = text.Pages();
        var snapshot = new Snapshot
        {
            JurisdictionId = jurisdictionId,
            Number = number,
            On = on,
            MadeAt = act.At,
            Tasks = count.Tasks,
            Parts = count.Parts,
            Grey = count.Of(Light.Grey),
            Blue = count.Of(Light.Blue),
            Green = count.Of(Light.Green),
            Yellow = count.Of(Light.Yellow),
            Red = count.Of(Light.Red),
            Overdue = count.Overdue,
            Silent = count.Silent,
            DueSoon = count.DueSoon,
            WaitsForOffice = await WaitsForOffice(db, jurisdictionId, ct),
            PreviousHash = previousHash,
            Bytes = text.Bytes,
        };
        snapshot.Seal(text);
        db.Add(snapshot);
        db.AddRange(pages.Select((content, i) => new SnapshotPage { SnapshotId = snapshot.Id, Number = i, Content = content, Hash = SnapshotText.HashOf(content) }));
        return count.Parts;
    }

    /// <summary>Reads part by part, in the order of ledger numbers, so that one statement sees one state and none of it is tracked.</summary>
    private async Task<Counts> Read(WorkflowDb db, Guid jurisdictionId, DateOnly day, SnapshotText text, CancellationToken ct)
    {
        var rules = await db.RuleSets.AsNoTracking().Where(r => r.JurisdictionId == jurisdictionId).ToDictionaryAsync(r => r.Number, ct);
        var calendar = await calendars.Current(ct);
        var (ended, newYear) = (ChinaTime.StartOf(day.AddDays(1)), new DateOnly(day.Year, 1, 1));
        var parts = from task in db.AnnualTasks
                    where task.JurisdictionId == jurisdictionId && task.IssuedAt < ended
                          && (task.ClosedOn == null || task.ClosedOn > day || (task.State == TaskState.WrittenOff && task.ClosedOn >= newYear))
                    join u in db.TaskUnits on task.Id equals u.TaskId
                    where u.State != TaskUnitState.Released
                    orderby task.Number, u.Id
                    select new SnapshotPart(
                        u.Id, task.Number, task.State, task.CurrentDueOn, task.FirstDueOn, task.RuleSetNumber, u.UnitId, u.Role, u.State,
                        new LightFacts(u.SignedOn != null, u.StartOn, u.DueOn, u.SignDueOn, u.Reported, u.ReportedThrough, u.SignedOn, u.OwnWord, u.YellowMonths,
                            task.ClosedOn > day ? null : task.ClosedOn)
                        {
                            HeldSince = u.HeldSince,
                            Held = u.Held,
                            HeldLateDays = u.HeldLateDays,
                        });
        var charged = await Charged(db, jurisdictionId, day, calendar, ct);
        var counts = new Counts(day, day.AddDays(DueSoonDays));
        await foreach (var part in parts.AsAsyncEnumerable().WithCancellation(ct))
        {
            var judgement = LightRule.Judge(part.Facts, rules[part.RuleSetNumber], calendar, day);
            if (part.IsOpen)
            {
                counts.Add(part, judgement);
            }

            var until = part.Facts.DoneOn ?? (part.Facts.HeldSince <= day ? part.Facts.HeldSince.Value.AddDays(-1) : day);
            var late = until > part.Facts.DueOn ? calendar.WorkingDaysBetween(part.Facts.DueOn, until) - part.Facts.HeldLateDays : 0;
            text.Add(part, judgement, late, Math.Min(late, charged.GetValueOrDefault(part.Id)));
        }

        return counts;
    }

    /// <summary>By the clock ledger as the day ended, for the parts of all tasks of which one is late.</summary>
    private static async Task<Dictionary<Guid, int>> Charged(WorkflowDb db, Guid jurisdictionId, DateOnly day, WorkingCalendar calendar, CancellationToken ct)
    {
        var newYear = new DateOnly(day.Year, 1, 1);
        var late = await (from task in db.AnnualTasks
                          where task.JurisdictionId == jurisdictionId && (task.ClosedOn == null || (task.State == TaskState.WrittenOff && task.ClosedOn >= newYear))
                                && db.TaskUnits.Any(u => u.TaskId == task.Id && u.State != TaskUnitState.Released && u.DueOn < day && (task.ClosedOn == null || u.DueOn < task.ClosedOn))
                          select task.Id).ToListAsync(ct);
        return await ClockBook.Charged(db, late, ChinaTime.StartOf(day.AddDays(1)), calendar, ct);
    }

    private static async Task<int> WaitsForOffice(WorkflowDb db, Guid jurisdictionId, CancellationToken ct) =>
        await db.TaskUnits.CountAsync(u => u.JurisdictionId == jurisdictionId && u.State == TaskUnitState.Declined, ct)
        + await db.ExtensionRequests.CountAsync(e => e.JurisdictionId == jurisdictionId && e.State == ExtensionState.WithOffice, ct)
        + await db.CompletionRequests.CountAsync(c => c.JurisdictionId == jurisdictionId && c.State == CompletionState.WithOffice, ct);

    /// <summary>Counts as the parts pass by; those of one task follow each other.</summary>
    private sealed class Counts(DateOnly on, DateOnly soon)
    {
        private readonly int[] lights = new int[Enum.GetValues<Light>().Length];
        private string task = "";
        private bool taskIsSilent;

        public int Tasks { get; private set; }

        public int Parts { get; private set; }

        public int Overdue { get; private set; }

        public int Silent { get; private set; }

        public int DueSoon { get; private set; }

        public int Of(Light light) => lights[(int)light];

        public void Add(SnapshotPart part, Judgement judgement)
        {
            Parts++;
            lights[(int)judgement.Light]++;
            if (part.Number != task)
            {
                task = part.Number;
                taskIsSilent = false;
                Tasks++;
                var held = part.Facts.HeldSince <= on ? part.Facts.HeldSince : null;
                Overdue += part.TaskDueOn < (held ?? on) ? 1 : 0;
                DueSoon += held is null && part.TaskDueOn >= on && part.TaskDueOn <= soon ? 1 : 0;
            }

            if (judgement.Silent && !taskIsSilent)
            {
                taskIsSilent = true;
                Silent++;
            }
        }
    }
}
