using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Equalization.Workflow.Core.Indicators.Schools;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Counties;

/// <summary>A jurisdiction's counties under one stamp; each is reckoned when first asked for.</summary>
internal sealed class CountyBook(Guid jurisdictionId, CountyShelf.Stamp stamp)
{
    private readonly ConcurrentDictionary<(int Year, string County), CountySummary> summaries = new();
    private readonly ConcurrentDictionary<(int Year, string County), IReadOnlyList<SchoolFlag>> flags = new();
    private IReadOnlyList<CountyYear>? years;

    public CountyShelf.Stamp Stamp { get; } = stamp;

    /// <summary>What there is data of: newest year first, the county with most schools first.</summary>
    public async Task<IReadOnlyList<CountyYear>> Years(WorkflowDb db, CancellationToken ct)
    {
        if (years is null)
        {
            var rows = await (from r in db.SchoolRecords
                              join s in db.Schools on r.SchoolId equals s.Id
                              where r.JurisdictionId == jurisdictionId
                              group r by new { r.Year, s.County } into g
                              select new CountyYear(g.Key.Year, g.Key.County, g.Count())).ToListAsync(ct);
            years = [.. rows.OrderByDescending(r => r.Year).ThenByDescending(r => r.Schools).ThenBy(r => r.County, StringComparer.Ordinal)];
        }

        return years;
    }

    /// <summary>The counties in these years, in the order asked for. All that is not known yet is read by one query, one county at a time in memory.</summary>
    public async Task<IReadOnlyList<CountySummary>> Of(WorkflowDb db, IReadOnlyCollection<CountyYear> wished, CancellationToken ct)
    {
        var missing = wished.Where(w => !summaries.ContainsKey((w.Year, w.County))).Select(w => (w.Year, w.County)).ToHashSet();
        if (missing.Count > 0)
        {
            var sets = await LocalStandardQueries.For(db, jurisdictionId, [.. missing.Select(m => m.Year).Distinct()], ct);
            await foreach (var (key, schools) in Schools(db, missing, ct))
            {
                summaries[key] = CountySummary.Of(key.Year, key.County, CountyIndicators.Of(sets[key.Year], schools));
            }
        }

        return [.. wished.Select(w => summaries.GetValueOrDefault((w.Year, w.County))).OfType<CountySummary>()];
    }

    /// <summary>What asks for an explanation in a county's year.</summary>
    public async Task<IReadOnlyList<SchoolFlag>> Flags(WorkflowDb db, int year, string county, CancellationToken ct) =>
        flags.TryGetValue((year, county), out var known) ? known : flags[(year, county)] = (await SchoolQueries.County(db, jurisdictionId, year, county, ct)).Flags;

    private async IAsyncEnumerable<((int Year, string County) Key, List<SchoolFigures> Schools)> Schools(
        WorkflowDb db, HashSet<(int Year, string County)> wished, [EnumeratorCancellation] CancellationToken ct)
    {
        var (wishedYears, counties) = (wished.Select(w => w.Year).Distinct().ToList(), wished.Select(w => w.County).Distinct().ToList());
        var rows = from r in db.SchoolRecords.AsNoTracking()
                   join s in db.Schools on r.SchoolId equals s.Id
                   where r.JurisdictionId == jurisdictionId && wishedYears.Contains(r.Year) && counties.Contains(s.County)
                   orderby r.Year, s.County
                   select new { s.Code, s.Name, s.County, Record = r };
        var (key, schools) = ((Year: 0, County: ""), new List<SchoolFigures>());
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (key != (row.Record.Year, row.County))
            {
                if (wished.Contains(key))
                {
                    yield return (key, schools);
                }

                (key, schools) = ((row.Record.Year, row.County), []);
            }

            schools.Add(row.Record.Figures(row.Code, row.Name));
        }

        if (wished.Contains(key))
        {
            yield return (key, schools);
        }
    }
}
