using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Waits for a span of time, counted from the instant the step is reached.</summary>
public sealed class Delay : Activity
{
    public override string Type => "Elsa.Delay";

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("timeSpan", typeof(TimeSpan), IsRequired: true)];

    public override bool Waits(Node node) => true;

    public override IEnumerable<string> Check(Node node) => Timer.CheckSpan(node, "timeSpan");

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct) => new(new Outcome.UntilInstant(step.Now + Timer.SpanOf(step, "timeSpan")));
}
