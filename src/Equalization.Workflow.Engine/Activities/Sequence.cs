using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Runtime;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>Runs its activities one after another.</summary>
public sealed class Sequence : Container
{
    public override string Type => "Elsa.Sequence";

    public override IReadOnlyList<string> ChildMembers { get; } = ["activities"];

    public override bool Waits(Node node) => node.Children.Any(c => c.Activity.Waits(c));

    internal override void Begin(Burst burst, Frame frame) => Next(burst, frame);

    internal override void ChildDone(Burst burst, Frame frame, Node child, IReadOnlyList<string> ports) => Next(burst, frame);

    private static void Next(Burst burst, Frame frame)
    {
        if (frame.Position < frame.Node.Children.Count)
        {
            burst.Schedule(frame, frame.Node.Children[frame.Position++]);
        }
        else
        {
            burst.CompleteFrame(frame);
        }
    }
}
