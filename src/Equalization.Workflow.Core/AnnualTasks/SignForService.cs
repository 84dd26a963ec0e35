using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>Ends what hangs on a task that this act has closed for good, with the reason. What hangs on it lies in slices to the right, which give this in.</summary>
public delegate Task TaskEnding(WorkflowDb db, AnnualTask task, string reason, CancellationToken ct);

/// <summary>Sign-for (签收), decline (退回) and its decision, and handing on inside the unit. Each posts the version of the task unit it saw.</summary>
public sealed class SignForService(Transact transact, RuleBook rules, WorkingCalendars calendars, TaskEnding ending)
{
    /// <summary>Refuses another unit's person (not-allowed), a second sign-for (already-signed), a closed task (task-closed).</summary>
    public Task SignFor(Actor actor, Guid taskUnitId, int version, CancellationToken ct) =>
        transact.Run(actor, "签收任务", async (db, act) =>
        {
            var (task, part) = await Part(db, actor, taskUnitId, version, ct);
            Permission.Require(TaskPermissions.MaySign(actor, part));
            task.MustBeOpen();
            part.SignFor(actor.Signature(), act.At);
            if (task.AmendedTimes > 0)
            {
                db.Add(new SignReceipt(task, part, actor.Signature(), act.At));
            }

            if (part.Role == UnitRole.Lead)
            {
                task.Begin();
            }

            await Rejudge(task, actor, ct);
            db.Tell(task.Id, ActKind.SignFor, part.Id, null, "签收任务");
            db.RaiseEvent("unit-signed", task.Id);
            if (part.Role == UnitRole.Lead)
            {
                db.RaiseEvent("lead-signed", task.Id);
            }
        }, ct);

    /// <summary>The unit holds it is not its task; the office hears of it and decides. Refuses without a reason (decline-reason).</summary>
    public Task Decline(Actor actor, Guid taskUnitId, int version, string reason, CancellationToken ct) =>
        transact.Run(actor, "退回任务", async (db, _) =>
        {
            var (task, part) = await Part(db, actor, taskUnitId, version, ct);
            Permission.Require(TaskPermissions.MaySign(actor, part));
            task.MustBeOpen();
            part.Decline(reason);
            db.Tell(task.Id, ActKind.Decline, part.Id, part.DeclineReason, "提出退回，等待裁定");
            db.Notify(await Recipients.Office(db, task.JurisdictionId, actor.Day, ct), NoticeKind.Declined, nameof(AnnualTask), task.Id, null,
                "{0} 退回任务 {1}“{2}”，请裁定。", actor.UnitName, task.Number, task.Title);
        }, ct);

    /// <summary>
    /// The office releases the unit, or upholds the task with a new term to sign. Releasing the lead unit withdraws the task, since nobody
    /// would answer for it. Refuses all but the office (not-allowed).
    /// </summary>
    public Task DecideDecline(Actor actor, Guid taskUnitId, int version, bool release, string decision, CancellationToken ct) =>
        transact.Run(actor, "裁定退回", async (db, _) =>
        {
            var (task, part) = await Part(db, actor, taskUnitId, version, ct);
            Permission.Require(TaskPermissions.MayDecideDecline(actor, part));
            task.MustBeOpen();
            var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
            var calendar = await calendars.Current(ct);
            part.DecideDecline(release, decision, calendar.AddWorkingDays(actor.Day, set.SignTermWorkingDays));
            if (release && part.Role == UnitRole.Lead)
            {
                task.Withdraw(actor.Day);
                await ending(db, task, part.DeclineDecision!, ct);
                db.RaiseEvent("task-closed", task.Id);
                db.Tell(task.Id, ActKind.Withdrawal, part.Id, part.DeclineDecision, "同意牵头单位退回，任务撤回");
            }
            else
            {
                db.Tell(task.Id, ActKind.DeclineDecision, part.Id, part.DeclineDecision, release ? "同意退回" : "不同意退回，请在 {0} 前签收", part.SignDueOn);
            }

            var people = await Recipients.Of(db, [part.UnitId], [Role.Contact, Role.UnitHead], actor.Day, ct);
            db.RaiseEvent("decline-decided", task.Id);
            db.Notify(people.Select(p => p.PersonId), NoticeKind.DeclineDecided, nameof(AnnualTask), task.Id, null,
                release ? "任务 {0}“{1}”的退回已获同意。" : "任务 {0}“{1}”的退回未获同意，请在 {2} 前签收。", task.Number, task.Title, part.SignDueOn);
        }, ct);

    /// <summary>Names who in the unit works on it. Refuses somebody who holds no post in the unit today (hand-on-unit).</summary>
    public Task HandOn(Actor actor, Guid taskUnitId, int version, Guid personId, CancellationToken ct) =>
        transact.Run(actor, "转办任务", async (db, _) =>
        {
            var (task, part) = await Part(db, actor, taskUnitId, version, ct);
            Permission.Require(TaskPermissions.MayHandOn(actor, part));
            task.MustBeOpen();
            var name = await (from m in db.Memberships
                              join p in db.People on m.PersonId equals p.Id
                              where m.PersonId == personId && m.UnitId == part.UnitId && (m.Role == Role.Contact || m.Role == Role.UnitHead)
                                    && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day)
                              select p.Name).FirstOrDefaultAsync(ct)
                ?? throw new RuleBroken("hand-on-unit", "只能转给本单位在岗人员，请重新选择。") { Field = "PersonId" };
            part.HandOn(personId);
            db.Tell(task.Id, ActKind.HandOn, part.Id, null, "转由 {0} 办理", name);
            db.Notify([personId], NoticeKind.TaskIssued, nameof(AnnualTask), task.Id, null, "{0} 将任务 {1}“{2}”转给您办理。", actor.PersonName, task.Number, task.Title);
        }, ct);

    private static async Task<(AnnualTask Task, TaskUnit Part)> Part(WorkflowDb db, Actor actor, Guid taskUnitId, int version, CancellationToken ct)
    {
        var task = await db.TakeTaskOfPart(actor, taskUnitId, ct);
        var part = task.Units.Single(u => u.Id == taskUnitId);
        db.Expect(part, version);
        return (task, part);
    }

    private async Task Rejudge(AnnualTask task, Actor actor, CancellationToken ct) =>
        LightBook.Rejudge(task, await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct), actor.Day);
}
