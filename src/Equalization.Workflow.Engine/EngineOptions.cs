namespace Equalization.Workflow.Engine;

/// <summary>The engine's limits.</summary>
public sealed class EngineOptions
{
    /// <summary>Steps one instance may take before it must wait; more is an incident.</summary>
    public int MostStepsInBurst { get; init; } = 1000;

    /// <summary>How far events and children may set one another going in one transaction; further is an incident.</summary>
    public int DeepestCascade { get; init; } = 100;

    /// <summary>How long one custom activity may run until its token ends it.</summary>
    public TimeSpan LongestStep { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether an exception says that another writer won. Such a one goes up to the caller, who runs the whole action again, and is no incident.
    /// </summary>
    public Func<Exception, bool> IsConflict { get; init; } = _ => false;
}
