using System.Text.Json;
using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>One port for each case, and Default when none holds.</summary>
public sealed class FlowSwitch : Activity
{
    private const string Default = "Default";

    private static readonly InputSlot Condition = new("cases", typeof(bool));

    public override string Type => "Elsa.FlowSwitch";

    public override bool OnlyInFlowchart => true;

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("mode", typeof(SwitchMode), MustBeConstant: true)];

    public override IReadOnlyList<string> OwnMembers => ["cases"];

    public override Ports PortsOf(Node node) =>
        new([.. Cases(node).Select(c => c.Label), Default], Mode(node) == SwitchMode.MatchAny ? PortChoice.Any : PortChoice.One);

    public override object? ReadSettings(SettingsReader reader)
    {
        var cases = new List<Case>();
        foreach (var item in reader.List("cases"))
        {
            var place = $"cases[{cases.Count}]";
            var label = item.ValueKind == JsonValueKind.Object ? item.TextOf("label") : null;
            if (string.IsNullOrWhiteSpace(label) || label == Default || cases.Exists(c => c.Label == label))
            {
                reader.Refuse(place, "分支的 label 为空、重复，或用了保留的 Default。");
            }

            item.Has("condition", out var condition);
            cases.Add(new Case(label ?? "", reader.Expression(condition, Condition, $"{place}.condition")));
        }

        return cases;
    }

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct)
    {
        var holding = Cases(step.Node).Where(c => step.Evaluate(c.Condition!, typeof(bool)) is true).Select(c => c.Label);
        var followed = Mode(step.Node) == SwitchMode.MatchFirst ? holding.Take(1).ToList() : holding.ToList();
        return new(Outcome.By(followed.Count == 0 ? [Default] : followed));
    }

    private static List<Case> Cases(Node node) => node.SettingsAs<List<Case>>();

    private static SwitchMode Mode(Node node) => node.Inputs.GetValueOrDefault("mode") is Constant { Value: SwitchMode mode } ? mode : SwitchMode.MatchFirst;

    private sealed record Case(string Label, Expression? Condition);
}
