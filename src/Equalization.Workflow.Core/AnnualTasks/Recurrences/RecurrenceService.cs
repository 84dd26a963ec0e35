using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Recurrences;

/// <summary>Sets a task to come again (周期任务), and stops it. The turns themselves are issued by <see cref="RecurrenceIssueService"/>.</summary>
public sealed class RecurrenceService(Transact transact)
{
    /// <summary>
    /// Refuses all but the office (not-allowed), another version of the task (stale), a withdrawn task (recurrence-withdrawn), a task of a series that runs or
    /// whose measure and lead unit have one (recurrence-stands), a plan that is not in force (plan-not-in-force), and as <see cref="Recurrence"/>.
    /// </summary>
    public Task<Guid> Set(Actor actor, Guid taskId, int version, RecurrenceInput input, CancellationToken ct) =>
        transact.Run(actor, "设定周期任务", async (db, act) =>
        {
            var task = await db.TakeTask(actor, taskId, ct);
            Permission.Require(TaskPermissions.MayIssue(actor, task.JurisdictionId));
            db.Expect(task, version);
            if (task.State == TaskState.Withdrawn)
            {
                throw new RuleBroken("recurrence-withdrawn", "该任务已撤回，不能设定周期。请在现行任务上设定。");
            }

            if (await db.Recurrences.AnyAsync(r => r.EndedOn == null && r.Turns.Any(t => t.TaskId == taskId), ct))
            {
                throw new RuleBroken("recurrence-stands", "该任务已按周期下达。需要改变周期的，请先停止，再重新设定。");
            }

            var plan = await db.Plans.SingleAsync(p => p.Id == task.PlanId, ct);
            if (plan.State != PlanState.InForce)
            {
                throw new RuleBroken("plan-not-in-force", "方案尚未确认生效，不能下达任务。请先在核对页确认方案。");
            }

            var origin = await db.Measures.Where(m => m.Id == task.MeasureId).Select(m => m.OriginId).SingleAsync(ct);
            if ((await Running(db, task.PlanId, ct)).TryGetValue((origin, task.LeadUnitId), out var standing))
            {
                throw new RuleBroken("recurrence-stands", "同一措施、同一牵头单位已有周期任务，最近一期是任务 {0}。需要改设到本任务的，请先在该任务上停止周期。", standing);
            }

            // Set on a turn of an ended series, the title bears a period already: the series' own goes on.
            var title = await db.Recurrences.Where(r => r.Turns.Any(t => t.TaskId == taskId && t.Ordinal > 0)).OrderByDescending(r => r.SetAt)
                .Select(r => r.Title).FirstOrDefaultAsync(ct);
            var recurrence = new Recurrence(task, origin, title, input, EndOf(plan), actor.Signature(), act.At);
            db.Add(recurrence);
            // Two people setting it at once: both raise the task's version, so one of them runs again and finds the other's series.
            db.Entry(task).Property(t => t.CurrentDueOn).IsModified = true;
            db.Tell(task.Id, ActKind.Recurrence, recurrence.Id, null, Said(recurrence.Cycle), recurrence.FirstOn, recurrence.LastOn);
            return recurrence.Id;
        }, ct);

    /// <summary>Refuses all but the office (not-allowed), and as <see cref="Recurrence.Stop"/>. Tasks that were issued stay as they are.</summary>
    public Task Stop(Actor actor, Guid recurrenceId, int version, string? reason, CancellationToken ct) =>
        transact.Run(actor, "停止周期任务", async (db, act) =>
        {
            var recurrence = Permission.Found(
                await db.Recurrences.SingleOrDefaultAsync(r => r.Id == recurrenceId, ct), r => actor.ReadsAll(r.JurisdictionId));
            Permission.Require(TaskPermissions.MayIssue(actor, recurrence.JurisdictionId));
            recurrence.Stop(reason, actor.Signature(), actor.Day);
            db.Expect(recurrence, version);
            db.Tell(recurrence.LastTaskId, ActKind.Recurrence, recurrence.Id, recurrence.EndedBecause, "停止周期下达");
        }, ct);

    /// <summary>
    /// The number of the newest task of each of the plan's running series, by measure and lead unit. A series whose newest task was withdrawn is left out:
    /// it issues nothing any more.
    /// </summary>
    internal static async Task<Dictionary<(Guid OriginId, Guid LeadUnitId), string>> Running(WorkflowDb db, Guid planId, CancellationToken ct) =>
        (await (from r in db.Recurrences
                join t in db.AnnualTasks on r.LastTaskId equals t.Id
                where r.PlanId == planId && r.EndedOn == null && t.State != TaskState.Withdrawn
                select new { r.MeasureOriginId, t.LeadUnitId, t.Number }).ToListAsync(ct))
            .DistinctBy(r => (r.MeasureOriginId, r.LeadUnitId)).ToDictionary(r => (r.MeasureOriginId, r.LeadUnitId), r => r.Number);

    internal static DateOnly EndOf(Plan plan) => new(plan.PeriodTo, 12, 31);

    internal static string Said(RecurrenceCycle cycle) => cycle switch
    {
        RecurrenceCycle.Monthly => "设定为周期任务，每月一期，下一期 {0}，至 {1}",
        RecurrenceCycle.Quarterly => "设定为周期任务，每季度一期，下一期 {0}，至 {1}",
        RecurrenceCycle.Yearly => "设定为周期任务，每年一期，下一期 {0}，至 {1}",
    };
}
