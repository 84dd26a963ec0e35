using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Web.Pages.Plans;

/// <summary>What any one form of the review screen posts; each fills its own few fields. Version is the measure's, except at confirmation.</summary>
public sealed class ReviewInput
{
    public Guid MeasureId { get; set; }

    public int Version { get; set; }

    public string? Doubt { get; set; }

    public string? Number { get; set; }

    public string? Title { get; set; }

    public string? Section { get; set; }

    public string? Body { get; set; }

    public string? Reason { get; set; }

    /// <summary>A unit of the measure.</summary>
    public Guid? PartId { get; set; }

    /// <summary>A unit or group of the unit list.</summary>
    public Guid? ListId { get; set; }

    public DraftUnitRole Role { get; set; }

    public int By { get; set; }

    public bool Remember { get; set; }

    public string? Name { get; set; }

    public UnitKind Kind { get; set; } = UnitKind.Department;

    public List<Guid> MemberIds { get; set; } = [];

    public Guid? TargetId { get; set; }

    public Guid? DeadlineId { get; set; }

    public string? AsWritten { get; set; }

    public string? Metric { get; set; }

    public int? Year { get; set; }

    public Comparator? Comparator { get; set; }

    public decimal? Value { get; set; }

    public decimal? Upper { get; set; }

    public string? Unit { get; set; }

    public string? PerUnit { get; set; }

    public bool Aspirational { get; set; }

    public bool RecursYearly { get; set; }

    public DeadlineKind DeadlineKind { get; set; }

    public DateOnly? Day { get; set; }

    public DateOnly? StartOn { get; set; }

    /// <summary>A place in the source, picked there; -1 when it was given by its words.</summary>
    public int At { get; set; } = -1;

    public int Length { get; set; }

    /// <summary>Words of the source, as copied.</summary>
    public string? Words { get; set; }

    public string? DocumentNumber { get; set; }

    public string? Issuer { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public int PeriodFrom { get; set; }

    public int PeriodTo { get; set; }
}
