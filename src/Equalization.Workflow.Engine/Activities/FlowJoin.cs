using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>What a join waits for, in Elsa's words.</summary>
public enum FlowJoinMode
{
    /// <summary>The first branch goes on; whatever still waits on the way to the join is removed.</summary>
    WaitAny,

    /// <summary>Every branch must arrive.</summary>
    WaitAll,

    /// <summary>Every branch that can still arrive must arrive.</summary>
    WaitAllActive,
}

/// <summary>Brings branches together. The flowchart does the waiting; when the join runs, it has been decided.</summary>
public sealed class FlowJoin : Activity
{
    public override string Type => "Elsa.FlowJoin";

    public override bool OnlyInFlowchart => true;

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("mode", typeof(FlowJoinMode), MustBeConstant: true)];

    public static FlowJoinMode ModeOf(Node node) => node.Inputs.GetValueOrDefault("mode") is Constant { Value: FlowJoinMode mode } ? mode : FlowJoinMode.WaitAny;

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct) => new(Outcome.Done);
}
