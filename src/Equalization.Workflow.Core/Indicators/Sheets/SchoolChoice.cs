namespace Equalization.Workflow.Core.Indicators.Sheets;

/// <summary>
/// The rows of a table that are judged together: one county in one school year. Without a wish it is the newest year and the county with the most schools; the
/// notes say what was left aside.
/// </summary>
public sealed record SchoolChoice(int? Year, string? County, IReadOnlyList<SchoolLine> Lines, IReadOnlyList<Remark> Notes)
{
    /// <summary>Refuses a year (school-no-year) or county (school-no-county) that no row has.</summary>
    public static SchoolChoice Of(SchoolSheet sheet, int? wishedYear, string? wishedCounty)
    {
        var notes = new List<Remark>();
        var usable = sheet.Lines.Where(l => l.Figures is not null).ToList();
        var year = YearOf(usable, wishedYear, notes);
        var ofYear = usable.Where(l => l.Year == year || (l.Year is null && wishedYear is null && IsOneYear(usable))).ToList();
        var county = CountyOf(ofYear, wishedCounty, notes);
        var chosen = ofYear.Where(l => l.County == county).ToList();
        return new(year, county, chosen, notes);
    }

    private static bool IsOneYear(List<SchoolLine> lines) => lines.Select(l => l.Year).OfType<int>().Distinct().Count() == 1;

    private static int? YearOf(List<SchoolLine> lines, int? wished, List<Remark> notes)
    {
        var years = lines.Select(l => l.Year).OfType<int>().Distinct().Order().ToList();
        if (wished is not null && !years.Contains(wished.Value))
        {
            throw new RuleBroken("school-no-year", "表中没有 {0} 的数据。现有学年：{1}。", SchoolYear.WordOf(wished.Value), years.Count == 0 ? "无" : string.Join("、", years.Select(SchoolYear.WordOf)));
        }

        var year = wished ?? (years.Count > 0 ? years[^1] : null);
        if (years.Count > 1)
        {
            notes.Add(new Remark("表中有几个学年（{0}），本次只计算 {1}。要计算其他学年，请用 --year 指定", string.Join("、", years.Select(SchoolYear.WordOf)), SchoolYear.WordOf(year!.Value)));
        }

        foreach (var line in lines.Where(l => l.Year is null && years.Count > 0))
        {
            notes.Add(new Remark(years.Count == 1 && wished is null ? "第 {0} 行没有写学年，按同一学年计算" : "第 {0} 行没有写学年，没有计入", line.Line.Row));
        }

        return year;
    }

    private static string? CountyOf(List<SchoolLine> lines, string? wished, List<Remark> notes)
    {
        wished = wished is null ? null : CountyName.Of(wished);
        var counties = lines.GroupBy(l => l.County).OrderByDescending(g => g.Count()).ToList();
        if (wished is not null && !counties.Exists(c => c.Key == wished))
        {
            throw new RuleBroken("school-no-county", "表中没有“{0}”的学校。现有区县：{1}。", wished, counties.Count == 0 ? "无" : string.Join("、", counties.Select(c => c.Key ?? "未填写")));
        }

        var county = wished ?? counties.FirstOrDefault()?.Key;
        if (counties.Count > 1)
        {
            notes.Add(new Remark("表中有几个区县（{0}），校际差异按区县分别计算，本次只计算“{1}”。要计算其他区县，请用 --county 指定",
                string.Join("、", counties.Select(c => $"{c.Key ?? "未填写"} {c.Count()} 行")), county ?? "未填写"));
        }

        return county;
    }
}
