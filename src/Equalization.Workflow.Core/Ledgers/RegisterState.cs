using Equalization.Workflow.Core.Ledgers.Findings;
using Equalization.Workflow.Core.Ledgers.Ties;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>
/// What a registration is held against: the gaps that stand, their figure of the year, their ties, what was decided before, and the schools on which the year no
/// longer speaks: they have later data or are closed.
/// </summary>
internal sealed record RegisterState(
    IReadOnlyDictionary<string, LedgerEntry> Standing, IReadOnlyDictionary<Guid, LedgerReading> Readings, ILookup<Guid, LedgerTie> Ties, IReadOnlyDictionary<string, int> Decided,
    IReadOnlySet<Guid> Past, bool IsCountyPast)
{
    public static async Task<RegisterState> Load(WorkflowDb db, Guid jurisdictionId, CountyFacts facts, CancellationToken ct)
    {
        var schools = facts.Schools.Select(s => s.School.Id).ToList();
        var entries = db.LedgerEntries.Where(e => e.JurisdictionId == jurisdictionId && (e.SchoolId == null ? e.County == facts.County : schools.Contains(e.SchoolId!.Value)));
        var standing = entries.Where(e => e.StandingKey != null);
        var ids = standing.Select(e => e.Id);
        var decided = await entries.Where(e => e.State == LedgerState.WrittenOff && e.Kind != GapKind.Other)
            .Select(e => new { e.SchoolId, e.County, e.Kind, e.Indicator, e.Level, e.Ground, e.YearFound, e.LatestYear }).ToListAsync(ct);
        var past = (await db.SchoolRecords.Where(r => r.JurisdictionId == jurisdictionId && r.Year > facts.Year && schools.Contains(r.SchoolId)).Select(r => r.SchoolId).Distinct().ToListAsync(ct)).ToHashSet();
        past.UnionWith((await ClosedSchools.Load(db, jurisdictionId, ct)).From.Keys);
        return new(
            await standing.ToDictionaryAsync(e => e.StandingKey!, ct),
            await db.LedgerReadings.Where(r => r.Year == facts.Year && ids.Contains(r.EntryId)).ToDictionaryAsync(r => r.EntryId, ct),
            (await db.LedgerTies.Where(t => t.EndedAt == null && ids.Contains(t.EntryId)).ToListAsync(ct)).ToLookup(t => t.EntryId),
            decided.GroupBy(d => new GapKey(d.SchoolId, d.County, d.Kind, d.Indicator, d.Level).Text)
                .ToDictionary(g => g.Key, g => g.Max(d => DecidedOn(d.Ground, d.YearFound, d.LatestYear))),
            past, facts.Schools.All(s => past.Contains(s.School.Id)));
    }

    /// <summary>Whether a later year's data, a closing, or a decision on this year's or later data, speaks on the gap.</summary>
    public bool IsDecidedLater(GapFinding finding) =>
        (finding.Key.SchoolId is { } school ? Past.Contains(school) : IsCountyPast)
        || (Decided.TryGetValue(finding.Key.Text, out var year) && finding.Year <= year);

    /// <summary>The ties of a gap learn of its newest figure.</summary>
    public void Follow(LedgerEntry entry)
    {
        foreach (var tie in Ties[entry.Id])
        {
            tie.Follow(entry.Kind, entry.LatestYear, entry.LatestValue);
        }
    }

    // A figure that passed may be corrected later and fall short after all; what the office ended for a reason stays ended for that year.
    private static int DecidedOn(WriteOffGround? ground, int yearFound, int? latestYear)
    {
        var year = Math.Max(yearFound, latestYear ?? yearFound);
        return ground == WriteOffGround.Data ? year - 1 : year;
    }
}
