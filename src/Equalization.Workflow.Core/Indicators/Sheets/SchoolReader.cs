using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Core.Indicators.Sheets;

/// <summary>Reads a school table by its headings, in any order and by many names, into one set of figures a row.</summary>
public sealed class SchoolReader
{
    private static readonly string[] Totals = ["合计", "总计", "小计", "全县合计", "全区合计", "平均", "全县", "全区"];

    private readonly TableHeads heads;
    private readonly Dictionary<string, decimal> units = [];
    private readonly List<Remark> notes = [];
    private readonly Dictionary<(string Key, int? Year), int> seen = [];

    private SchoolReader(TableHeads heads) => this.heads = heads;

    /// <summary>Refuses a table without rows (table-empty) and one without the columns that a school table needs (table-head), at field File.</summary>
    public static SchoolSheet Read(TableFile file, TableReading reading)
    {
        var columns = SchoolColumns.All.Select(c => c with { IsNeeded = SchoolColumns.Needed.Contains(c.Name) }).ToList();
        var heads = TableHeads.Find(reading.Shown(file), columns, reading.Columns);
        RequireSchools(file, heads);
        return new SchoolReader(heads).Read(file, heads, reading);
    }

    /// <summary>The headings of the table, for a person to match with the columns; none where no head is found.</summary>
    public static IReadOnlyList<string> Headings(TableFile file, TableReading reading)
    {
        try
        {
            var heads = TableHeads.Find(reading.Shown(file), SchoolColumns.All, reading.Columns);
            var row = heads.Sheet.Rows.First(r => r.Number == heads.HeadRow);
            return [.. row.Cells.Where(c => !c.IsEmpty && !c.IsSpread).Select(c => c.Text).Distinct()];
        }
        catch (RuleBroken)
        {
            return [];
        }
    }

    private static void RequireSchools(TableFile file, TableHeads heads)
    {
        bool Has(params string[] any) => any.Any(heads.Columns.ContainsKey);
        var missing = !Has(SchoolColumns.Code, SchoolColumns.Name) ? SchoolColumns.Code : !Has(SchoolColumns.PrimaryPupils, SchoolColumns.JuniorPupils) ? SchoolColumns.PrimaryPupils : null;
        if (missing is not null)
        {
            throw new RuleBroken("table-head", "文件“{0}”缺少这些列：{1}。表头是工作表“{2}”的第 {3} 行，其中未能对应的列：{4}。请改列名，或者在下面指定对应关系。",
                file.Name, missing, heads.Sheet.Name, heads.HeadRow, heads.Unknown.Count == 0 ? "无" : string.Join("、", heads.Unknown)) { Field = "File" };
        }
    }

    private SchoolSheet Read(TableFile file, TableHeads heads, TableReading reading)
    {
        SayHeadings(file, reading);
        var rows = heads.Rows(reading.WithHiddenRows).Where(r => heads.Columns.Values.Any(c => !r[c].IsEmpty)).ToList();
        var lines = rows.Where(IsSchool).Select(One).ToList();
        if (lines.Count == 0)
        {
            throw new RuleBroken("table-empty", "文件“{0}”里没有内容。请下载模板，填写后重新导入。", file.Name) { Field = "File" };
        }

        return new(SheetRead.Of(file, heads, rows.Count, reading), lines, notes);
    }

