namespace Equalization.Workflow.Engine.Activities;

/// <summary>Gives the instance its correlation: events that name another one pass it by, also where it already waits.</summary>
public sealed class Correlate : Activity
{
    public override string Type => "Elsa.Correlate";

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("correlationId", typeof(string), IsRequired: true)];

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct)
    {
        step.Correlate(step.Input<string>("correlationId"));
        return new(Outcome.Done);
    }
}
