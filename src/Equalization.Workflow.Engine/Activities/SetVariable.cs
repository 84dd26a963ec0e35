using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Puts a value into a variable.</summary>
public sealed class SetVariable : Activity
{
    public override string Type => "Elsa.SetVariable";

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("value", typeof(object))];

    public override IReadOnlyList<string> OwnMembers => ["variable"];

    public override object? ReadSettings(SettingsReader reader) => reader.Variable("variable");

    public override IEnumerable<string> Check(Node node)
    {
        if (node.Settings is Variable variable && node.Inputs.GetValueOrDefault("value") is Constant constant && !DataTypes.TryConvert(constant.Value, variable.Type, out _))
        {
            yield return $"这个值不能放进变量 {variable.Id}（{DataTypes.NameOf(variable.Type)}）。";
        }
    }

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct)
    {
        step.SetVariable(step.Node.SettingsAs<Variable>(), step.Input<object>("value"));
        return new(Outcome.Done);
    }
}
