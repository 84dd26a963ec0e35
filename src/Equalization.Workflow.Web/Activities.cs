using Equalization.Workflow.Core.Progress.Steps;

namespace Equalization.Workflow.Web;

/// <summary>The product's own activities that a definition may name, one line each in the slices' order.</summary>
public static class Activities
{
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(CheckHelp),
        typeof(TellHelpOwner),
        typeof(LapseHelp),
    ];
}
