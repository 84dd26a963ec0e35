using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Runtime;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Runs one of two activities, or none where the chosen one is left out.</summary>
public sealed class If : Container
{
    public override string Type => "Elsa.If";

    public override IReadOnlyList<InputSlot> Inputs { get; } = [new("condition", typeof(bool), IsRequired: true)];

    public override IReadOnlyList<OutputSlot> Outputs { get; } = [new("result", typeof(bool))];

    public override IReadOnlyList<string> ChildMembers { get; } = ["then", "else"];

    public override bool Waits(Node node) => Child(node, "then") is { } then && Child(node, "else") is { } other && then.Activity.Waits(then) && other.Activity.Waits(other);

    internal override void Begin(Burst burst, Frame frame)
    {
        var step = new Step(burst, frame, frame.Node);
        var holds = step.Input<bool>("condition");
        step.Output("result", holds);
        frame.Values = step.Values;
        if (Child(frame.Node, holds ? "then" : "else") is { } child)
        {
            burst.Schedule(frame, child);
        }
        else
        {
            burst.CompleteFrame(frame);
        }
    }

    internal override void ChildDone(Burst burst, Frame frame, Node child, IReadOnlyList<string> ports) => burst.CompleteFrame(frame);

    private static Node? Child(Node node, string member) => node.Children.FirstOrDefault(c => c.Place == $"{node.Place}.{member}");
}
