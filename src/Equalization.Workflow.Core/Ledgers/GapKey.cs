using System.Globalization;
using Equalization.Workflow.Core.Indicators;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>Which gap it is, whatever the year: of one school, or of the county where SchoolId is null. Indicator is 0 and Level null where the kind has none.</summary>
public sealed record GapKey(Guid? SchoolId, string County, GapKind Kind, int Indicator, Level? Level)
{
    public const int LongestText = 120;

    /// <summary>As the unique index of open entries holds it. A county's own gaps are told apart by its name, a school's are not: a school may change counties.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{(SchoolId is { } id ? id.ToString("N") : County)}|{Kind}|{Indicator}|{Level}");
}
