using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Inside a flow, waits once for its interval.</summary>
public sealed class Timer : Activity
{
    public override string Type => "Elsa.Timer";

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("interval", typeof(TimeSpan), IsRequired: true)];

    public override bool Waits(Node node) => true;

    public override IEnumerable<string> Check(Node node) => CheckSpan(node, "interval");

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct) => new(new Outcome.UntilInstant(step.Now + SpanOf(step, "interval")));

    /// <summary>The span to wait; one that a variable gives must be longer than nothing too.</summary>
    internal static TimeSpan SpanOf(Step step, string input) => step.Input<TimeSpan>(input) is var span && span > TimeSpan.Zero
        ? span
        : throw new InvalidOperationException($"{input} 的值 {span:c} 应长于零。");

    /// <summary>A constant span must be longer than nothing, or a loop over it would spin.</summary>
    internal static IEnumerable<string> CheckSpan(Node node, string input)
    {
        if (node.Inputs.GetValueOrDefault(input) is Constant { Value: TimeSpan span } && span <= TimeSpan.Zero)
        {
            yield return $"{input} 应长于零。";
        }
    }
}
