using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Goals;
using Equalization.Workflow.Core.Plans.Reading.Measures;
using Equalization.Workflow.Core.Plans.Reading.Sentences;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>Turns the rows of a table into measures.</summary>
internal static class TableMeasures
{
    /// <param name="planTitle">The plan's own title is no section, also where it stands right above the table.</param>
    public static IEnumerable<DraftMeasure> Of(SourceView view, PlanTable table, TextLine? planTitle, MeasureBuilder builder)
    {
        var firstLeads = Remarks.SaysForAll(view);
        var title = table.Title is { } line && !(planTitle is { } own && line.Start < own.End && own.Start < line.End) ? view.Name(line.Start, line.End) : "";
        var hasLead = table.Rows.Any(row => row.Units.Any(unit => unit.Column.Role == LabelKind.Lead));
        List<DraftUnit> above = [];
        foreach (var row in table.Rows)
        {
            var lists = row.Units.Select(unit => (unit.Column, List: UnitList.Read(view, unit.Place.Start, unit.Place.End))).ToList();
            var units = Inherit([.. row.Units.SelectMany((cell, i) => Stated(view, cell.Column, cell.Place, hasLead) ?? InColumn(view, lists[i].List, cell.Column, hasLead, firstLeads))]);
            var shares = units.Count == 0 && row.SharesUnits;
            units = shares ? above.ConvertAll(unit => unit with { Rule = ReadingRules.UnitCellAbove }) : units;
            above = units;

            var task = row.Title;
            while (task.Length > 1 && view[task.End - 1] is '。' or ';')
            {
                task = new TextLine(task.Start, task.End - 1);
            }

            var sentence = view.Folded.IndexOf('。', task.Start, task.Length);
            var head = sentence > 0 ? new TextLine(task.Start, sentence) : task;
            var measure = new DraftMeasure(
                row.Number,
                view.Text(head.Start, head.End),
                string.Join('/', new[] { title, row.Section }.Where(part => part.Length > 0)),
                sentence > 0 ? view.Text(sentence + 1, task.End) : "",
                view.Span(row.Start, row.End),
                view.Span(head.Start, head.End),
                units,
                [], [], [], [],
                shares && units.Count > 0 ? ["责任单位取自上一行合并的单元格，请核对。"] : [])
            {
                ListIsOpen = lists.Exists(cell => cell.List.IsOpen),
                Rule = ReadingRules.MeasureRow,
            };
            yield return OfTheirYears(view, row, builder.Finish(
                measure,
                [(task.Start, task.End), .. row.Targets.Select(target => (target.Place.Start, target.Place.End))],
                [.. row.Times.Select(time => (time.Start, time.End)), .. lists.SelectMany(cell => cell.List.Others)],
                isRow: true));
        }
    }

    /// <summary>What stands under 2025年目标 is due in that year.</summary>
    private static DraftMeasure OfTheirYears(SourceView view, TableRow row, DraftMeasure measure)
    {
        var dated = row.Targets.Where(target => target.Year is not null).Select(target => (Span: view.Span(target.Place.Start, target.Place.End), target.Year)).ToList();
        return dated.Count == 0
            ? measure
            : measure with { Targets = [.. measure.Targets.Select(target => dated.Find(cell => target.Span.Start >= cell.Span.Start && target.Span.End <= cell.Span.End) is { Year: { } year } ? target with { Year = year } : target)] };
    }

    /// <summary>牵头:A;配合:B and A牵头,B配合 in a column of responsible units say the roles themselves.</summary>
    private static IReadOnlyList<DraftUnit>? Stated(SourceView view, Column column, TextLine place, bool hasLead)
    {
        var statement = hasLead || column.Role != LabelKind.Responsible
            ? null
            : LabelledUnits.Read(view, place.Start, place.End, firstLeads: false) ?? VerbUnits.Read(view, place.Start, place.End);
        return statement is not null && statement.Units.Any(unit => unit.Role == DraftUnitRole.Lead) ? statement.Units : null;
    }

    private static List<DraftUnit> InColumn(SourceView view, UnitList list, Column column, bool hasLead, bool firstLeads)
    {
        List<DraftUnit> units = [.. list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, RoleOf(column.Role, hasLead), column.Label, ReadingRules.UnitCell))];
        return column.Role == LabelKind.Responsible && !hasLead ? LabelledUnits.Marked(units, firstLeads) : units;
    }

    /// <summary>Several units of a cell stand in several lines, so a dropped prefix is looked for above.</summary>
    private static List<DraftUnit> Inherit(List<DraftUnit> units)
    {
        string? level = null;
        for (var i = 0; i < units.Count; i++)
        {
            var resolved = UnitNames.Resolve(units[i].ResolvedName, level);
            level = UnitNames.LevelOf(resolved) ?? level;
            units[i] = units[i] with { ResolvedName = resolved };
        }

        return units;
    }

    private static DraftUnitRole RoleOf(LabelKind kind, bool hasLead) => kind switch
    {
        LabelKind.Lead => DraftUnitRole.Lead,
        LabelKind.Cooperating => DraftUnitRole.Cooperating,
        _ => hasLead ? DraftUnitRole.Cooperating : DraftUnitRole.Responsible,
    };
}
