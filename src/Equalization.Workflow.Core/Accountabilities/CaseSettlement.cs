using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Processes;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>How a case and the ladder it came from bear on each other.</summary>
internal static class CaseSettlement
{
    /// <summary>Why the matter behind the case is settled; null while it is not, and for a case without one.</summary>
    public static async Task<string?> Reason(WorkflowDb db, AccountabilityCase about, CancellationToken ct)
    {
        if (about.StepId is not { } stepId)
        {
            return null;
        }

        var matter = await (from s in db.EscalationSteps join e in db.Escalations on s.EscalationId equals e.Id where s.Id == stepId select e).AsNoTracking().SingleAsync(ct);
        var task = await db.AnnualTasks.AsNoTracking().SingleAsync(t => t.Id == matter.TaskId, ct);
        return matter.State != EscalationState.Open ? matter.SettledBecause
            : !task.IsOpen ? "任务已销账或撤回"
            : matter.IsMoot(task) ? "期限已变动"
            : null;
    }

    /// <summary>The step of the ladder has been carried out: its further terms run from now.</summary>
    public static async Task Finish(WorkflowDb db, AccountabilityCase about, CancellationToken ct)
    {
        if (about.StepId is { } stepId && about.TaskId is { } taskId)
        {
            var step = await db.EscalationSteps.SingleAsync(s => s.Id == stepId, ct);
            step.Finish(db.Act!.At);
            db.RaiseEvent("ladder-changed", taskId);
        }
    }
}
