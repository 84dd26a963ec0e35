using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Stops the instance with an incident that an administrator must close.</summary>
public sealed class Fault : Activity
{
    public override string Type => "Elsa.Fault";

    public override IReadOnlyList<InputSlot> Inputs { get; } =
        [new("code", typeof(string)), new("category", typeof(string)), new("faultType", typeof(string)), new("message", typeof(string))];

    public override Ports PortsOf(Node node) => Ports.None;

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct)
    {
        var (category, faultType) = (step.Input<string>("category") ?? "General", step.Input<string>("faultType") ?? "System");
        var message = step.Input<string>("message") ?? $"{category}/{faultType}";
        return new(new Outcome.Faults(step.Input<string>("code") ?? "0", message));
    }
}
