using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Amendments;

/// <summary>The office withdraws, holds, resumes and amends what it issued, moves the lead, and puts wrong decisions right, each with a reason that all its units read. Versions are the task's.</summary>
public sealed partial class AmendmentService(Transact transact, RuleBook rules, WorkingCalendars calendars)
{
    /// <summary>
    /// Takes a task back for good, also while it is under review: open requests end with the reason, nothing is deleted. Refuses all but the office (not-allowed),
    /// an empty reason (amendment-reason) and a closed task (task-closed).
    /// </summary>
    public Task<Guid> Withdraw(Actor actor, Guid taskId, int version, string? reason, CancellationToken ct) =>
        Amend(actor, "撤回任务", taskId, version, (db, act, task) => Withdraw(db, act, task, reason, ct), ct);

    /// <summary>
    /// Stops the clock from a day on, while another body has to act first: no light moves, nothing is urged or reminded of. Refuses all but the office (not-allowed),
    /// an empty reason (amendment-reason) or body (hold-body), and as <see cref="AnnualTask.Hold"/>.
    /// </summary>
    public Task<Guid> Hold(Actor actor, Guid taskId, int version, string? reason, string? awaitedBody, DateOnly since, CancellationToken ct) =>
        Amend(actor, "中止任务", taskId, version, async (db, act, task) =>
        {
            var amendment = new Amendment(task, AmendmentKind.Hold, reason, since, actor.PersonId, actor.Signature(), act.At);
            var body = awaitedBody.Needed(Amendment.LongestBody, "等待的机关", new RuleBroken("hold-body", "请写明在等待哪个机关或单位，例如省财政厅。") { Field = "AwaitedBody" });
            task.Hold(since, actor.Day);
            amendment.Changes(
                new AmendedFacts { State = task.State, DueOn = task.CurrentDueOn },
                new AmendedFacts { State = task.State, DueOn = task.CurrentDueOn, HeldSince = since, AwaitedBody = body });
            db.Add(amendment);
            await Rejudge(task, actor.Day, ct);
            db.Tell(task.Id, ActKind.Hold, amendment.Id, amendment.Reason, "中止任务，自 {0} 起停止计时，等待 {1}", since, body);
            db.RaiseEvent("ladder-changed", task.Id);
            await RearmExtension(db, task.Id, ct);
            await Withdrawals.Tell(db, task, actor.Day, ct, "任务 {0}“{1}”自 {2} 起中止，等待 {3}，期间不计时、不催办。", task.Number, task.Title, since, body);
            return amendment.Id;
        }, ct);

