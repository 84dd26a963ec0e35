using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Changes;
using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Amendments;

/// <summary>The same decisions on a task in hand, for acts that carry out more than one thing in their transaction. Permission is the caller's matter; the task is loaded whole.</summary>
public sealed partial class AmendmentService
{
    internal async Task<Guid> Withdraw(WorkflowDb db, CurrentAct act, AnnualTask task, string? reason, CancellationToken ct)
    {
        var amendment = Decision(task, AmendmentKind.Withdrawal, reason, act);
        var before = await Withdrawals.End(db, task, amendment, ct);
        amendment.Changes(before, new AmendedFacts { State = task.State });
        db.Add(amendment);
        db.Tell(task.Id, ActKind.Withdrawal, amendment.Id, amendment.Reason, "撤回任务");
        await Withdrawals.Tell(db, task, act.Actor.Day, ct, "任务 {0}“{1}”已由领导小组办公室撤回，不再办理。", task.Number, task.Title);
        return amendment.Id;
    }

    internal async Task<Guid> AmendContent(WorkflowDb db, CurrentAct act, AnnualTask task, string? reason, string? title, string? content, string? criteria, CancellationToken ct)
    {
        var amendment = Decision(task, AmendmentKind.ContentAmended, reason, act);
        var before = new AmendedFacts { State = task.State, Content = task.ContentNumber };
        var asItWas = new TaskContent(task, null, task.IssuedAt);
        var receipts = task.Units.Where(u => u is { TakesPart: true, SignedAt: not null, SignedBy: not null })
            .Select(u => new SignReceipt(task, u, u.SignedBy!, u.SignedAt!.Value)).ToList();
        var signDueOn = await SignDueOn(task, act.Actor.Day, ct);
        task.Amend(TaskText.Of(title, content, criteria), signDueOn);
        if (before.Content == 1)
        {
            db.Add(asItWas);
            db.AddRange(receipts);
        }

        db.Add(new TaskContent(task, amendment.Id, act.At));
        await LapseCompletion(db, amendment, "任务内容已修改，申请不再办理", ct);
        amendment.Changes(before, new AmendedFacts { State = task.State, Content = task.ContentNumber });
        db.Add(amendment);
        await Rejudge(task, act.Actor.Day, ct);
        db.Tell(task.Id, ActKind.Amendment, amendment.Id, amendment.Reason, "修改任务内容为第 {0} 版，请各单位在 {1} 前重新签收", task.ContentNumber, signDueOn);
        db.RaiseEvent("decline-decided", task.Id);
        await Withdrawals.Tell(db, task, act.Actor.Day, ct, "任务 {0}“{1}”的内容已修改为第 {2} 版，请在 {3} 前重新签收。", task.Number, task.Title, task.ContentNumber, signDueOn);
        return amendment.Id;
    }

