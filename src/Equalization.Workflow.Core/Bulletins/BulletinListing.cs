using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>
/// Where the ladder hands a matter on to a bulletin: a signed rung of 列入通报 comes into the next draft, stays until it is published, and goes on climbing from
/// then; what has ended or is held meanwhile drops out.
/// </summary>
internal static class BulletinListing
{
    /// <summary>
    /// Brings a bulletin that is not yet signed up to what was decided since: takes off what ended or was exempted and, while it is a draft, lists what the ladder
    /// has handed on and no other bulletin carries. A matter that the sealed day does not know waits for a later day's bulletin.
    /// </summary>
    public static async Task Bring(WorkflowDb db, Bulletin bulletin, IReadOnlyList<SnapshotLine>? rows, DateTime now, CancellationToken ct)
    {
        if (bulletin.Kind != BulletinKind.Criticism || bulletin.State is BulletinState.Signed or BulletinState.Published or BulletinState.Dropped)
        {
            return;
        }

        if (bulletin.State == BulletinState.Draft)
        {
            await List(db, bulletin, rows, ct);
        }

        foreach (var (line, because) in await Ended(db, bulletin, ct))
        {
            line.Settle(because, now);
        }
    }

    /// <summary>What would come in and go out, for the page of a draft.</summary>
    public static async Task<(int Coming, IReadOnlyList<Guid> Ended)> Look(WorkflowDb db, Bulletin bulletin, CancellationToken ct)
    {
        if (bulletin.Kind != BulletinKind.Criticism || bulletin.State is not (BulletinState.Draft or BulletinState.FactCheck or BulletinState.Deciding))
        {
            return (0, []);
        }

        var coming = bulletin.State == BulletinState.Draft ? await Waiting(db, bulletin).CountAsync(ct) : 0;
        return (coming, [.. (await Ended(db, bulletin, ct)).Select(e => e.Line.Id)]);
    }

    /// <summary>The bulletin is out: the rungs it carried are done, and their ladders go on from here.</summary>
    public static async Task Finish(WorkflowDb db, Bulletin bulletin, DateTime now, CancellationToken ct)
    {
        var ids = bulletin.Standing.Select(l => l.StepId).OfType<Guid>().ToList();
        foreach (var step in await db.EscalationSteps.Where(s => ids.Contains(s.Id)).ToListAsync(ct))
        {
            step.Finish(now);
            db.RaiseEvent("ladder-changed", step.TaskId);
        }
    }

    /// <summary>Signed, not carried out, its task not held, and on no other bulletin that may still be published; what the office dropped from this one waits for the next.</summary>
    private static IQueryable<EscalationStep> Waiting(WorkflowDb db, Bulletin bulletin) => db.EscalationSteps.Where(s =>
        s.JurisdictionId == bulletin.JurisdictionId && s.Rung == Rung.Bulletin && s.State == StepState.Served
        && db.AnnualTasks.Any(t => t.Id == s.TaskId && t.HeldSince == null)
        && !db.BulletinLines.Any(l => l.StepId == s.Id && (l.BulletinId == bulletin.Id || (l.DroppedAt == null && l.Answer != ObjectionAnswer.Struck
            && db.Bulletins.Any(b => b.Id == l.BulletinId && b.State != BulletinState.Dropped && b.State != BulletinState.Published)))));

    private static async Task List(WorkflowDb db, Bulletin bulletin, IReadOnlyList<SnapshotLine>? rows, CancellationToken ct)
    {
        var waiting = await (from s in Waiting(db, bulletin)
                             join t in db.AnnualTasks on s.TaskId equals t.Id
                             orderby t.Number
                             select new { s.Id, s.TaskId, s.UnitId, t.Number, t.Title, t.LeadUnitId }).ToListAsync(ct);
        foreach (var step in waiting.ToList())
        {
            if (bulletin.Lines.FirstOrDefault(l => l.TaskNumber == step.Number && l.UnitId == step.UnitId) is { } line)
            {
                line.ListBy(step.Id);
                waiting.Remove(step);
            }
        }

        if (waiting.Count == 0)
        {
            return;
        }

        var sealedRows = (rows ?? await Rows(db, bulletin, ct)).Where(r => r.ClosedOn is null).ToLookup(r => (r.Task, r.UnitId));
        foreach (var step in waiting)
        {
            if (sealedRows[(step.Number, step.UnitId)].FirstOrDefault() is { } row)
            {
                var line = new BulletinLine(bulletin, bulletin.Lines.Select(l => l.Position).DefaultIfEmpty().Max() + 1, row, step.TaskId, step.LeadUnitId, step.Title);
                line.ListBy(step.Id);
                bulletin.Add(line);
                db.Add(line);
            }
        }
    }

    /// <summary>Standing lines whose step was settled, whose unit was exempted for that very day, or whose task is held: nobody is named as slow while the clock stands still.</summary>
    private static async Task<List<(BulletinLine Line, string Because)>> Ended(WorkflowDb db, Bulletin bulletin, CancellationToken ct)
    {
        var standing = bulletin.Standing.ToList();
        var (steps, tasks) = (standing.Select(l => l.StepId).OfType<Guid>().ToList(), standing.Select(l => l.TaskId).OfType<Guid>().Distinct().ToList());
        var ended = await db.Escalations.Where(e => tasks.Contains(e.TaskId) && e.State != EscalationState.Open)
            .Select(e => new { e.TaskId, e.UnitId, e.DueOn, e.State, e.SettledBecause, Steps = e.Steps.Where(s => steps.Contains(s.Id)).Select(s => s.Id).ToList() }).ToListAsync(ct);
        var held = await db.AnnualTasks.Where(t => tasks.Contains(t.Id) && t.HeldSince != null).Select(t => t.Id).ToListAsync(ct);
        return
        [
            .. from l in standing
               where l.TaskId is { } task && held.Contains(task)
               select (l, "任务已中止"),
            .. from l in standing
               where l.TaskId is not { } task || !held.Contains(task)
               let end = ended.Find(e => (l.StepId is { } step && e.Steps.Contains(step))
                                         || (e.State == EscalationState.Exempted && e.TaskId == l.TaskId && e.UnitId == l.UnitId && e.DueOn == l.DueOn))
               where end is not null
               select (l, end.SettledBecause ?? "事项已经了结"),
        ];
    }

    private static async Task<IReadOnlyList<SnapshotLine>> Rows(WorkflowDb db, Bulletin bulletin, CancellationToken ct)
    {
        var rows = new List<SnapshotLine>();
        await SnapshotReading.Read(db, await db.MustRestOnItsSnapshot(bulletin, ct), rows.Add, ct);
        return rows;
    }
}
