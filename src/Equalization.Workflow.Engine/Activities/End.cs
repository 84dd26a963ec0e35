using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Ends its flowchart at once, whatever its other branches still wait for.</summary>
public sealed class End : Activity
{
    public override string Type => "Elsa.End";

    public override bool OnlyInFlowchart => true;

    public override Ports PortsOf(Node node) => Ports.None;

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct) => new(new Outcome.EndsChart());
}
