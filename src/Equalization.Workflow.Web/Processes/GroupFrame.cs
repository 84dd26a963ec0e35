namespace Equalization.Workflow.Web.Processes;

/// <summary>The room a group keeps around what stands in it.</summary>
internal static class GroupFrame
{
    public const double Side = 6;
    public const double Foot = 6;

    public static double HeadOf(Figure group) => HeadOf(group.Lines.Count);

    public static double HeadOf(int lines) => 8 + (lines * Lettering.LineHeight);
}
