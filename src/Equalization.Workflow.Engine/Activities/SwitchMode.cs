namespace Equalization.Workflow.Engine.Activities;

/// <summary>How many cases of a switch are followed: the first that holds, or all that hold.</summary>
public enum SwitchMode
{
    MatchFirst,
    MatchAny,
}
