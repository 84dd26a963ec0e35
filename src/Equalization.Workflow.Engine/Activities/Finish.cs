using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Finishes the instance from wherever it stands; nothing of it waits any more.</summary>
public sealed class Finish : Activity
{
    public override string Type => "Elsa.Finish";

    public override Ports PortsOf(Node node) => Ports.None;

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct) => new(new Outcome.EndsInstance());
}
