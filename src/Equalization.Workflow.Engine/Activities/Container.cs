using Equalization.Workflow.Engine.Runtime;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>An activity that holds others and says which runs next. The set is closed: flowchart, sequence, if.</summary>
public abstract class Container : Activity
{
    /// <summary>Members of the file that hold its activities.</summary>
    public abstract IReadOnlyList<string> ChildMembers { get; }

    public override IReadOnlyList<string> OwnMembers => [.. ChildMembers, "variables"];

    public sealed override ValueTask<Outcome> Run(Step step, CancellationToken ct) => throw new NotSupportedException("A container is entered, not run.");

    internal abstract void Begin(Burst burst, Frame frame);

    internal abstract void ChildDone(Burst burst, Frame frame, Definitions.Node child, IReadOnlyList<string> ports);

    /// <summary>Decides what could not be decided while something was running; true when that set something going.</summary>
    internal virtual bool Settle(Burst burst, Frame frame) => false;
}
