using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Breakdowns;

/// <summary>What came of comparing a breakdown with its draft. Moved: rows that were changed here since the file went out. Absent: sheets the file no longer has.</summary>
public sealed record BreakdownResult(TableCheck Table, IReadOnlyList<MovedRow> Moved, IReadOnlyList<string> Absent);

/// <summary>Checks a breakdown row by row against a draft, by the rules of the draft's own forms.</summary>
internal sealed class BreakdownCheck
{
    private readonly PlanVersion draft;
    private readonly List<Measure> measures;
    private readonly Dictionary<Guid, Measure> known;
    private readonly List<(Measure? Above, Measure Measure)> added = [];
    private readonly BreakdownRows rows;
    private readonly UnitCells units;

    private BreakdownCheck(PlanVersion draft, List<Measure> measures, BreakdownRows rows, UnitMatcher matcher)
    {
        this.draft = draft;
        this.measures = measures;
        this.rows = rows;
        known = measures.ToDictionary(m => m.Id);
        units = new UnitCells(matcher, rows);
    }

    /// <summary>Tracked when rows are to be written; a dry run reads only.</summary>
    public static async Task<BreakdownCheck> Load(WorkflowDb db, PlanVersion draft, DateOnly day, bool tracked, CancellationToken ct)
    {
        var all = DraftAccess.All(db).Where(m => m.PlanVersionId == draft.Id).OrderBy(m => m.Position);
        var measures = await (tracked ? all : all.AsNoTracking()).ToListAsync(ct);
        return new BreakdownCheck(
            draft, measures, await BreakdownRows.Load(db, draft.JurisdictionId, ct), await UnitMatcher.Load(db, draft.JurisdictionId, day, ct));
    }

    /// <summary>Refuses a file without any of the sheets (table-head).</summary>
    public BreakdownResult Check(TableFile table, TableReading reading)
    {
        var shown = reading.Shown(table);
        var sheets = Enum.GetValues<BreakdownPart>()
            .Select(part => (Part: part, Heads: BreakdownTables.Of(part).Find(shown, BreakdownTables.Shared)))
            .ToList();
        if (sheets.TrueForAll(s => s.Heads is null))
        {
            throw new RuleBroken("table-head", "文件“{0}”里没有找到分解表。请先导出这一版的分解表，在导出的文件上修改后再上传。", table.Name) { Field = "File" };
        }

        var read = new List<SheetRead>();
        var lines = new List<CheckedRow>();
        var moved = new List<MovedRow>();
        var missing = new List<TableMissing>();
        var owners = new MeasureOwners(measures);
        foreach (var (part, heads) in sheets.Where(s => s.Heads is not null).Select(s => (s.Part, s.Heads!)))
        {
            var round = BreakdownTables.Of(part);
            var now = measures.SelectMany(m => rows.Of(part, m)).ToDictionary(r => r.Id);
            var taken = heads.Rows(reading.WithHiddenRows).Where(r => heads.Columns.Values.Any(c => !r[c].IsEmpty)).ToList();
            BroughtTables.MustFit(taken.Count, heads.Sheet.Name);
            var returned = round.Compare(heads, taken, now);
            Each(part, returned, owners);
            read.Add(SheetRead.Of(table, heads, taken.Count, reading));
            lines.AddRange(returned.Select(r => r.Line));
            moved.AddRange(returned.Select(r => r.Moved).OfType<MovedRow>());
            var named = round.Ids(heads);
            missing.AddRange(now.Values.Where(r => !named.Contains(r.Id)).Select(r => new TableMissing(r.Id, r.Title, round.Name)));
        }

        return new BreakdownResult(
            new TableCheck(read, lines, missing, reading.PassedOver(table)), moved, [.. sheets.Where(s => s.Heads is null).Select(s => BreakdownTables.Of(s.Part).Name)]);
    }

    /// <summary>Writes what was checked. A new measure stands after that of the row above it; the numbers close up.</summary>
    public void Write(WorkflowDb db, TableCheck check)
    {
        check.Write(db);
        if (added.Count == 0)
        {
            return;
        }

        var below = added.ToLookup(a => a.Above?.Id ?? Guid.Empty, a => a.Measure);
        foreach (var (index, measure) in below[Guid.Empty].Concat(measures.SelectMany(m => below[m.Id].Prepend(m))).Index())
        {
            measure.Position = index + 1;
        }
    }

