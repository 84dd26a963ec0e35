using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Core.Processes;

/// <summary>
/// A step of a process that reads or changes the ledger. It runs inside the action or the timer run that set it going, writes through the
/// context it is given, and decides on the state as it stands, never on what an event claims.
/// </summary>
public abstract class DomainStep<TInput, TOutput>(string type, params IReadOnlyList<string> outcomes) : CustomActivity<TInput, TOutput>(type, outcomes)
    where TInput : notnull
    where TOutput : notnull
{
    protected sealed override Task<Answer<TOutput>> Run(TInput input, Step step, CancellationToken ct) => Run(input, (WorkflowDb)step.Db, step.Now, ct);

    protected abstract Task<Answer<TOutput>> Run(TInput input, WorkflowDb db, DateTime now, CancellationToken ct);
}

/// <summary>In whose name a step writes.</summary>
public static class StepActs
{
    /// <summary>
    /// The act whose name the rows of a step bear. A timer run spans all jurisdictions: from here on it acts in the name of this one, on the day
    /// of <paramref name="now"/>. A person's act stays that person's.
    /// </summary>
    public static CurrentAct ActIn(this WorkflowDb db, Guid jurisdictionId, DateTime now)
    {
        var act = db.Act ?? throw new InvalidOperationException("A step runs inside Transact.");
        if (act.Actor.IsSystem && (act.Actor.JurisdictionId != jurisdictionId || act.Actor.Day != ChinaTime.DayOf(now)))
        {
            db.Act = act = act with { Actor = Actor.System(jurisdictionId, ChinaTime.DayOf(now)) };
        }

        return act;
    }
}
