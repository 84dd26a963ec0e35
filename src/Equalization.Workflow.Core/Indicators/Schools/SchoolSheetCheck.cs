using System.Globalization;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>
/// Checks a school table against what is registered. A school is known by its code; an empty cell changes nothing. Name and county are those of a school's newest
/// year: an older table leaves them. What the command takes with a doubt (part of a
/// person, more than four decimals) is refused here: it would stand in the ledger.
/// </summary>
internal sealed class SchoolSheetCheck(SchoolState state, SchoolFile file)
{
    private readonly Dictionary<string, School> made = [];
    private readonly HashSet<Guid> named = [];
    private readonly Dictionary<(string Code, int Year), int> rows = [];
    private readonly Dictionary<string, int> newest = [];

    public (IReadOnlyList<CheckedRow> Lines, IReadOnlyList<TableMissing> Missing) Check(SchoolSheet sheet)
    {
        foreach (var line in sheet.Lines.Where(l => l.Figures is not null))
        {
            newest[line.Figures!.Code] = Math.Max(newest.GetValueOrDefault(line.Figures.Code), line.Year ?? file.Year);
        }

        foreach (var line in sheet.Lines)
        {
            One(line);
        }

        var counties = sheet.Lines.Select(l => l.County ?? file.County).ToHashSet();
        return ([.. sheet.Lines.Select(l => l.Line)],
            [.. state.Schools.Values.Where(s => !named.Contains(s.Id) && counties.Contains(s.County)).OrderBy(s => s.SortKey, StringComparer.Ordinal).Select(s => new TableMissing(s.Id, s.Name, s.County))]);
    }

    private void One(SchoolLine read)
    {
        var line = read.Line;
        foreach (var doubt in read.Doubts)
        {
            line.Refuse(doubt.Column, new RuleBroken("school-whole", "人数和间数应为整数。请核对后改正。"));
        }

        var code = SchoolKey.Of(line.Text(SchoolColumns.Code));
        var known = state.Schools.GetValueOrDefault(code) ?? made.GetValueOrDefault(code);
        if (known is not null)
        {
            named.Add(known.Id);
        }

        if (read.Figures is not { } figures)
        {
            return;
        }

        var year = read.Year ?? file.Year;
        RequireKnowable(line, code, year, known);
        RequireLengths(line, read, figures);
        var names = known is null || IsNewest(known, year);
        var name = names && line.Has(SchoolColumns.Name) ? figures.Name : known?.Name ?? figures.Name;
        var county = (names ? read.County : null) ?? known?.County ?? file.County;
        var record = known is null ? null : state.Records.GetValueOrDefault((known.Id, year));
        var values = SchoolValues.Of(figures, read.Conditions);
        var before = record is null ? null : SchoolValues.Of(record.Figures(known!.Code, known.Name), record.Conditions);
        Compare(line, known, record is null, year, name, county, values, before);
        if (!line.IsRight)
        {
            return;
        }

        var school = known ?? new School(state.Actor.JurisdictionId, code, name, county);
        made.TryAdd(code, school);
        line.Apply = db => Write(db, school, record, year, name, county, values.Over(before));
    }

    /// <summary>The command may know a school by its name; the register knows it by its code, and a year of it once in a file.</summary>
    private void RequireKnowable(CheckedRow line, string code, int year, School? known)
    {
        if (code.Length == 0)
        {
            line.Refuse(SchoolColumns.Code, new RuleBroken("school-unnamed", "请填写学校代码。"));
        }
        else if (known is null && !line.Has(SchoolColumns.Name))
        {
            line.Refuse(SchoolColumns.Name, new RuleBroken("school-name", "请填写学校名称。"));
        }
        else if (!rows.TryAdd((code, year), line.Row))
        {
            line.Refuse(SchoolColumns.Code, new RuleBroken("school-twice", "第 {0} 行已是这所学校同一学年的数据。请删去其中一行。", rows[(code, year)]));
        }
    }

    private bool IsNewest(School known, int year) => year >= newest.GetValueOrDefault(known.Code) && year >= state.Newest.GetValueOrDefault(known.Id);

    private static void RequireLengths(CheckedRow line, SchoolLine read, SchoolFigures figures)
    {
        line.Holds(SchoolColumns.Code, () => figures.Code.Within(School.LongestCode, SchoolColumns.Code, SchoolColumns.Code));
        line.Holds(SchoolColumns.Name, () => figures.Name.Within(School.LongestName, SchoolColumns.Name, SchoolColumns.Name));
        line.Holds(SchoolColumns.County, () => read.County.Within(School.LongestCounty, SchoolColumns.County, SchoolColumns.County));
        line.Holds(SchoolColumns.Setting, () => read.Conditions.Setting.Within(SchoolRecord.LongestWord, SchoolColumns.Setting, SchoolColumns.Setting));
        line.Holds(SchoolColumns.Founder, () => read.Conditions.Founder.Within(SchoolRecord.LongestWord, SchoolColumns.Founder, SchoolColumns.Founder));
    }

    private static void Compare(CheckedRow line, School? known, bool isNew, int year, string name, string county, SchoolValues values, SchoolValues? before)
    {
        line.IsNew = isNew;
        line.Sets(SchoolColumns.Name, known?.Name, name);
        line.Sets(SchoolColumns.County, known?.County, county);
        if (isNew)
        {
            line.Sets(SchoolColumns.Year, null, SchoolYear.WordOf(year));
        }

        foreach (var (column, value) in values.Numbers)
        {
            if (value is { } said)
            {
                line.Holds(column, () => SchoolValueRules.RequireDecimals(column, said, column));
            }

            line.Sets(column, Shown(before?.Numbers[column]), Shown(value));
        }

        foreach (var (column, word) in values.Words)
        {
            line.Sets(column, before?.Words[column], word);
        }
    }

    private void Write(WorkflowDb db, School school, SchoolRecord? record, int year, string name, string county, SchoolValues values)
    {
        if (db.Entry(school).State == Microsoft.EntityFrameworkCore.EntityState.Detached)
        {
            db.Add(school);
        }

        if (school.Name != name || school.County != county)
        {
            db.Add(Renamed(school, year, name, county));
            school.Rename(name, county);
        }

        var row = record ?? new SchoolRecord(school, year);
        if (record is null)
        {
            db.Add(row);
        }

        row.Set(values.Figures(school.Code, school.Name), values.Conditions, file.Origin, file.Id);
    }

    private SchoolCorrection Renamed(School school, int year, string name, string county)
    {
        (string Column, string Before, string After)[] changes = [(SchoolColumns.Name, school.Name, name), (SchoolColumns.County, school.County, county)];
        return new()
        {
            JurisdictionId = school.JurisdictionId, SchoolId = school.Id, Year = year, At = file.TakenAt!.Value, By = file.TakenBy!,
            Reason = $"导入 {file.FileName}".Cut(SchoolCorrection.LongestReason),
            Changes = string.Join('\n', changes.Where(c => c.Before != c.After).Select(c => $"{c.Column}\t{c.Before}\t{c.After}")),
        };
    }

    private static string? Shown(decimal? value) => value?.ToString("0.########", CultureInfo.InvariantCulture);
}
