using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Engine;

/// <summary>The engine's limits.</summary>
public sealed class EngineOptions
{
    /// <summary>Steps one instance may take before it must wait; more is an incident.</summary>
    public int MostStepsInBurst { get; init; } = 1000;

    /// <summary>How far events and children may set one another going in one transaction; further is an incident.</summary>
    public int DeepestCascade { get; init; } = 100;

    /// <summary>Bursts that events and children may set going at second hand or further in one transaction; more are incidents.</summary>
    public int MostBurstsInCascade { get; init; } = 10_000;

    /// <summary>Characters that variables, inputs and outputs of one instance may take, written as JSON; more is an incident.</summary>
    public int LargestState { get; init; } = 1_000_000;

    /// <summary>How long one custom activity may run, in real time, until its token ends it.</summary>
    public TimeSpan LongestStep { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Called before the first step of a burst that may write: remembers what a context holds beside its rows. What it gives back is called when
    /// those steps are undone, so that they leave nothing queued there either.
    /// </summary>
    public Func<DbContext, Action> Remember { get; init; } = _ => () => { };

    /// <summary>
    /// Whether an exception says that another writer won. Such a one goes up to the caller, who runs the whole action again, and is no incident.
    /// </summary>
    public Func<Exception, bool> IsConflict { get; init; } = _ => false;
}
