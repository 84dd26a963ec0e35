using System.Text.Json;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Core.AnnualTasks.Steps;

/// <param name="Key">The correlation by which events about the task are raised.</param>
/// <param name="About">What a child process about the same task takes as its inputs.</param>
public sealed record Subject(string Key, JsonElement About);

/// <summary>Hands a task on to child processes: definitions have no script that could put a key and inputs together.</summary>
public sealed class TaskSubject() : DomainStep<TaskInput, Subject>("Equalization.TaskSubject")
{
    protected override Task<Answer<Subject>> Run(TaskInput input, WorkflowDb db, DateTime now, CancellationToken ct) =>
        Task.FromResult(new Answer<Subject>("Done", new Subject(
            ProcessMoves.Correlation(input.TaskId), JsonSerializer.SerializeToElement(new Dictionary<string, Guid> { ["taskId"] = input.TaskId }))));
}