    /// <summary>
    /// Lets the clock run on after today; a due day that lay ahead moves by the working days held, one that had passed stays and the task is as late as it was. Refuses all but the office (not-allowed), an empty reason
    /// (amendment-reason), and as <see cref="AnnualTask.Resume"/>.
    /// </summary>
    public Task<Guid> Resume(Actor actor, Guid taskId, int version, string? reason, CancellationToken ct) =>
        Amend(actor, "恢复任务", taskId, version, async (db, act, task) =>
        {
            var amendment = new Amendment(task, AmendmentKind.Resumption, reason, actor.Day.AddDays(1), actor.PersonId, actor.Signature(), act.At);
            var before = new AmendedFacts { State = task.State, DueOn = task.CurrentDueOn, HeldSince = task.HeldSince };
            var calendar = await calendars.Current(ct);
            var days = task.Resume(actor.Day, calendar, await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct));
            amendment.Changes(before, new AmendedFacts { State = task.State, DueOn = task.CurrentDueOn, WorkingDays = days });
            db.Add(amendment);
            if (before.DueOn is { } from && from != task.CurrentDueOn)
            {
                db.Add(Move(task, amendment, from));
            }

            await Rejudge(task, actor.Day, ct);
            var moved = before.DueOn != task.CurrentDueOn;
            db.Tell(task.Id, ActKind.Hold, amendment.Id, amendment.Reason, moved
                ? "恢复任务，中止 {0} 个工作日，期限由 {1} 顺延至 {2}" : "恢复任务，中止 {0} 个工作日，期限仍为 {1}", days, before.DueOn!.Value, task.CurrentDueOn);
            // Raised even where no day moved: what ran out meanwhile is asked for anew, and units that have not signed have another day.
            db.RaiseEvent("deadline-moved", task.Id);
            db.RaiseEvent("decline-decided", task.Id);
            await RearmExtension(db, task.Id, ct);
            await OpenAsks.GoOn(db, task.Id, before.HeldSince!.Value, days, calendar, ct);
            await Withdrawals.Tell(db, task, actor.Day, ct, moved ? "任务 {0}“{1}”已恢复办理，期限顺延至 {2}。" : "任务 {0}“{1}”已恢复办理，期限仍为 {2}。", task.Number, task.Title, task.CurrentDueOn);
            return amendment.Id;
        }, ct);

    /// <summary>
    /// Takes back the extension that last moved the day: the day before it holds again, or today where that has passed. Refuses all but the office (not-allowed), an empty
    /// reason (amendment-reason), a task whose last move was another or has run out (extension-not-last), and as <see cref="AnnualTask.UndoExtension"/>.
    /// </summary>
    public Task<Guid> UndoExtension(Actor actor, Guid taskId, int version, string? reason, CancellationToken ct) =>
        Amend(actor, "更正延期决定", taskId, version, async (db, act, task) =>
        {
            var amendment = new Amendment(task, AmendmentKind.ExtensionUndone, reason, actor.Day, actor.PersonId, actor.Signature(), act.At);
            var dueOn = await AmendmentQueries.DayBeforeExtension(db, task, actor.Day, ct)
                ?? throw new RuleBroken("extension-not-last", "现期限不是由延期决定的，或者已到期，没有可更正的延期。需要改变期限的，请另行办理。");
            var from = task.CurrentDueOn;
            task.UndoExtension(dueOn, actor.Day);
            amendment.Changes(new AmendedFacts { State = task.State, DueOn = from }, new AmendedFacts { State = task.State, DueOn = dueOn });
            db.Add(amendment);
            db.Add(Move(task, amendment, from));
            await Rejudge(task, actor.Day, ct);
            db.Tell(task.Id, ActKind.ExtensionDecision, amendment.Id, amendment.Reason, "更正延期决定，期限由 {0} 改回 {1}", from, dueOn);
            db.RaiseEvent("deadline-moved", task.Id);
            await Withdrawals.Tell(db, task, actor.Day, ct, "任务 {0}“{1}”的延期决定已更正，期限改为 {2}。", task.Number, task.Title, dueOn);
            return amendment.Id;
        }, ct);

    /// <summary>
    /// Takes back a write-off: the task stands on the ledger again under its number, the write-off keeps its line. Refuses all but the office (not-allowed), an empty reason
    /// (amendment-reason), and as <see cref="AnnualTask.Reopen"/>.
    /// </summary>
    public Task<Guid> UndoWriteOff(Actor actor, Guid taskId, int version, string? reason, DateOnly newDueOn, CancellationToken ct) =>
        transact.Run(actor, "更正销账", async (db, act) =>
        {
            var task = await db.TakeTask(actor, taskId, ct);
            Permission.Require(AmendmentPermissions.MayAmend(actor, task));
            var amendment = new Amendment(task, AmendmentKind.WriteOffUndone, reason, actor.Day, actor.PersonId, actor.Signature(), act.At);
            var from = task.CurrentDueOn;
            task.Reopen(newDueOn, actor.Day, await SignDueOn(task, actor.Day, ct));
            db.Expect(task, version);
            var writeOff = await db.WriteOffs.SingleAsync(w => w.TaskId == taskId && w.RevokedOn == null, ct);
            writeOff.Revoke(actor.Day);
            amendment.Changes(
                new AmendedFacts { State = TaskState.WrittenOff, DueOn = from, WriteOff = writeOff.Number }, new AmendedFacts { State = task.State, DueOn = newDueOn });
            db.Add(amendment);
            if (from != newDueOn)
            {
                db.Add(Move(task, amendment, from));
            }

            await Rejudge(task, actor.Day, ct);
            db.Tell(task.Id, ActKind.Reopening, amendment.Id, amendment.Reason, "更正销账 {0}，重新列入台账，期限 {1}", writeOff.Number, newDueOn);
            // The process of the first time has ended with the write-off; a new one begins where the task stands.
            db.StartProcess("annual-task", task.Id, ("taskId", task.Id));
            await Withdrawals.Tell(db, task, actor.Day, ct, "任务 {0}“{1}”的销账已更正，重新列入台账，请在 {2} 前办结。", task.Number, task.Title, newDueOn);
            return amendment.Id;
        }, ct);

    /// <summary>
    /// Gives the task another text: the old one stays on record with who signed for it, and every unit signs anew. Refuses all but the office (not-allowed), an empty reason
    /// (amendment-reason), a text as <see cref="TaskText.Of"/>, and as <see cref="AnnualTask.Amend"/>.
    /// </summary>
    public Task<Guid> AmendContent(Actor actor, Guid taskId, int version, string? reason, string? title, string? content, string? criteria, CancellationToken ct) =>
        Amend(actor, "修改任务内容", taskId, version, (db, act, task) => AmendContent(db, act, task, reason, title, content, criteria, ct), ct);

    /// <summary>
    /// Moves the lead to another unit, which signs anew; the unit that had it is released and its days stay its own. Its open requests end. Refuses all but the office
    /// (not-allowed), an empty reason (amendment-reason), a unit that is none of the city's or has ended (lead-unit), and as <see cref="AnnualTask.MoveLead"/>.
    /// </summary>
    public Task<Guid> MoveLead(Actor actor, Guid taskId, int version, string? reason, Guid? unitId, DateOnly? newDueOn, CancellationToken ct) =>
        Amend(actor, "变更牵头单位", taskId, version, (db, act, task) => MoveLead(db, act, task, reason, unitId, newDueOn, ct), ct);

    /// <summary>The office's term to answer stands still with the task.</summary>
    private static async Task RearmExtension(WorkflowDb db, Guid taskId, CancellationToken ct)
    {
        foreach (var id in await db.ExtensionRequests.Where(e => e.TaskId == taskId && e.State == ExtensionState.WithOffice).Select(e => e.Id).ToListAsync(ct))
        {
            db.RaiseEvent(CalendarChangeService.Event, id);
        }
    }

    private static DueMove Move(AnnualTask task, Amendment amendment, DateOnly from) => new()
    {
        JurisdictionId = task.JurisdictionId,
        TaskId = task.Id,
        FromDueOn = from,
        ToDueOn = task.CurrentDueOn,
        Reason = amendment.Reason,
        DecidedBy = amendment.By,
        At = amendment.At,
        DecisionId = amendment.Id,
    };

    private Task<Guid> Amend(Actor actor, string name, Guid taskId, int version, Func<WorkflowDb, CurrentAct, AnnualTask, Task<Guid>> change, CancellationToken ct) =>
        transact.Run(actor, name, async (db, act) =>
        {
            var task = await db.TakeTask(actor, taskId, ct);
            Permission.Require(AmendmentPermissions.MayAmend(actor, task));
            task.MustBeOpen();
            var id = await change(db, act, task);
            db.Expect(task, version);
            return id;
        }, ct);

    private async Task<DateOnly> SignDueOn(AnnualTask task, DateOnly day, CancellationToken ct) =>
        (await calendars.Current(ct)).AddWorkingDays(day, (await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct)).SignTermWorkingDays);

    private async Task Rejudge(AnnualTask task, DateOnly day, CancellationToken ct) =>
        LightBook.Rejudge(task, await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct), day);
}
