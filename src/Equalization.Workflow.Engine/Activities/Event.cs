using System.Text.Json;
using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Waits for an event of a name, narrowed by the instance's correlation.</summary>
public sealed class Event : Activity
{
    public override string Type => "Elsa.Event";

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("eventName", typeof(string), IsRequired: true)];

    public override IReadOnlyList<OutputSlot> Outputs { get; } = [new("result", typeof(JsonElement))];

    public override bool Waits(Node node) => true;

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct) =>
        step.Input<string>("eventName") is { Length: > 0 } name
            ? new(new Outcome.UntilEvent(name))
            : throw new InvalidOperationException("事件名为空，无法等待。");

    public override Outcome Resume(Step step, object? payload)
    {
        step.Output("result", payload);
        return Outcome.Done;
    }
}
