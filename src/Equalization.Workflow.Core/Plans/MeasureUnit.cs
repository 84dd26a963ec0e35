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
        FullName = asWritten;
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

    /// <summary>With a level sign put back that the document dropped (市编办、人社局 → 市人社局); equals AsWritten otherwise.</summary>
    public string FullName { get; init; } = "";

    /// <summary>Stands for several units (各区县(市)政府), so it is matched to a group.</summary>
    public bool IsCollective { get; init; }

    public Guid? UnitId { get; private set; }

    public Guid? GroupId { get; private set; }

    public int SourceStart { get; private set; }

    public int SourceLength { get; private set; }

    public bool IsMatched => UnitId is not null || GroupId is not null;

    public void MatchUnit(Guid unitId) => (UnitId, GroupId) = (unitId, null);

    public void MatchGroup(Guid groupId) => (UnitId, GroupId) = (null, groupId);

    /// <summary>The same unit for another measure, with its place and match.</summary>
    public MeasureUnit Copy() => new(JurisdictionId, Role, Position, AsWritten, SourceStart, SourceLength)
    {
        FullName = FullName,
        IsCollective = IsCollective,
        UnitId = UnitId,
        GroupId = GroupId,
    };

    /// <summary>Names the same unit in the same role, matched or as written.</summary>
    public bool IsSameAs(MeasureUnit other) =>
        Role == other.Role
        && (IsMatched && other.IsMatched ? (UnitId, GroupId) == (other.UnitId, other.GroupId) : FullName == other.FullName);
}
