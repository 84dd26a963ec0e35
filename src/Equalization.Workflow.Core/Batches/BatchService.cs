using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Batches;

/// <summary>
/// Many at once: each row is the single act of its own service, in a transaction of its own, so that a row that is refused stops no other and every rule
/// stands where it stood.
/// </summary>
public sealed class BatchService(
    IDbContextFactory<WorkflowDb> contexts, Transact transact, SignForService signing, ReportService reports, ExtensionService extensions, CompletionService completions, UrgeService urges)
{
    /// <summary>Rows of one order.</summary>
    public const int MostAtOnce = 500;

    /// <summary>Refused tasks named in the notice of a batch whose page was left.</summary>
    private const int MostNamed = 10;

    /// <summary>
    /// Answers with what became of each, in the order of the picks. Refuses a post that does no such acts (not-allowed), none ticked (nothing-picked),
    /// more than five hundred (too-many-picked) and an urge without words (urge-text) before any row is touched.
    /// </summary>
    public async Task<IReadOnlyList<BatchResult>> Run(Actor actor, BatchOrder order, CancellationToken ct)
    {
        Permission.Require(BatchPermissions.MayTry(actor, order.Act));
        MustFit(order);
        var picks = order.Picks.DistinctBy(p => p.Id).ToList();
        var (tasks, days, leads) = await Look(actor, order.Act, picks.ConvertAll(p => p.Id), ct);
        var results = new List<BatchResult>(picks.Count);
        foreach (var pick in picks)
        {
            results.Add(await One(pick));
            order.Told?.Report(results.Count);
        }

        return results;

        async Task<BatchResult> One(BatchPick pick)
        {
            var done = new BatchResult(pick, null) { Task = tasks.GetValueOrDefault(pick.Id) };
            try
            {
                return order.Act switch
                {
                    BatchAct.SignFor => await After(signing.SignFor(actor, pick.Id, Version(pick), ct)),
                    BatchAct.NoChange => await After(reports.NoChange(actor, pick.Id, pick.Period, pick.Version, ct)),
                    BatchAct.ApproveReport => await After(reports.Approve(actor, pick.Id, Version(pick), ct)),
                    BatchAct.PassOnExtension => await After(extensions.HeadApprove(actor, pick.Id, Version(pick), ct)),
                    BatchAct.PassOnCompletion => await After(completions.HeadApprove(actor, pick.Id, Version(pick), ct)),
                    BatchAct.GrantExtension => await After(extensions.Grant(actor, pick.Id, Version(pick), Of(days), order.Text, ct)) with { DueOn = Of(days) },
                    BatchAct.AcceptCompletion => done with { Number = await completions.Accept(actor, pick.Id, Version(pick), order.Text, ct) },
                    BatchAct.Urge => await After(urges.Send(actor, Of(leads), order.Text, ct)),
                };
            }
            catch (RuleBroken refusal)
            {
                // What is not there for this person is not named either.
                return new BatchResult(pick, refusal) { Task = refusal.Code == RuleBroken.NotFound ? null : done.Task };
            }

            async Task<BatchResult> After(Task act)
            {
                await act;
                return done;
            }

            T Of<T>(Dictionary<Guid, T> known) => known.TryGetValue(pick.Id, out var value) ? value : throw RuleBroken.Missing();
        }
    }

    /// <summary>
    /// Leaves word of a batch whose page was left before its answer: how many rows are done, and which were refused, to the person who ordered it.
    /// </summary>
    public Task LeaveWord(Actor actor, IReadOnlyList<BatchResult> results, CancellationToken ct) => transact.Run(Actor.System(actor.JurisdictionId, actor.Day), "批量办理", (db, _) =>
    {
        var refused = results.Where(r => r.Refusal is not null).ToList();
        var named = string.Join("、", refused.Where(r => r.Task is not null).Take(MostNamed).Select(r => r.Task!.Number));
        db.Notify([actor.PersonId], NoticeKind.BatchDone, nameof(Batches), actor.PersonId, null,
            refused.Count == 0 ? "批量办理的 {0} 项已全部办成。"
            : named.Length == 0 ? "批量办理 {0} 项，{1} 项未办成，请在“我的工作”中逐项办理。"
            : "批量办理 {0} 项，{1} 项未办成（{2}），请在“我的工作”中逐项办理。", results.Count, refused.Count, named);
        return Task.CompletedTask;
    }, ct);

    private static int Version(BatchPick pick) => pick.Version ?? throw RuleBroken.Changed();

    private static void MustFit(BatchOrder order)
    {
        if (order.Picks.Count == 0)
        {
            throw new RuleBroken("nothing-picked", "没有勾选任何事项。请先勾选要办理的事项。");
        }

        if (order.Picks.Count > MostAtOnce)
        {
            throw new RuleBroken("too-many-picked", "一次最多办理 {0} 项，现选中 {1} 项。请分批办理。", MostAtOnce, order.Picks.Count);
        }

        switch (order.Act)
        {
            case BatchAct.Urge:
                Urge.TextOf(order.Text);
                break;
            case BatchAct.AcceptCompletion:
                order.Text.Within(CompletionService.LongestOpinion, "审核意见", nameof(order.Text));
                break;
            case BatchAct.GrantExtension:
                order.Text.Within(ExtensionRequest.LongestDecision, "决定意见", nameof(order.Text));
                break;
        }
    }

    /// <summary>What a result names and what an act needs beside the row, of those the person may see: the tasks, the days asked for, the leads' parts.</summary>
    private async Task<(Dictionary<Guid, BatchTask> Tasks, Dictionary<Guid, DateOnly> Days, Dictionary<Guid, Guid> Leads)> Look(
        Actor actor, BatchAct act, List<Guid> ids, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await (from row in Rows(db, act, ids)
                          join task in db.AnnualTasks.SeenBy(actor) on row.TaskId equals task.Id
                          select new { row.Id, row.DueOn, row.LeadId, Task = new { task.Id, task.Number, task.Title } }).ToListAsync(ct);
        return (
            rows.ToDictionary(r => r.Id, r => new BatchTask(r.Task.Id, r.Task.Number, r.Task.Title)),
            rows.Where(r => r.DueOn is not null).ToDictionary(r => r.Id, r => r.DueOn!.Value),
            rows.Where(r => r.LeadId is not null).ToDictionary(r => r.Id, r => r.LeadId!.Value));
    }

    private static IQueryable<Row> Rows(WorkflowDb db, BatchAct act, List<Guid> ids) => act switch
    {
        BatchAct.SignFor or BatchAct.NoChange => db.TaskUnits.Where(p => ids.Contains(p.Id)).Select(p => new Row { Id = p.Id, TaskId = p.TaskId }),
        BatchAct.ApproveReport => db.ProgressReports.Where(r => ids.Contains(r.Id)).Select(r => new Row { Id = r.Id, TaskId = r.TaskId }),
        BatchAct.PassOnExtension or BatchAct.GrantExtension =>
            db.ExtensionRequests.Where(e => ids.Contains(e.Id)).Select(e => new Row { Id = e.Id, TaskId = e.TaskId, DueOn = e.NewDueOn }),
        BatchAct.PassOnCompletion or BatchAct.AcceptCompletion =>
            db.CompletionRequests.Where(c => ids.Contains(c.Id)).Select(c => new Row { Id = c.Id, TaskId = c.TaskId }),
        BatchAct.Urge => db.TaskUnits.Where(p => ids.Contains(p.TaskId) && p.Role == UnitRole.Lead && p.State != TaskUnitState.Released)
            .Select(p => new Row { Id = p.TaskId, TaskId = p.TaskId, LeadId = p.Id }),
    };

    private sealed class Row
    {
        public Guid Id { get; init; }

        public Guid TaskId { get; init; }

        public DateOnly? DueOn { get; init; }

        public Guid? LeadId { get; init; }
    }
}
