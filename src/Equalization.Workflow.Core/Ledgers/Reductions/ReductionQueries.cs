using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Ledgers.Findings;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers.Reductions;

/// <summary>
/// One school year of a reduction: the target (null where none is set), what is known from the data, and of how many schools nothing is known, those without a
/// record of the year among them unless they are closed. Actual is null for a year without any data. Met only where all is known.
/// </summary>
public sealed record ReductionYear(int Year, int? Most, decimal? Actual, int Unknown, string? SetBy, DateTime? SetAt, int? TargetVersion)
{
    /// <summary>Null without a target. More than the target fails whatever is unknown beside it.</summary>
    public Verdict? Verdict => Most is not { } most ? null
        : Actual > most ? Indicators.Verdict.Fail
        : Actual is null || Unknown > 0 ? Indicators.Verdict.Unknown
        : Indicators.Verdict.Pass;
}

/// <summary>A school that has large classes or is too large, or of which that is not known. Number: its open gap in the ledger, if any.</summary>
public sealed record ReductionSchool(
    Guid Id, string Name, decimal? Pupils, decimal? Classes, decimal? LargestClass, decimal? LargeClasses, decimal? Bound, Verdict Verdict, Guid? EntryId, string? Number)
{
    /// <summary>The largest class and the number of large classes cannot both be right by the standard's limit; the source may count from another size.</summary>
    public bool Disagrees => LargestClass is { } largest && LargeClasses is { } large && largest > Bound != large > 0;
}

/// <summary>A county's reduction, year by year, and its schools in the newest year with data.</summary>
public sealed record Reduction(GapKind Kind, string County, int? Year, IReadOnlyList<ReductionYear> Years, IReadOnlyList<ReductionSchool> Schools);

/// <summary>Reads reductions of large classes (大班额) and too large schools; actual numbers are reckoned anew from the school data.</summary>
public sealed class ReductionQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>The county's years, newest first. For everybody who sees the schools (not-allowed).</summary>
    public async Task<Reduction> Of(Actor actor, GapKind kind, string county, CancellationToken ct)
    {
        Permission.Require(LedgerPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await (from r in db.SchoolRecords.AsNoTracking()
                          join s in db.Schools.AsNoTracking() on r.SchoolId equals s.Id
                          where r.JurisdictionId == actor.JurisdictionId && s.County == county
                          orderby s.SortKey, s.Id
                          select new CountySchool(s, r)).ToListAsync(ct);
        var targets = await db.ReductionTargets.AsNoTracking().Where(t => t.JurisdictionId == actor.JurisdictionId && t.County == county && t.Kind == kind).ToDictionaryAsync(t => t.Year, ct);
        var years = rows.Select(r => r.Record.Year).Concat(targets.Keys).Distinct().OrderDescending().ToList();
        var sets = years.Count == 0 ? new Dictionary<int, Indicators.Standards.StandardSet>() : await LocalStandardQueries.For(db, actor.JurisdictionId, years, ct);
        var judged = rows.Select(r => new Judged(r, SchoolFindings.Of(sets[r.Record.Year], r.School, r.Record).FirstOrDefault(f => f.Key.Kind == kind))).Where(j => j.Finding is not null)
            .ToLookup(j => j.School.Record.Year);
        var closed = await ClosedSchools.Load(db, actor.JurisdictionId, ct);
        var newest = rows.Count == 0 ? (int?)null : rows.Max(r => r.Record.Year);
        var standing = await db.LedgerEntries.SeenBy(db, actor).Where(e => e.Kind == kind && e.County == county && e.State == LedgerState.Open && e.SchoolId != null)
            .Select(e => new { e.Id, e.Number, School = e.SchoolId!.Value }).ToListAsync(ct);
        var open = standing.GroupBy(e => e.School).ToDictionary(g => g.Key, g => g.First());
        return new(
            kind, county, newest, [.. years.Select(y => Year(y, kind, targets.GetValueOrDefault(y), [.. judged[y]], Missing(y)))],
            [.. newest is not { } shown ? [] : judged[shown].Where(j => j.Finding!.Verdict != Verdict.Pass || j.School.Record.LargeClasses > 0).Select(j => Row(j, open.GetValueOrDefault(j.School.School.Id)?.Id, open.GetValueOrDefault(j.School.School.Id)?.Number))]);

        // A school of a type that the standard leaves out was never judged: it is not missed either.
        int Missing(int year) => judged.Where(g => g.Key < year).SelectMany(g => g).Select(j => j.School.School.Id)
            .Except(rows.Where(r => r.Record.Year == year).Select(r => r.School.Id)).Count(id => !closed.IsClosedIn(id, year));
    }

    private static ReductionYear Year(int year, GapKind kind, ReductionTarget? target, IReadOnlyList<Judged> schools, int missing)
    {
        var counts = schools.Select(s => kind == GapKind.ClassSize ? LargeClasses(s) : s.Finding!.Verdict switch
        {
            Verdict.Fail => 1,
            Verdict.Pass => 0,
            Verdict.Unknown => (decimal?)null,
        }).ToList();
        return new(year, target?.Most, counts.Count == 0 ? null : counts.Sum(c => c ?? 0), counts.Count(c => c is null) + missing, target?.SetBy, target?.SetAt, target?.Version);
    }

    /// <summary>A school whose largest class is within its limit has none, also where it does not say so; one whose largest class is beyond it cannot have none.</summary>
    private static decimal? LargeClasses(Judged school) => (school.School.Record.LargeClasses, school.Finding!.Verdict) switch
    {
        (0, Verdict.Fail) => null,
        (null, Verdict.Pass) => 0,
        var (count, _) => count,
    };

    private static ReductionSchool Row(Judged j, Guid? entryId, string? number)
    {
        var (school, record) = (j.School.School, j.School.Record);
        return new(
            school.Id, school.Name, Indicators.Guarantees.SchoolGuarantees.CompulsoryPupils(record.Figures(school.Code, school.Name)), record.Classes, record.LargestClass, record.LargeClasses,
            j.Finding!.Bound, j.Finding.Verdict, entryId, number);
    }

    private sealed record Judged(CountySchool School, GapFinding? Finding);
}
