using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Core.AnnualTasks.Steps;

/// <summary>Waiting: the lead unit has yet to sign. Signed: work may begin. Closed: the lead was released and the task withdrawn.</summary>
public sealed class CheckSignFor() : TaskStep<Nothing>("Equalization.CheckSignFor", "Waiting", "Signed", "Closed")
{
    protected override Task<Answer<Nothing>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct) =>
        Task.FromResult(new Answer<Nothing>(!task.IsOpen ? "Closed" : task.State == TaskState.Issued ? "Waiting" : "Signed", Nothing.Value));
}

/// <param name="SignEndsAt">End of the last day on which the next units sign in time; null when none has a term running.</param>
public sealed record SignTerm(DateTimeOffset? SignEndsAt);

/// <summary>
/// Running: a unit's term to sign has yet to end. Waiting: units have still to sign or to be released, but no term runs. None: every part is signed
/// or released.
/// </summary>
public sealed class NextSignTerm() : TaskStep<SignTerm>("Equalization.NextSignTerm", "Running", "Waiting", "None")
{
    protected override Task<Answer<SignTerm>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var endsAt = task.IsOpen
            ? task.Units.Where(u => u.State == TaskUnitState.ToSign).Select(u => ChinaTime.EndOf(u.SignDueOn)).Where(end => end > now)
                .Order().Select(end => (DateTimeOffset?)end).FirstOrDefault()
            : null;
        var isAnyLeft = task.IsOpen && task.Units.Any(u => u.State is TaskUnitState.ToSign or TaskUnitState.Declined);
        return Task.FromResult(new Answer<SignTerm>(endsAt is not null ? "Running" : isAnyLeft ? "Waiting" : "None", new SignTerm(endsAt)));
    }
}

/// <summary>Who had not signed when the term ended, by short name; empty when everybody had.</summary>
public sealed record Unsigned(string Units);

/// <summary>The term to sign has ended (领办逾期): writes the units that have not signed into the story. The reminders do the rest.</summary>
public sealed class LapseSignFor() : TaskStep<Unsigned>("Equalization.LapseSignFor")
{
    protected override async Task<Answer<Unsigned>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var late = task.IsOpen && task.HeldSince is null ? task.Units.Where(u => u.State == TaskUnitState.ToSign && ChinaTime.EndOf(u.SignDueOn) <= now).ToList() : [];
        if (late.Count == 0)
        {
            return new("Done", new Unsigned(""));
        }

        var names = await Names(db, late, ct);
        db.Tell(task.Id, ActKind.LightChange, null, null, "签收期限 {0} 已过，尚未签收：{1}", late.Max(u => u.SignDueOn), names);
        return new("Done", new Unsigned(names));
    }
}
