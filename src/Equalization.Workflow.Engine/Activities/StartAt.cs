using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Waits until an instant; one that has passed completes at once.</summary>
public sealed class StartAt : Activity
{
    public override string Type => "Elsa.StartAt";

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("dateTime", typeof(DateTimeOffset), IsRequired: true)];

    public override bool Waits(Node node) => true;

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct)
    {
        var due = step.Input("dateTime", typeof(DateTimeOffset)) is DateTimeOffset instant
            ? instant.UtcDateTime
            : throw new InvalidOperationException("dateTime 没有值，不知道等到何时。");
        return new(due <= step.Now ? Outcome.Done : new Outcome.UntilInstant(due));
    }
}
