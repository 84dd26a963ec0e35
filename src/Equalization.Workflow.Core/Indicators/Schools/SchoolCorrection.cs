namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>What a person entered or changed at one school by hand: the values before and after, and why. Written once.</summary>
public sealed class SchoolCorrection
{
    public const int LongestReason = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid SchoolId { get; init; }

    public int Year { get; init; }

    public DateTime At { get; init; }

    /// <summary>Name and post of who entered it.</summary>
    public string By { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>One line a value: its column, before, after, with tabs between.</summary>
    public string Changes { get; init; } = "";
}
