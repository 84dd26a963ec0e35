using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Standards;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers.Findings;

/// <summary>
/// One county in one school year as the ledger judges it. Absent: schools that had data in an earlier year, have none in this one and are not registered as
/// closed: while there are any, no coefficient of the year is taken for passed.
/// </summary>
internal sealed record CountyFacts(string County, int Year, StandardSet Standard, IReadOnlyList<CountySchool> Schools, IReadOnlyList<string> Absent)
{
    /// <summary>Every school's findings, then the county's own.</summary>
    public IEnumerable<GapFinding> All => Schools.SelectMany(s => SchoolFindings.Of(Standard, s.School, s.Record)).Concat(Coefficients());

    public IEnumerable<GapFinding> Coefficients() =>
        CountyIndicators.Of(Standard, Schools.Select(s => s.Record.Figures(s.School.Code, s.School.Name))).Coefficients.Select(Coefficient);

    /// <summary>The counties' facts of a year; without one, each county's of its newest year. Counties without data then are left out. Three queries and the standard's.</summary>
    public static async Task<IReadOnlyList<CountyFacts>> Load(WorkflowDb db, Guid jurisdictionId, IReadOnlyCollection<string> counties, int? year, CancellationToken ct)
    {
        var known = await (from r in db.SchoolRecords
                           join s in db.Schools on r.SchoolId equals s.Id
                           where r.JurisdictionId == jurisdictionId && counties.Contains(s.County)
                           select new KnownYear(s.County, s.Id, s.Name, r.Year)).ToListAsync(ct);
        var shown = known.GroupBy(k => k.County).ToDictionary(g => g.Key, g => year ?? g.Max(k => k.Year));
        if (shown.Count == 0)
        {
            return [];
        }

        var years = shown.Values.Distinct().ToList();
        var rows = await (from r in db.SchoolRecords.AsNoTracking()
                          join s in db.Schools.AsNoTracking() on r.SchoolId equals s.Id
                          where r.JurisdictionId == jurisdictionId && counties.Contains(s.County) && years.Contains(r.Year)
                          orderby s.SortKey, s.Id
                          select new { School = s, Record = r }).ToListAsync(ct);
        var closed = await ClosedSchools.Load(db, jurisdictionId, ct);
        var sets = await LocalStandardQueries.For(db, jurisdictionId, years, ct);
        return
        [
            .. from c in shown
               let schools = rows.Where(r => r.School.County == c.Key && r.Record.Year == c.Value).Select(r => new CountySchool(r.School, r.Record)).ToList()
               where schools.Count > 0
               select new CountyFacts(c.Key, c.Value, sets[c.Value], schools, AbsentFrom([.. known.Where(k => k.County == c.Key)], c.Value, closed)),
        ];
    }

    /// <summary>The schools that had data in an earlier year than this one, have none in it, and are not registered as closed.</summary>
    public static async Task<IReadOnlyList<string>> AbsentFrom(WorkflowDb db, Guid jurisdictionId, string county, int year, CancellationToken ct)
    {
        var known = await (from r in db.SchoolRecords
                           join s in db.Schools on r.SchoolId equals s.Id
                           where r.JurisdictionId == jurisdictionId && s.County == county && r.Year <= year
                           orderby s.SortKey, s.Id
                           select new KnownYear(s.County, s.Id, s.Name, r.Year)).ToListAsync(ct);
        return AbsentFrom(known, year, await ClosedSchools.Load(db, jurisdictionId, ct));
    }

    private static List<string> AbsentFrom(IReadOnlyList<KnownYear> known, int year, ClosedSchools closed)
    {
        var present = known.Where(k => k.Year == year).Select(k => k.SchoolId).ToHashSet();
        return [.. known.Where(k => k.Year < year && !present.Contains(k.SchoolId) && !closed.IsClosedIn(k.SchoolId, year)).DistinctBy(k => k.SchoolId).Select(k => k.Name)];
    }

    private GapFinding Coefficient(CountyCoefficient one)
    {
        var isWhole = Absent.Count == 0;
        Remark? why = !isWhole ? new Remark("{0}等 {1} 所学校没有这一学年的数据，也未登记撤并", Absent[0], Absent.Count)
            : one.Coefficient is null ? new Remark("没有学校有这项指标的数据，差异系数无法计算。")
            : one.Verdict == Verdict.Unknown ? new Remark("平均值为 0，无法计算")
            : one.LeftOut.Count > 0 ? new Remark("{0}等 {1} 所学校缺少这项数据", one.LeftOut[0].School.Name, one.LeftOut.Count)
            : null;
        return new(
            new(null, County, GapKind.Coefficient, one.Indicator, one.Level), Year, Shown(one), one.Limit,
            one.Verdict == Verdict.Pass && why is not null ? Verdict.Unknown : one.Verdict, why);
    }

    /// <summary>The double shown beside an exact verdict must stand on its side of the limit.</summary>
    private static decimal? Shown(CountyCoefficient one) => one.Coefficient?.Value is not { } value ? null
        : one.Verdict == Verdict.Fail ? Math.Max((decimal)value, one.Limit + 0.0000000001m)
        : Math.Min((decimal)value, one.Limit);

    private sealed record KnownYear(string County, Guid SchoolId, string Name, int Year);
}

/// <summary>A school with its numbers of the year.</summary>
internal sealed record CountySchool(School School, SchoolRecord Record);
