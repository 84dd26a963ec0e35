using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Leaves by True or False.</summary>
public sealed class FlowDecision : Activity
{
    private static readonly Ports Both = new(["True", "False"]);

    public override string Type => "Elsa.FlowDecision";

    public override bool OnlyInFlowchart => true;

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("condition", typeof(bool), IsRequired: true)];

    public override Ports PortsOf(Node node) => Both;

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct) => new(Outcome.By(step.Input<bool>("condition") ? "True" : "False"));
}
