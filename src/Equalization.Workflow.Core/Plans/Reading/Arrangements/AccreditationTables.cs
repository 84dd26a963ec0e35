using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Arrangements;

/// <summary>One thing that a schedule says: these counties pass these stages by then.</summary>
internal sealed record AccreditationEntry(IReadOnlyList<string> Counties, IReadOnlyList<string> Stages, TimePhrase Date, TextLine Place);

/// <summary>The schedule of accreditation as a table with cells parted by "|": 区县|县级自评|市级复核|省级评估|国家认定, a county in each row; or 年度|国家认定, a year in each row.</summary>
internal static class AccreditationTables
{
    private static readonly string[] Counties = ["区县", "县区", "县市区", "县(市、区)", "县(区)", "县(市)", "区县(市)", "县名", "地区", "名称", "单位"];
    private static readonly string[] Years = ["年度", "年份", "时间", "完成时间"];

    public static List<AccreditationEntry> In(SourceView view, PlanYears years)
    {
        var entries = new List<AccreditationEntry>();
        List<string> header = [];
        for (var start = 0; start < view.Length; start = view.LineEnd(start) + 1)
        {
            var cells = Cells(view, start, view.LineEnd(start));
            if (cells.Count < 2)
            {
                header = [];
                continue;
            }

            var names = cells.ConvertAll(cell => SourceView.Of(view.Name(cell.Start, cell.End)).Folded);
            if (names.Exists(name => Counties.Contains(name) || Years.Contains(name)) && names.Exists(AccreditationStages.Is))
            {
                header = names;
            }
            else if (header.Count > 0 && header.Count == cells.Count)
            {
                entries.AddRange(Row(view, header, cells, years));
            }
        }

        return entries;
    }

    private static IEnumerable<AccreditationEntry> Row(SourceView view, List<string> header, List<TextLine> cells, PlanYears years)
    {
        var key = header.FindIndex(name => Counties.Contains(name) || Years.Contains(name));
        for (var i = 0; i < cells.Count; i++)
        {
            var (county, time) = Counties.Contains(header[key]) ? (cells[key], cells[i]) : (cells[i], cells[key]);
            if (AccreditationStages.Is(header[i]) && Accreditations.CountiesIn(view, county.Start, county.End) is { } counties
                && TimePhrases.InCell(view, time.Start, time.End, years) is { Kind: DeadlineKind.By, Day: not null } date)
            {
                yield return new AccreditationEntry(counties, [header[i]], date, new TextLine(cells[0].Start, cells[^1].End));
            }
        }
    }

    private static List<TextLine> Cells(SourceView view, int start, int end)
    {
        (start, end) = view.Trim(start, end);
        var cells = new List<TextLine>();
        var from = start < end && view[start] == '|' ? start + 1 : start;
        for (var i = from; i <= end; i++)
        {
            if ((i == end && from < end) || (i < end && view[i] == '|'))
            {
                var (a, b) = view.Trim(from, i);
                cells.Add(new TextLine(a, Math.Max(a, b)));
                from = i + 1;
            }
        }

        return cells;
    }
}

/// <summary>The names of the stages of an accreditation: 县级自评, 市级复核, 国家审核认定.</summary>
internal static class AccreditationStages
{
    private static readonly string[] Ends = ["自评", "自查", "复核", "评估", "认定", "验收", "审核", "复查", "申报", "督导"];

    public static bool Is(string name) => name.Length is >= 3 and <= 12 && Array.Exists(Ends, ending => name.EndsWith(ending, StringComparison.Ordinal));
}