    internal async Task<Guid> MoveLead(WorkflowDb db, CurrentAct act, AnnualTask task, string? reason, Guid? unitId, DateOnly? newDueOn, CancellationToken ct)
    {
        var day = act.Actor.Day;
        var amendment = Decision(task, AmendmentKind.LeadMoved, reason, act, day.AddDays(1));
        var to = await AmendmentQueries.MayLead(db, task, day).SingleOrDefaultAsync(u => u.Id == unitId, ct)
            ?? throw new RuleBroken("lead-unit", "请选择本地区在用的单位作为新的牵头单位。") { Field = "UnitId" };
        var from = await db.Units.SingleAsync(u => u.Id == task.LeadUnitId, ct);
        var before = new AmendedFacts { State = task.State, DueOn = task.CurrentDueOn, LeadUnitId = from.Id, Lead = from.Name };
        var signDueOn = await SignDueOn(task, day, ct);
        var lead = task.MoveLead(to.Id, newDueOn, day, signDueOn);
        await LapseCompletion(db, amendment, "牵头单位已变更，申请不再办理", ct);
        before = before with { ExtensionAskedTo = await LapseExtensions(db, act, task, "牵头单位已变更，申请不再办理", ct) };
        amendment.Changes(before, new AmendedFacts { State = task.State, DueOn = task.CurrentDueOn, LeadUnitId = to.Id, Lead = to.Name });
        db.Add(amendment);
        if (before.DueOn is { } due && due != task.CurrentDueOn)
        {
            db.Add(Move(task, amendment, due));
        }

        await Rejudge(task, day, ct);
        db.Tell(task.Id, ActKind.LeadMove, lead.Id, amendment.Reason, "牵头单位由 {0} 变更为 {1}，期限 {2}，请在 {3} 前签收", from.Name, to.Name, task.CurrentDueOn, signDueOn);
        // The ladder of the unit that led ends; a term to sign begins.
        db.RaiseEvent("deadline-moved", task.Id);
        db.RaiseEvent("decline-decided", task.Id);
        await Withdrawals.Tell(db, task, day, ct, "任务 {0}“{1}”的牵头单位由 {2} 变更为 {3}，期限 {4}。", task.Number, task.Title, from.Name, to.Name, task.CurrentDueOn);
        return amendment.Id;
    }

    /// <summary>Moves the due day by decision, also to an earlier one; what was asked of the old day ends. Refuses an empty reason (amendment-reason), and as <see cref="TaskChanges.SetDue"/>.</summary>
    internal async Task<Guid> SetDue(WorkflowDb db, CurrentAct act, AnnualTask task, string? reason, DateOnly dueOn, CancellationToken ct)
    {
        var (amendment, from) = (Decision(task, AmendmentKind.DueMoved, reason, act), task.CurrentDueOn);
        task.SetDue(dueOn, act.Actor.Day);
        var asked = await LapseExtensions(db, act, task, "期限已另行调整，申请不再办理", ct);
        amendment.Changes(new AmendedFacts { State = task.State, DueOn = from, ExtensionAskedTo = asked }, new AmendedFacts { State = task.State, DueOn = dueOn });
        db.Add(amendment);
        db.Add(Move(task, amendment, from));
        await Rejudge(task, act.Actor.Day, ct);
        db.Tell(task.Id, ActKind.DueMove, amendment.Id, amendment.Reason, "期限由 {0} 调整为 {1}", from, dueOn);
        db.RaiseEvent("deadline-moved", task.Id);
        await Withdrawals.Tell(db, task, act.Actor.Day, ct, "任务 {0}“{1}”的期限由 {2} 调整为 {3}。", task.Number, task.Title, from, dueOn);
        return amendment.Id;
    }

