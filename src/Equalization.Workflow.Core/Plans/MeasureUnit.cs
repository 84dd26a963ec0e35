using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans;

/// <summary>A unit or unit group tied to a measure. Matched when it names one of the unit list; AsWritten is what the document says.</summary>
public sealed class MeasureUnit
{
    private MeasureUnit()
    {
    }

    public MeasureUnit(Guid jurisdictionId, DraftUnitRole role, int position, string asWritten, int start, int length)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        Role = role;
        Position = position;
        AsWritten = asWritten;
        SourceStart = start;
        SourceLength = length;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid MeasureId { get; private set; }

    public DraftUnitRole Role { get; set; }

    /// <summary>Order within the role, from 0.</summary>
    public int Position { get; set; }

    public string AsWritten { get; private set; } = "";

    public Guid? UnitId { get; private set; }

    public Guid? GroupId { get; private set; }

    public int SourceStart { get; private set; }

    public int SourceLength { get; private set; }

    public bool IsMatched => UnitId is not null || GroupId is not null;

    public void MatchUnit(Guid unitId) => (UnitId, GroupId) = (unitId, null);

    public void MatchGroup(Guid groupId) => (UnitId, GroupId) = (null, groupId);
}

/// <summary>A date the plan names for a measure.</summary>
public sealed class MeasureDeadline
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid MeasureId { get; init; }

    public string AsWritten { get; init; } = "";

    public DeadlineKind Kind { get; init; }

    /// <summary>The last day (By) or the first day (Start), both included; null where the text names none.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>First day of a recurring one.</summary>
    public DateOnly? StartOn { get; init; }

    public int SourceStart { get; init; }

    public int SourceLength { get; init; }
}

/// <summary>A target (目标) of a measure, or of the plan as a whole, as numbers and as written.</summary>
public sealed class Target
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid MeasureId { get; init; }

    public int Position { get; init; }

    /// <summary>The year it must be met by the end of; null when the text names none.</summary>
    public int? Year { get; init; }

    public string AsWritten { get; init; } = "";

    public string Metric { get; init; } = "";

    public Comparator? Comparator { get; init; }

    public decimal? Value { get; init; }

    public decimal? Upper { get; init; }

    /// <summary>Unit of measure: %, 人, 所.</summary>
    public string? Unit { get; init; }

    public bool Aspirational { get; init; }

    public bool RecursYearly { get; init; }

    public string? PerUnit { get; init; }

    public string? Basis { get; init; }

    public int SourceStart { get; init; }

    public int SourceLength { get; init; }

    /// <summary>A target of a year belongs to that year; a yearly one to every year from its first; one without a year to every year.</summary>
    public bool AppliesIn(int year) => Year is null || Year == year || (RecursYearly && Year <= year);
}
