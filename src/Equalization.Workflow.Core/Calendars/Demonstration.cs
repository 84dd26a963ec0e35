namespace Equalization.Workflow.Core.Calendars;

/// <summary>
/// The mark of a database on which somebody has set the clock. It is made once and never taken away: what such a database says happened
/// at other times than it says.
/// </summary>
public sealed class Demonstration
{
    /// <summary>The one row.</summary>
    public const int Only = 1;

    public int Id { get; init; } = Only;

    /// <summary>The machine's own instant at which the mark was made.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>What the set clock showed then.</summary>
    public DateTime ShownAt { get; init; }
}
