using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Follows all its branches at once.</summary>
public sealed class FlowFork : Activity
{
    public override string Type => "Elsa.FlowFork";

    public override bool OnlyInFlowchart => true;

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("branches", typeof(string[]), MustBeConstant: true)];

    public override Ports PortsOf(Node node) => Branches(node) is { Length: > 0 } branches ? new(branches, PortChoice.All) : Ports.Done;

    public override IEnumerable<string> Check(Node node)
    {
        if (Branches(node) is { } branches && (branches.Distinct().Count() < branches.Length || branches.Any(string.IsNullOrWhiteSpace)))
        {
            yield return "分叉的分支名为空或重复。";
        }
    }

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct) => new(Outcome.By(PortsOf(step.Node).Names));

    private static string[]? Branches(Node node) => (node.Inputs.GetValueOrDefault("branches") as Constant)?.Value as string[];
}
