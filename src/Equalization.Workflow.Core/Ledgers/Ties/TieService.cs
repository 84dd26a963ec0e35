using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers.Ties;

/// <summary>Ties gaps to the annual tasks that are to close them, and unties them.</summary>
public sealed class TieService(Transact transact)
{
    public const int LongestReason = 500;

    /// <summary>More than a page of the ledger is not chosen at a time.</summary>
    public const int MostAtOnce = 500;

    /// <summary>
    /// Ties open gaps to a task by its ledger number; gaps that are tied to it already are left as they are. Answers how many were tied. Refuses all but the office
    /// (not-allowed), no gap (ledger-none) or too many (ledger-many), a number that no task has (ledger-task), a closed task (ledger-task-closed), and a gap
    /// written off (ledger-closed).
    /// </summary>
    public Task<int> Tie(Actor actor, IReadOnlyCollection<Guid> entryIds, string? taskNumber, CancellationToken ct) => transact.Run(actor, "差距关联任务", async (db, act) =>
    {
        var jurisdictionId = act.Actor.JurisdictionId;
        Permission.Require(LedgerPermissions.MayDecide(act.Actor, jurisdictionId));
        RequireSome(entryIds);
        var task = await TaskOf(db, jurisdictionId, taskNumber, ct);
        var entries = await db.LedgerEntries.Where(e => e.JurisdictionId == jurisdictionId && entryIds.Contains(e.Id)).OrderBy(e => e.Number).ToListAsync(ct);
        var there = await db.LedgerTies.Where(t => t.TaskId == task.Id && entryIds.Contains(t.EntryId)).ToDictionaryAsync(t => t.EntryId, ct);
        var toTie = (entries.Count == 0 ? throw RuleBroken.Missing() : entries).Where(e => there.GetValueOrDefault(e.Id) is not { EndedAt: null }).ToList();
        foreach (var entry in toTie)
        {
            entry.MustBeOpen();
            Make(db, act, entry, task.Id, there.GetValueOrDefault(entry.Id));
            db.Decide(entry, DecisionKind.Tie, $"{task.Number} {task.Title}");
        }

        if (toTie.Count > 0)
        {
            db.Tell(task.Id, ActKind.GapTie, null, string.Join('、', toTie.Select(e => e.Number)), "关联差距台账 {0} 项", toTie.Count);
        }

        return toTie.Count;
    }, ct);

    /// <summary>Unties a gap from a task; both keep that it was. Refuses all but the office (not-allowed), no reason (ledger-reason) and an ended tie (ledger-untied).</summary>
    public Task Untie(Actor actor, Guid tieId, int version, string? reason, CancellationToken ct) => transact.Run(actor, "解除差距与任务的关联", async (db, act) =>
    {
        var tie = Permission.Found(await db.LedgerTies.SingleOrDefaultAsync(t => t.Id == tieId, ct), t => LedgerPermissions.MaySee(actor, t.JurisdictionId));
        Permission.Require(LedgerPermissions.MayDecide(act.Actor, tie.JurisdictionId));
        var words = reason.Needed(LongestReason, "解除理由", new RuleBroken("ledger-reason", "请写明解除关联的理由。") { Field = "UntieReason" });
        tie.End(act.Actor.Signature(), act.At);
        db.Expect(tie, version);
        var entry = await db.LedgerEntries.SingleAsync(e => e.Id == tie.EntryId, ct);
        var number = await db.AnnualTasks.Where(t => t.Id == tie.TaskId).Select(t => t.Number).SingleAsync(ct);
        db.Decide(entry, DecisionKind.Untie, $"{number}：{words}");
        db.Tell(tie.TaskId, ActKind.GapTie, null, words, "解除与差距 {0} 的关联", entry.Number);
    }, ct);

    private static void Make(WorkflowDb db, CurrentAct act, LedgerEntry entry, Guid taskId, LedgerTie? ended)
    {
        if (ended is null)
        {
            db.Add(new LedgerTie(entry, taskId, act.Actor.Signature(), act.At));
        }
        else
        {
            ended.MakeAgain(entry, act.Actor.Signature(), act.At);
        }
    }

    private static void RequireSome(IReadOnlyCollection<Guid> entryIds)
    {
        if (entryIds.Count == 0)
        {
            throw new RuleBroken("ledger-none", "没有选中差距。请勾选要关联的差距。");
        }

        if (entryIds.Count > MostAtOnce)
        {
            throw new RuleBroken("ledger-many", "一次最多关联 {0} 项差距。请分批选择。", MostAtOnce);
        }
    }

    private static async Task<(Guid Id, string Number, string Title)> TaskOf(WorkflowDb db, Guid jurisdictionId, string? written, CancellationToken ct)
    {
        // A choice of the list reads “2026-0042 title”; the number alone will do.
        var number = written?.Trim().Split(' ', 2)[0] ?? "";
        var task = await db.AnnualTasks.Where(t => t.JurisdictionId == jurisdictionId && t.Number == number).Select(t => new { t.Id, t.Number, t.Title, t.ClosedOn }).SingleOrDefaultAsync(ct)
            ?? throw new RuleBroken("ledger-task", "没有编号为“{0}”的任务。请填写年度任务的台账编号，例如 2026-0001。", number) { Field = "TaskNumber" };
        return task.ClosedOn is null ? (task.Id, task.Number, task.Title)
            : throw new RuleBroken("ledger-task-closed", "任务 {0} 已销账或撤回，不能再关联差距。请选择在办的任务。", task.Number) { Field = "TaskNumber" };
    }
}
