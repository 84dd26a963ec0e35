using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Brings branches together. The flowchart does the waiting; when the join runs, it has been decided.</summary>
public sealed class FlowJoin : Activity
{
    public override string Type => "Elsa.FlowJoin";

    public override bool OnlyInFlowchart => true;

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("mode", typeof(FlowJoinMode), MustBeConstant: true)];

    public static FlowJoinMode ModeOf(Node node) => node.Inputs.GetValueOrDefault("mode") is Constant { Value: FlowJoinMode mode } ? mode : FlowJoinMode.WaitAny;

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct) => new(Outcome.Done);
}
