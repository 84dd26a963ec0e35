using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Inside a flow, waits once for the next instant of a cron expression (six fields, with seconds; UTC, as Elsa reads it).</summary>
public sealed class Cron : Activity
{
    public override string Type => "Elsa.Cron";

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("cronExpression", typeof(string), IsRequired: true)];

    public override bool Waits(Node node) => true;

    public override IEnumerable<string> Check(Node node)
    {
        if (node.Inputs.GetValueOrDefault("cronExpression") is Constant { Value: string text } && !CronExpression.TryParse(text, out _, out var wrong))
        {
            yield return wrong;
        }
    }

    public override ValueTask<Outcome> Run(Step step, CancellationToken ct)
    {
        if (!CronExpression.TryParse(step.Input<string>("cronExpression") ?? "", out var cron, out var wrong))
        {
            throw new InvalidOperationException(wrong);
        }

        return new(cron.Next(step.Now) is { } due ? new Outcome.UntilInstant(due) : throw new InvalidOperationException("cron 表达式再也没有下一次。"));
    }
}
