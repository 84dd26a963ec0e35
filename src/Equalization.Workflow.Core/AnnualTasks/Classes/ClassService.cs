using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.AnnualTasks.Classes;

/// <summary>Sets a task's class (任务类别) after its issue.</summary>
public sealed class ClassService(Transact transact)
{
    /// <summary>Refuses all but the office (not-allowed), a closed task (task-closed), the class it has already (class-same), an empty reason (class-reason).</summary>
    public Task Set(Actor actor, Guid taskId, int version, TaskClass taskClass, string? reason, CancellationToken ct) =>
        transact.Run(actor, "设定任务类别", async (db, _) =>
        {
            var task = await db.TakeTask(actor, taskId, ct);
            Permission.Require(TaskPermissions.MayIssue(actor, task.JurisdictionId));
            task.MustBeOpen();
            db.Expect(task, version);
            var why = reason.Needed(300, "理由", new RuleBroken("class-reason", "请写明调整任务类别的理由。") { Field = "Reason" });
            if (task.Class == taskClass)
            {
                throw new RuleBroken("class-same", "该任务已是这一类别，不需要调整。请改选其他类别。") { Field = "Class" };
            }

            task.Classify(taskClass);
            db.Tell(task.Id, ActKind.Risk, null, why, taskClass switch
            {
                TaskClass.Ordinary => "任务类别调整为一般",
                TaskClass.Key => "任务类别调整为重点",
                TaskClass.Pilot => "任务类别调整为试点",
            });
        }, ct);
}
