using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Steps;

/// <summary>Which annual task a step is about.</summary>
public sealed record TaskInput(Guid TaskId);

/// <summary>A step about one annual task, which is loaded with its units; the act speaks for the task's jurisdiction.</summary>
public abstract class TaskStep<TOutput>(string type, params IReadOnlyList<string> outcomes) : DomainStep<TaskInput, TOutput>(type, outcomes)
    where TOutput : notnull
{
    protected sealed override async Task<Answer<TOutput>> Run(TaskInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var task = await db.TaskOfStep(input.TaskId, ct);
        db.ActIn(task.JurisdictionId, now);
        return await Run(task, db, now, ct);
    }

    protected abstract Task<Answer<TOutput>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct);

    /// <summary>Short names of the parts' units, joined for a sentence.</summary>
    protected static async Task<string> Names(WorkflowDb db, IEnumerable<TaskUnit> parts, CancellationToken ct)
    {
        var ids = parts.Select(p => p.UnitId).ToList();
        return string.Join("、", await db.Units.Where(u => ids.Contains(u.Id)).OrderBy(u => u.SortKey).Select(u => u.ShortName).ToListAsync(ct));
    }
}
