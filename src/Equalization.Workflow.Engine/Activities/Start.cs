namespace Equalization.Workflow.Engine.Activities;

/// <summary>Marks where a flowchart begins.</summary>
public sealed class Start : Activity
{
    public override string Type => "Elsa.Start";

    public override bool OnlyInFlowchart => true;

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct) => new(Outcome.Done);
}