    /// <summary>
    /// Units come to cooperate and sign, others are released. Refuses an empty reason (amendment-reason), a unit that is none of the city's or has ended (cooperating-unit), and as
    /// <see cref="TaskChanges.ChangeCooperating"/>.
    /// </summary>
    internal async Task<Guid> ChangeCooperating(
        WorkflowDb db, CurrentAct act, AnnualTask task, string? reason, IReadOnlyCollection<Guid> come, IReadOnlyCollection<Guid> go, CancellationToken ct)
    {
        var day = act.Actor.Day;
        var amendment = Decision(task, AmendmentKind.CooperatingChanged, reason, act);
        if (await AmendmentQueries.MayLead(db, task, day).CountAsync(u => come.Contains(u.Id), ct) != come.Count)
        {
            throw new RuleBroken("cooperating-unit", "新增的配合单位中有已撤销的单位，或者不是本地区可承办任务的单位。请先核对单位名录。");
        }

        var before = await CooperatingNames(db, task, ct);
        var signDueOn = await SignDueOn(task, day, ct);
        var (came, went) = task.ChangeCooperating(come, go, signDueOn);
        var names = await UnitNames(db, [.. came.Concat(went).Select(p => p.UnitId)], ct);
        amendment.Changes(new AmendedFacts { State = task.State, Cooperating = before }, new AmendedFacts { State = task.State, Cooperating = await CooperatingNames(db, task, ct) });
        db.Add(amendment);
        await Rejudge(task, day, ct);
        foreach (var part in came)
        {
            db.Tell(task.Id, ActKind.UnitChange, part.Id, amendment.Reason, "增加配合单位 {0}，请在 {1} 前签收", names[part.UnitId], signDueOn);
        }

        foreach (var part in went)
        {
            db.Tell(task.Id, ActKind.UnitChange, part.Id, amendment.Reason, "配合单位 {0} 退出任务", names[part.UnitId]);
        }

        // A term to sign begins, or one that was waited for is over.
        db.RaiseEvent("decline-decided", task.Id);
        await TellOfParts(db, act, task, [.. came.Select(p => p.UnitId)], "请作为配合单位参与任务 {0}“{1}”，并在 {2} 前签收。", ct, task.Number, task.Title, signDueOn);
        await TellOfParts(db, act, task, [.. went.Select(p => p.UnitId)], "贵单位不再配合任务 {0}“{1}”。", ct, task.Number, task.Title);
        await TellOfParts(
            db, act, task, [task.LeadUnitId], "任务 {0}“{1}”的配合单位已调整，现为：{2}。", ct, task.Number, task.Title, await CooperatingNames(db, task, ct));
        return amendment.Id;
    }

    private static Amendment Decision(AnnualTask task, AmendmentKind kind, string? reason, CurrentAct act, DateOnly? fromOn = null) =>
        new(task, kind, reason, fromOn ?? act.Actor.Day, act.Actor.PersonId, act.Actor.Signature(), act.At);

    private static async Task TellOfParts(
        WorkflowDb db, CurrentAct act, AnnualTask task, IReadOnlyCollection<Guid> unitIds, string format, CancellationToken ct, params object[] arguments)
    {
        if (unitIds.Count > 0)
        {
            var people = await Recipients.Of(db, unitIds, [Role.Contact, Role.UnitHead], act.Actor.Day, ct);
            db.Notify(people.Select(p => p.PersonId), NoticeKind.TaskChanged, nameof(AnnualTask), task.Id, null, format, arguments);
        }
    }

    private static async Task<string> CooperatingNames(WorkflowDb db, AnnualTask task, CancellationToken ct) =>
        string.Join("、", (await UnitNames(db, [.. task.Units.Where(u => u is { Role: UnitRole.Cooperating, TakesPart: true }).Select(u => u.UnitId)], ct)).Values);

    /// <summary>In the order of the unit list.</summary>
    private static async Task<Dictionary<Guid, string>> UnitNames(WorkflowDb db, List<Guid> ids, CancellationToken ct) =>
        await db.Units.Where(u => ids.Contains(u.Id)).OrderBy(u => u.SortKey).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, ct);

    /// <summary>A request that waits for its head asks for something that no longer stands.</summary>
    private static async Task LapseCompletion(WorkflowDb db, Amendment amendment, string because, CancellationToken ct)
    {
        foreach (var completion in await db.CompletionRequests.Where(c => c.TaskId == amendment.TaskId && c.State == CompletionState.WithHead).ToListAsync(ct))
        {
            completion.Lapse(because);
        }
    }

    /// <summary>Ends the open requests for another day; answers with the day that was asked for.</summary>
    private static async Task<DateOnly?> LapseExtensions(WorkflowDb db, CurrentAct act, AnnualTask task, string because, CancellationToken ct)
    {
        DateOnly? asked = null;
        foreach (var extension in await Withdrawals.OpenExtensions(db, task.Id, ct))
        {
            extension.Lapse(because, act.At);
            asked = extension.NewDueOn;
            db.RaiseEvent("extension-over", extension.Id);
        }

        return asked;
    }
}
