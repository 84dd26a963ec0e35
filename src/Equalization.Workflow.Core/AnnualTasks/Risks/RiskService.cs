using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.AnnualTasks.Risks;

/// <summary>Sets how closely a task is watched (风险等级).</summary>
public sealed class RiskService(Transact transact)
{
    /// <summary>
    /// Refuses all but the office (not-allowed), a closed task (task-closed), the class it has already (risk-same), an empty reason (risk-reason).
    /// </summary>
    public Task Set(Actor actor, Guid taskId, int version, RiskClass risk, string? reason, CancellationToken ct) =>
        transact.Run(actor, "设定风险等级", async (db, _) =>
        {
            var task = await db.TakeTask(actor, taskId, ct);
            Permission.Require(RiskPermissions.MaySet(actor, task));
            task.MustBeOpen();
            db.Expect(task, version);
            var why = reason.Needed(300, "理由", new RuleBroken("risk-reason", "请写明调整风险等级的理由。") { Field = "Reason" });
            if (task.Risk == risk)
            {
                throw new RuleBroken("risk-same", "该任务已是这一风险等级，不需要调整。请改选其他等级。") { Field = "Risk" };
            }

            task.Rate(risk);
            db.Tell(task.Id, ActKind.Risk, null, why, risk switch
            {
                RiskClass.General => "风险等级调整为一般",
                RiskClass.Key => "风险等级调整为重点",
                RiskClass.HighRisk => "风险等级调整为高风险",
            });
        }, ct);
}

/// <summary>Who says how closely a task is watched.</summary>
public static class RiskPermissions
{
    public static bool MaySet(Actor actor, AnnualTask task) => actor.IsOffice(task.JurisdictionId);
}
