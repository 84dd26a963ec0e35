namespace Equalization.Workflow.Core.Papers.Cases;

/// <summary>Events of cases, correlated by the case's id.</summary>
public static class CaseEvents
{
    /// <summary>Somebody took a step in the case, or signed for one of its papers.</summary>
    public const string Moved = "case-moved";
}
