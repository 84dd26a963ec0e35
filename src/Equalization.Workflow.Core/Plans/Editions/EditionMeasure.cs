using System.Globalization;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans.Editions;

/// <summary>A measure as two editions are compared: values only. Version is the row's, for the form that corrects a pairing.</summary>
public sealed record EditionMeasure(
    Guid Id, Guid OriginId, int Version, int Position, string? Number, string Section, string Title, string Body,
    IReadOnlyList<EditionUnit> Units, IReadOnlyList<string> Deadlines, IReadOnlyList<string> Targets)
{
    public static EditionMeasure Of(Measure measure) => new(
        measure.Id, measure.OriginId, measure.Version, measure.Position, measure.Number, measure.Section, measure.Title, measure.Body,
        [.. measure.Units.OrderBy(u => u.Role).ThenBy(u => u.Position).Select(u => new EditionUnit(u.Role, u.UnitId ?? u.GroupId, u.FullName))],
        [.. measure.Deadlines.OrderBy(d => d.SourceStart).Select(Words)],
        [.. measure.Targets.OrderBy(t => t.Position).Select(t => t.AsWritten)]);

    /// <summary>As written, with the day: a person may have set another day for the same words.</summary>
    private static string Words(MeasureDeadline deadline) =>
        deadline.Day is { } day ? $"{deadline.AsWritten}（{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}）" : deadline.AsWritten;
}

/// <summary>A unit of a measure; ListId is null while it is not matched to the unit list.</summary>
public sealed record EditionUnit(DraftUnitRole Role, Guid? ListId, string Name)
{
    /// <summary>Another name of the same unit is no change.</summary>
    public bool IsSameAs(EditionUnit other) => ListId is { } id && other.ListId is { } otherId ? id == otherId : Name == other.Name;
}