    private void SayHeadings(TableFile file, TableReading reading)
    {
        units[SchoolColumns.Equipment] = UnitOf(SchoolColumns.Equipment, 10_000, isMoney: true);
        foreach (var area in new[] { SchoolColumns.TeachingArea, SchoolColumns.SportsArea, SchoolColumns.IndoorSportsArea })
        {
            units[area] = UnitOf(area, 1, isMoney: false);
        }

        foreach (var (indicator, column, level) in SchoolColumns.OfIndicators.Where(c => !heads.Columns.ContainsKey(c.Column)))
        {
            notes.Add(level is { } at
                ? new Remark("表中没有“{0}”一列，{1}指标 {2} 无法计算", column, Levels.WordOf(at), indicator)
                : new Remark("表中没有“{0}”一列，指标 {1} 无法计算", column, indicator));
        }

        SayAbsent(SchoolColumns.PrimaryPupils, "表中没有“{0}”一列，小学各项指标和一贯制学校的折算无法计算");
        SayAbsent(SchoolColumns.JuniorPupils, "表中没有“{0}”一列，初中各项指标和一贯制学校的折算无法计算");
        SayAbsent(SchoolColumns.SeniorPupils, "表中没有“{0}”一列，完全中学和十二年一贯制学校的共用资源无法折算，其指标 4 至 7 无法计算");
        SayAbsent(SchoolColumns.IndoorSportsArea, "表中没有“{0}”一列，指标 4 按教学及辅助用房面积计算，未扣除室内体育用房");
        SayAbsent(SchoolColumns.Year, "表中没有“{0}”一列，全部数据视为同一学年");
        SayAbsent(SchoolColumns.County, "表中没有“{0}”一列，全部学校视为同一区县");
        if (heads.Unknown.Count > 0)
        {
            notes.Add(new Remark("这些列没有使用：{0}", string.Join("、", heads.Unknown)));
        }

        if (!reading.WithHiddenRows && heads.HiddenRows > 0)
        {
            notes.Add(new Remark("有 {0} 行被隐藏，没有读取。需要计入的，请取消隐藏后重新导入", heads.HiddenRows));
        }

        var others = file.Sheets.Where(s => s != heads.Sheet && s.Rows.Count > 0).Select(s => s.Name).ToList();
        if (others.Count > 0)
        {
            notes.Add(new Remark("只读取了工作表“{0}”，没有读取：{1}", heads.Sheet.Name, string.Join("、", others)));
        }
    }

    private void SayAbsent(string column, string format)
    {
        if (!heads.Columns.ContainsKey(column))
        {
            notes.Add(new Remark(format, column));
        }
    }

    /// <summary>A column in a unit that cannot be turned into ours is passed over: a wrong unit is worse than no number.</summary>
    private decimal UnitOf(string column, decimal usual, bool isMoney)
    {
        if (!heads.Columns.TryGetValue(column, out var at))
        {
            return usual;
        }

        var heading = heads.Sheet.Rows.First(r => r.Number == heads.HeadRow)[at].Text;
        var unit = SchoolCells.UnitOf(heading, usual);
        if (unit is null)
        {
            notes.Add(isMoney
                ? new Remark("“{0}”的单位不能换算，按没有数据处理。请换算成万元后重新导入", heading)
                : new Remark("“{0}”的单位不能换算，按没有数据处理。请换算成平方米后重新导入", heading));
        }
        else if (isMoney && !heading.Contains('元'))
        {
            notes.Add(new Remark("“{0}”没有写明单位，按{1}计算", heading, "万元"));
        }

        return unit ?? 0;
    }

    /// <summary>Sums and remarks under the table are no schools.</summary>
    private bool IsSchool(TableRow row)
    {
        var named = heads.Cell(row, SchoolColumns.Code).Text + heads.Cell(row, SchoolColumns.Name).Text;
        var isTotal = Totals.Contains(heads.Cell(row, SchoolColumns.Code).Text) || Totals.Contains(heads.Cell(row, SchoolColumns.Name).Text)
            || (row.Cells.Any(c => Totals.Contains(c.Text)) && heads.Cell(row, SchoolColumns.Type).IsEmpty);
        var isRemark = heads.Cell(row, SchoolColumns.Type).IsEmpty && (named.Length == 0 || heads.Columns.Values.Count(c => !row[c].IsEmpty) == 1);
        if (isTotal || isRemark)
        {
            notes.Add(new Remark(isTotal ? "第 {0} 行是合计，没有计入" : "第 {0} 行不是学校，没有计入", row.Number));
        }

        return !isTotal && !isRemark;
    }

