using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Sets an output of the definition, which a waiting parent receives.</summary>
public sealed class SetOutput : Activity
{
    public override string Type => "Elsa.SetOutput";

    public override IReadOnlyList<InputSlot> Inputs { get; } =
        [new("outputName", typeof(string), IsRequired: true, MustBeConstant: true), new("outputValue", typeof(object))];

    public override object? ReadSettings(SettingsReader reader) => (Func<string, bool>)reader.HasOutput;

    public override IEnumerable<string> Check(Node node)
    {
        if (Name(node) is { } name && !node.SettingsAs<Func<string, bool>>()(name))
        {
            yield return $"流程没有名为“{name}”的输出。";
        }
    }

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct)
    {
        step.SetOutput(Name(step.Node)!, step.Input<object>("outputValue"));
        return new(Outcome.Done);
    }

    private static string? Name(Node node) => (node.Inputs.GetValueOrDefault("outputName") as Constant)?.Value as string;
}
