namespace Equalization.Workflow.Core.Searches;

/// <summary>What is found, in the order in which results are shown. The numbers are part of stored places: they are never changed.</summary>
public enum SearchKind
{
    Task = 1,
    Measure = 2,
    Plan = 3,
    Report = 4,
    Paper = 5,
    Evidence = 6,
    Unit = 7,
}
