using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Raises an event when this burst is over, in the same transaction; local events reach this instance only.</summary>
public sealed class PublishEvent : Activity
{
    public override string Type => "Elsa.PublishEvent";

    public override IReadOnlyList<InputSlot> Inputs { get; } =
    [
        new("eventName", typeof(string), IsRequired: true), new("correlationId", typeof(string)), new("isLocalEvent", typeof(bool)), new("payload", typeof(object)),
    ];

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct)
    {
        var name = step.Input<string>("eventName") ?? throw new InvalidOperationException("事件名为空，无法发布。");
        var correlation = step.Input<string>("correlationId");
        var payload = step.Input<object>("payload");
        step.Raise(new RaisedEvent(name, correlation is "" ? null : correlation, payload, $"活动 {step.Node.Id}"), step.Input<bool>("isLocalEvent"));
        return new(Outcome.Done);
    }
}