    private void Each(BreakdownPart part, IReadOnlyList<ReturnedRow> returned, MeasureOwners owners)
    {
        switch (part)
        {
            case BreakdownPart.Measures:
                Measures(returned, owners);
                break;
            case BreakdownPart.Deadlines:
                var deadlines = measures.SelectMany(m => m.Deadlines, (m, d) => (Measure: m, Part: d)).ToDictionary(x => x.Part.Id);
                foreach (var row in returned)
                {
                    var (measure, former) = row.Known is { } there ? deadlines[there.Id] : (owners.Of(row), null);
                    DatedRows.Deadline(draft, row, measure, former);
                }

                break;
            case BreakdownPart.Targets:
                var targets = measures.SelectMany(m => m.Targets, (m, t) => (Measure: m, Part: t)).ToDictionary(x => x.Part.Id);
                foreach (var row in returned)
                {
                    var (measure, former) = row.Known is { } there ? targets[there.Id] : (owners.Of(row), null);
                    DatedRows.Target(draft, row, measure, former);
                }

                break;
        }
    }

    private void Measures(IReadOnlyList<ReturnedRow> returned, MeasureOwners owners)
    {
        Measure? above = null;
        foreach (var row in returned)
        {
            if (row.Known is { } there)
            {
                above = known[there.Id];
                Changed(row, above);
                owners.Add(row, above);
            }
            else if (row.IsNew)
            {
                owners.Add(row, New(row, above));
            }
        }
    }

    private void Changed(ReturnedRow row, Measure measure)
    {
        CheckWords(row);
        if (row.Has(BreakdownTables.Body) && measure.Body.Length > RoundTable.LongestText)
        {
            row.Line.Refuse(BreakdownTables.Body, new RuleBroken("body-cut", "这条措施的内容太长，表中没有放下全文，不能在表中修改。请在核对页修改。"));
        }

        NoteWords(row);
        var wanted = units.Read(row, measure);
        row.Line.Apply = db =>
        {
            TakeWords(row, measure);
            UnitCells.Write(db, measure, wanted);
            DraftAccess.Touch(db, measure);
            DraftAccess.Touch(db, draft);
        };
    }

    private Measure? New(ReturnedRow row, Measure? above)
    {
        CheckWords(row);
        NoteWords(row);
        var wanted = units.Read(row, null);
        if (!row.Line.IsRight)
        {
            return null;
        }

        var measure = new Measure(
            draft, 0, null, row.Says(BreakdownTables.Title), above?.Section ?? "", row.Says(BreakdownTables.Body), above is null ? 0 : above.SourceStart + above.SourceLength, 0);
        row.Line.Apply = db =>
        {
            TakeWords(row, measure);
            measure.AddDoubt("由导入的分解表新增，原文中没有对应的文字，请核对。");
            db.Add(measure);
            UnitCells.Write(db, measure, wanted);
            DraftAccess.Touch(db, draft);
            added.Add((above, measure));
        };
        return measure;
    }

    private static void CheckWords(ReturnedRow row)
    {
        if (row.IsNew || row.Has(BreakdownTables.Title))
        {
            row.Line.Holds(BreakdownTables.Title, () => Measure.TitleMustHold(row.Says(BreakdownTables.Title)));
        }

        CellLimits.AtMost(row, BreakdownTables.Number, Measure.LongestNumber);
        CellLimits.AtMost(row, BreakdownTables.Section, Measure.LongestSection);
        CellLimits.AtMost(row, BreakdownTables.NoTask, Measure.LongestReason);
    }

    private static void NoteWords(ReturnedRow row)
    {
        foreach (var column in row.Changed.Where(c => c is not (BreakdownTables.Leads or BreakdownTables.Cooperating or BreakdownTables.Responsible)))
        {
            row.Note(column, row.Says(column));
        }
    }

    /// <summary>Only what was changed: the rest stays letter by letter as it is.</summary>
    private static void TakeWords(ReturnedRow row, Measure measure)
    {
        string Word(string column, string now) => row.Has(column) ? row.Says(column) : now;
        measure.Reword(Word(BreakdownTables.Title, measure.Title), Word(BreakdownTables.Body, measure.Body));
        measure.Number = Word(BreakdownTables.Number, measure.Number ?? "") is { Length: > 0 } number ? number : null;
        measure.Section = Word(BreakdownTables.Section, measure.Section);
        measure.SetNoTaskReason(Word(BreakdownTables.NoTask, measure.NoTaskReason ?? ""));
    }
}
