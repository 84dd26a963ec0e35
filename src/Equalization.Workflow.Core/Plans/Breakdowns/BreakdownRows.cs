using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Breakdowns;

/// <summary>Measures as rows of the breakdown's sheets: the same rows go out and are compared with what comes back.</summary>
public sealed class BreakdownRows
{
    private readonly Dictionary<Guid, string> names;

    private BreakdownRows(Dictionary<Guid, string> names) => this.names = names;

    /// <summary>Reads the names of a jurisdiction's units and groups, those of units that have ended too.</summary>
    public static async Task<BreakdownRows> Load(WorkflowDb db, Guid jurisdictionId, CancellationToken ct)
    {
        var names = await db.Units.Where(u => u.JurisdictionId == jurisdictionId).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        foreach (var group in await db.UnitGroups.Where(g => g.JurisdictionId == jurisdictionId).Select(g => new { g.Id, g.Name }).ToListAsync(ct))
        {
            names[group.Id] = group.Name;
        }

        return new BreakdownRows(names);
    }

    public IEnumerable<RoundRow> Of(BreakdownPart part, Measure measure) => part switch
    {
        BreakdownPart.Measures => [Of(measure)],
        BreakdownPart.Deadlines => measure.Deadlines.OrderBy(d => d.SourceStart).ThenBy(d => d.Id).Select(d => Of(measure, d)),
        BreakdownPart.Targets => measure.Targets.OrderBy(t => t.Position).ThenBy(t => t.Id).Select(t => Of(measure, t)),
    };

    /// <summary>The list's name of a unit; the document's where it is not matched.</summary>
    public string NameOf(MeasureUnit unit) => (unit.UnitId ?? unit.GroupId) is { } id && names.TryGetValue(id, out var name) ? name : unit.AsWritten;

    /// <summary>The units of a role as one cell has them.</summary>
    public string Units(Measure measure, DraftUnitRole role) =>
        string.Join("、", measure.Units.Where(u => u.Role == role).OrderBy(u => u.Position).Select(NameOf));

    private static TableCell Cell(string? text) =>
        TableCell.Of(text is { Length: > RoundTable.LongestText } ? text.Cut(RoundTable.LongestText) + "……" : text);

    private static TableCell Cell(decimal? number) => number is { } value ? TableCell.Of(value) : default;

    private static TableCell Cell(DateOnly? day) => day is { } value ? TableCell.Of(value) : default;

    private static TableCell Cell(bool flag) => TableCell.Of(flag ? RoundColumn.Yes : null);

    private static RoundRow Of(Measure measure, MeasureDeadline deadline) => new(deadline.Id, $"{measure.Title}：{deadline.AsWritten}",
    [
        Cell(measure.Position), Cell(measure.Title), Cell(deadline.AsWritten), Cell(BreakdownTables.DeadlineKinds.First(k => k.Kind == deadline.Kind).Word),
        Cell(deadline.Day), Cell(deadline.StartOn),
    ]);

    private static RoundRow Of(Measure measure, Target target) => new(target.Id, $"{measure.Title}：{target.AsWritten}",
    [
        Cell(measure.Position), Cell(measure.Title), Cell((decimal?)target.Year), Cell(target.AsWritten), Cell(target.Metric),
        Cell(target.Comparator is { } comparator ? BreakdownTables.Comparators.First(c => c.Comparator == comparator).Word : null), Cell(target.Value), Cell(target.Upper),
        Cell(target.Unit), Cell(target.RecursYearly), Cell(target.Aspirational), Cell(target.PerUnit),
    ]);

    private RoundRow Of(Measure measure) => new(measure.Id, measure.Title,
    [
        Cell(measure.Position), Cell(measure.Number), Cell(measure.Section), Cell(measure.Title), Cell(measure.Body), Cell(Units(measure, DraftUnitRole.Lead)),
        Cell(Units(measure, DraftUnitRole.Cooperating)), Cell(Units(measure, DraftUnitRole.Responsible)),
        Cell(string.Join('\n', measure.Deadlines.OrderBy(d => d.SourceStart).ThenBy(d => d.Id).Select(d => d.AsWritten))),
        Cell(string.Join('\n', measure.Targets.OrderBy(t => t.Position).ThenBy(t => t.Id).Select(t => t.AsWritten))),
        Cell(measure.NoTaskReason),
    ]);
}
