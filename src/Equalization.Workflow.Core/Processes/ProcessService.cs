using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Processes;

/// <summary>What an administrator does about a process that was stopped by an incident. Both acts leave an audited row.</summary>
public sealed class ProcessService(Transact transact, IWorkflowEngine engine)
{
    /// <summary>
    /// Applies again what the instance failed on; answers whether it goes on (false: it was stopped once more). Refuses process-not-stopped.
    /// </summary>
    public Task<bool> Retry(Actor actor, Guid instanceId, CancellationToken ct) => transact.Run(actor, "重试流程", async (db, act) =>
    {
        await Intervene(db, act, instanceId, InterventionKind.Retry, null, ct);
        await engine.Retry(db, instanceId, actor.Signature(), ct);
        return await db.Set<Instance>().AnyAsync(i => i.Id == instanceId && i.Status != InstanceStatus.Faulted, ct);
    }, ct);

    /// <summary>
    /// Ends a stopped instance for good, with the children it waits for; what the process has done stays done. Refuses process-not-stopped and
    /// cancel-needs-reason.
    /// </summary>
    public Task Cancel(Actor actor, Guid instanceId, string? reason, CancellationToken ct) => transact.Run(actor, "取消流程", async (db, act) =>
    {
        var why = reason.Needed(ProcessMap.LongestReason, "取消理由", new RuleBroken("cancel-needs-reason", "请填写取消流程的理由。") { Field = "Reason" });
        await Intervene(db, act, instanceId, InterventionKind.Cancel, why, ct);
        await engine.Cancel(db, instanceId, actor.Signature(), why, ct);
    }, ct);

    private static async Task Intervene(WorkflowDb db, CurrentAct act, Guid instanceId, InterventionKind kind, string? reason, CancellationToken ct)
    {
        var instance = Permission.Found(
            await db.Set<Instance>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == instanceId, ct),
            i => i.TenantId == act.Actor.JurisdictionId && ProcessPermissions.MaySeeAll(act.Actor));
        Permission.Require(ProcessPermissions.MaySettle(act.Actor, instance.TenantId));
        if (instance.Status != InstanceStatus.Faulted)
        {
            throw new RuleBroken("process-not-stopped", "这个流程没有停在异常上，可能已由他人处理。请刷新页面查看最新状态。");
        }

        // Saved before the engine runs: a step that fails again takes everything unsaved with it.
        db.Add(new ProcessIntervention(instance, kind, reason, act));
        await db.SaveChangesAsync(ct);
    }
}
