using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Indicators.Standards;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>
/// What a person should look at in a table whose rows are all right: values that stand out in their county or jump from the year before, and how many rows would put
/// reported numbers in the place of 事业统计.
/// </summary>
public sealed record SchoolImportDoubts(IReadOnlyList<SchoolFlag> Flags, int Overwrites)
{
    /// <summary>More than anybody looks through; what is beyond shows on the county's page after the import.</summary>
    public const int MostFlags = 200;

    public static SchoolImportDoubts None { get; } = new([], 0);

    /// <summary>The year before is the table's own where it has it, else the register's. Two queries and the standard's.</summary>
    internal static async Task<SchoolImportDoubts> Of(WorkflowDb db, SchoolFile file, SchoolSheet sheet, CancellationToken ct)
    {
        var rows = sheet.Lines.Where(l => l.Figures is not null)
            .Select(l => new Row(l.Year ?? file.Year, l.County ?? file.County, l.Figures!)).DistinctBy(r => (r.Year, r.Figures.Code)).ToList();
        if (rows.Count == 0)
        {
            return None;
        }

        var years = rows.Select(r => r.Year).Distinct().ToList();
        var before = years.ConvertAll(y => y - 1);
        var known = await (from r in db.SchoolRecords.AsNoTracking()
                           join s in db.Schools.AsNoTracking() on r.SchoolId equals s.Id
                           where r.JurisdictionId == file.JurisdictionId && before.Contains(r.Year)
                           select new { s.Code, s.Name, Record = r }).ToListAsync(ct);
        var figures = known.ToDictionary(k => (k.Record.Year, k.Code), k => k.Record.Figures(k.Code, k.Name));
        rows.ForEach(r => figures[(r.Year, r.Figures.Code)] = r.Figures);
        var sets = await LocalStandardQueries.For(db, file.JurisdictionId, years, ct);
        return new(
            [.. rows.GroupBy(r => (r.Year, r.County)).OrderBy(g => g.Key.Year).SelectMany(g => FlagsOf(sets[g.Key.Year], g, figures)).Take(MostFlags)],
            file.Origin == DataOrigin.Reported ? await Overwritten(db, file, rows, years, ct) : 0);
    }

    private static IReadOnlyList<SchoolFlag> FlagsOf(StandardSet set, IGrouping<(int Year, string County), Row> county, Dictionary<(int Year, string Code), SchoolFigures> known)
    {
        var schools = county.Select(r => r.Figures).ToList();
        var before = schools.Where(s => known.ContainsKey((county.Key.Year - 1, s.Code))).ToDictionary(s => s.Code, s => known[(county.Key.Year - 1, s.Code)]);
        return SchoolFlags.Of(CountyIndicators.Of(set, schools), before);
    }

    private static async Task<int> Overwritten(WorkflowDb db, SchoolFile file, IReadOnlyList<Row> rows, List<int> years, CancellationToken ct)
    {
        var official = (await (from r in db.SchoolRecords
                               join s in db.Schools on r.SchoolId equals s.Id
                               where r.JurisdictionId == file.JurisdictionId && years.Contains(r.Year) && r.Origin == DataOrigin.Statistics
                               select new { r.Year, s.Code }).ToListAsync(ct)).Select(r => (r.Year, r.Code)).ToHashSet();
        return rows.Count(r => official.Contains((r.Year, r.Figures.Code)));
    }

    private sealed record Row(int Year, string County, SchoolFigures Figures);
}