    private SchoolLine One(TableRow row)
    {
        var name = heads.Cell(row, SchoolColumns.Name).Text;
        var code = SchoolKey.Of(heads.Cell(row, SchoolColumns.Code).Text);
        var line = new CheckedRow(heads, row, name.Length > 0 ? name : code);
        line.CheckCells(heads.Columns.Keys);
        var cells = new SchoolCells(line, units);
        var type = TypeOf(line);
        var year = cells.SchoolYearOf(SchoolColumns.Year);
        RequireName(line, code, name);
        var isUsable = !line.Faults.Any(f => f.Column is SchoolColumns.Code or SchoolColumns.Name or SchoolColumns.Type or SchoolColumns.Year);
        RequireOnce(line, code.Length > 0 ? code : name, year, isUsable, out var isTwice);
        var figures = Figures(cells, line, code.Length > 0 ? code : name, name.Length > 0 ? name : code, type ?? default);
        var county = CountyName.Of(line.Text(SchoolColumns.County));
        var conditions = new SchoolConditions(cells.Count(SchoolColumns.Classes), cells.Count(SchoolColumns.LargestClass), cells.Count(SchoolColumns.LargeClasses),
            cells.YearBuilt(SchoolColumns.BuiltIn), Said(line, SchoolColumns.Setting), Said(line, SchoolColumns.Founder));
        return new(line, isUsable && !isTwice ? figures : null, conditions, year, county.Length > 0 ? county : null, cells.Doubts);
    }

    private static string? Said(CheckedRow line, string column) => line.Text(column) is { Length: > 0 } said ? said : null;

    private static SchoolType? TypeOf(CheckedRow line)
    {
        var written = line.Text(SchoolColumns.Type);
        var type = SchoolTypes.Of(written);
        if (type is null)
        {
            line.Refuse(SchoolColumns.Type, new RuleBroken("school-type", "请填写办学类型，只能是：{0}。", SchoolTypes.All));
        }

        return type;
    }

    private static void RequireName(CheckedRow line, string code, string name)
    {
        if (code.Length == 0 && name.Length == 0)
        {
            line.Refuse(SchoolColumns.Code, new RuleBroken("school-unnamed", "请填写学校代码。"));
        }
    }

    private void RequireOnce(CheckedRow line, string key, int? year, bool isUsable, out bool isTwice)
    {
        isTwice = false;
        if (key.Length == 0)
        {
            return;
        }

        if (seen.TryGetValue((key, year), out var before))
        {
            isTwice = true;
            line.Refuse(SchoolColumns.Code, new RuleBroken("school-twice", "第 {0} 行已是这所学校同一学年的数据。请删去其中一行。", before));
        }
        else if (isUsable)
        {
            seen.Add((key, year), line.Row);
        }
    }

    private SchoolFigures Figures(SchoolCells cells, CheckedRow line, string code, string name, SchoolType type) => new(code, name, type)
    {
        Primary = new(cells.Count(SchoolColumns.PrimaryPupils), cells.Count(SchoolColumns.PrimaryQualified), cells.Count(SchoolColumns.PrimaryKey), cells.Count(SchoolColumns.PrimarySportsAndArts)),
        Junior = new(cells.Count(SchoolColumns.JuniorPupils), cells.Count(SchoolColumns.JuniorQualified), cells.Count(SchoolColumns.JuniorKey), cells.Count(SchoolColumns.JuniorSportsAndArts)),
        SeniorPupils = cells.Count(SchoolColumns.SeniorPupils),
        TeachingArea = Measured(cells, SchoolColumns.TeachingArea),
        TellsIndoorSports = line.Knows(SchoolColumns.IndoorSportsArea),
        IndoorSportsArea = Measured(cells, SchoolColumns.IndoorSportsArea),
        SportsArea = Measured(cells, SchoolColumns.SportsArea),
        Equipment = Measured(cells, SchoolColumns.Equipment),
        MultimediaRooms = cells.Count(SchoolColumns.MultimediaRooms),
    };

    private decimal? Measured(SchoolCells cells, string column) => units[column] == 0 ? null : cells.Number(column);
}
