using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers.Findings;

/// <summary>
/// What the newest data says of given gaps at this moment, reckoned from the school data and not from what was booked. A school is judged by its own newest
/// year, a county by its newest; what no figure measures has no finding.
/// </summary>
internal static class NewestFindings
{
    /// <summary>By the gaps' keys. A fixed number of queries, however many gaps.</summary>
    public static async Task<IReadOnlyDictionary<string, GapFinding>> Of(WorkflowDb db, Guid jurisdictionId, IReadOnlyCollection<GapKey> keys, CancellationToken ct)
    {
        var measured = keys.Where(k => k.Kind != GapKind.Other).ToList();
        var schools = measured.Where(k => k.SchoolId is not null).Select(k => k.SchoolId!.Value).Distinct().ToList();
        var counties = measured.Where(k => k.SchoolId is null).Select(k => k.County).Distinct().ToList();
        var findings = new Dictionary<string, GapFinding>();
        foreach (var finding in await OfSchools(db, jurisdictionId, schools, ct))
        {
            findings[finding.Key.Text] = finding;
        }

        foreach (var finding in counties.Count == 0 ? [] : (await CountyFacts.Load(db, jurisdictionId, counties, null, ct)).SelectMany(c => c.Coefficients()))
        {
            findings[finding.Key.Text] = finding;
        }

        return measured.DistinctBy(k => k.Text).Select(k => findings.GetValueOrDefault(k.Text) ?? Lost(k, findings)).OfType<GapFinding>().ToDictionary(f => f.Key.Text);
    }

    /// <summary>A part that a school no longer has: its year is known, the figure is not.</summary>
    private static GapFinding? Lost(GapKey key, Dictionary<string, GapFinding> findings) =>
        findings.Values.FirstOrDefault(f => key.SchoolId is not null && f.Key.SchoolId == key.SchoolId) is { } other
            ? new(key, other.Year, null, null, Verdict.Unknown, new Remark("学校的办学类型已变，这一学年没有这一部分"))
            : null;

    private static async Task<IReadOnlyList<GapFinding>> OfSchools(WorkflowDb db, Guid jurisdictionId, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await (from r in db.SchoolRecords.AsNoTracking()
                          join s in db.Schools.AsNoTracking() on r.SchoolId equals s.Id
                          where ids.Contains(s.Id) && s.JurisdictionId == jurisdictionId && r.Year == db.SchoolRecords.Where(x => x.SchoolId == s.Id).Max(x => x.Year)
                          select new { School = s, Record = r }).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return [];
        }

        var sets = await LocalStandardQueries.For(db, jurisdictionId, [.. rows.Select(r => r.Record.Year).Distinct()], ct);
        return [.. rows.SelectMany(r => SchoolFindings.Of(sets[r.Record.Year], r.School, r.Record))];
    }
}
