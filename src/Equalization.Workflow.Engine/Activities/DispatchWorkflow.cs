using System.Text.Json;
using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>
/// Starts the version of another definition that is published at that moment. The child's first burst runs right after this one, in the same
/// transaction, so Elsa's two forms (Dispatch and Execute) are one here.
/// </summary>
public sealed class DispatchWorkflow(string type) : Activity
{
    public override string Type => type;

    public override IReadOnlyList<InputSlot> Inputs { get; } =
    [
        new("workflowDefinitionId", typeof(string), IsRequired: true), new("correlationId", typeof(string)), new("input", typeof(JsonElement)),
        new("waitForCompletion", typeof(bool), MustBeConstant: true), new("startNewTrace", typeof(bool)), new("channelName", typeof(string)),
    ];

    public override IReadOnlyList<OutputSlot> Outputs { get; } = [new("result", typeof(JsonElement))];

    public override bool Waits(Node node) => node.Inputs.GetValueOrDefault("waitForCompletion") is Constant { Value: true };

    public override async ValueTask<Outcome> Run(Step step, CancellationToken ct)
    {
        var inputs = new Dictionary<string, object?>();
        if (step.Input("input", typeof(JsonElement)) is JsonElement { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var member in given.EnumerateObject())
            {
                inputs[member.Name] = member.Value;
            }
        }

        var correlation = step.Input<string>("correlationId");
        var child = await step.StartChild(step.Input<string>("workflowDefinitionId")!, correlation is "" ? null : correlation, inputs);
        return Waits(step.Node) ? new Outcome.UntilChild(child) : Outcome.Done;
    }

    public override Outcome Resume(Step step, object? payload)
    {
        step.Output("result", payload);
        return Outcome.Done;
    }
}
