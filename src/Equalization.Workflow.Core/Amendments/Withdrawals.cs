using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Amendments;

/// <summary>Ends a task by decision, and tells its units of decisions: what several acts of this slice do alike.</summary>
public static class Withdrawals
{
    /// <summary>Closes the task for good with its open requests and its process; answers with what it was. Refuses a closed task (task-closed).</summary>
    internal static async Task<AmendedFacts> End(WorkflowDb db, AnnualTask task, Amendment decision, CancellationToken ct)
    {
        var before = new AmendedFacts { State = task.State, DueOn = task.CurrentDueOn, HeldSince = task.HeldSince };
        var wasUnderReview = task.State == TaskState.UnderReview;
        task.Withdraw(decision.FromOn, decision.Kind is AmendmentKind.Split or AmendmentKind.Merged or AmendmentKind.Reissued);
        before = await LetGo(db, task, decision.Reason, before, ct);
        db.RaiseEvent("task-closed", task.Id);
        // The task's own process asks for its state after any of these, wherever it waits, and ends.
        db.RaiseEvent("decline-decided", task.Id);
        db.RaiseEvent(wasUnderReview ? "completion-reviewed" : "deadline-moved", task.Id);
        return before;
    }

    /// <summary>For acts of slices to the left that close a task: see <see cref="TaskEnding"/>.</summary>
    public static Task LetGo(WorkflowDb db, AnnualTask task, string reason, CancellationToken ct) => LetGo(db, task, reason, new AmendedFacts(), ct);

    /// <summary>Ends its open requests; answers with the facts, which now name those that the decision ended.</summary>
    private static async Task<AmendedFacts> LetGo(WorkflowDb db, AnnualTask task, string reason, AmendedFacts before, CancellationToken ct)
    {
        foreach (var completion in await db.CompletionRequests
            .Where(c => c.TaskId == task.Id && (c.State == CompletionState.WithHead || c.State == CompletionState.WithOffice)).ToListAsync(ct))
        {
            completion.Lapse(reason);
            before = before with { CompletionAskedBy = completion.AskedBy };
        }

        foreach (var extension in await OpenExtensions(db, task.Id, ct))
        {
            extension.Lapse("任务已撤回，申请不再办理");
            before = before with { ExtensionAskedTo = extension.NewDueOn };
            db.RaiseEvent("extension-over", extension.Id);
        }

        await OpenAsks.End(db, db.Act!, task, reason, ct);
        return before;
    }

    internal static Task<List<ExtensionRequest>> OpenExtensions(WorkflowDb db, Guid taskId, CancellationToken ct) =>
        db.ExtensionRequests.Where(e => e.TaskId == taskId && (e.State == ExtensionState.WithHead || e.State == ExtensionState.WithOffice)).ToListAsync(ct);

    /// <summary>Contacts and heads of all units that take part or led.</summary>
    internal static async Task Tell(WorkflowDb db, AnnualTask task, DateOnly day, CancellationToken ct, string format, params object[] arguments)
    {
        var people = await Recipients.Of(
            db, [.. task.Units.Where(u => u.TakesPart || u.Role == UnitRole.FormerLead).Select(u => u.UnitId)], [Role.Contact, Role.UnitHead], day, ct);
        db.Notify(people.Select(p => p.PersonId), NoticeKind.TaskChanged, nameof(AnnualTask), task.Id, null, format, arguments);
    }
}
