namespace Equalization.Workflow.Engine.Activities;

/// <summary>How a step ended: completed by one or more ports, waiting, or ending more than itself.</summary>
public abstract record Outcome
{
    public static readonly Outcome Done = new Completed([Ports.DoneName]);

    private Outcome()
    {
    }

    public static Outcome By(params IReadOnlyList<string> ports) => new Completed(ports);

    public sealed record Completed(IReadOnlyList<string> Ports) : Outcome;

    /// <summary>Waits for an event of this name, narrowed by the instance's correlation.</summary>
    public sealed record UntilEvent(string Name) : Outcome;

    /// <summary>Waits until an instant (UTC).</summary>
    public sealed record UntilInstant(DateTime DueAt) : Outcome;

    /// <summary>Waits for a child that starts when this burst is over.</summary>
    public sealed record UntilChild(Guid ChildId) : Outcome;

    /// <summary>Ends the flowchart it stands in, other branches too.</summary>
    public sealed record EndsChart : Outcome;

    /// <summary>Ends the instance.</summary>
    public sealed record EndsInstance : Outcome;

    /// <summary>Stops the instance with an incident; the other branches run on to their next wait first.</summary>
    public sealed record Faults(string Code, string Message) : Outcome;
}
