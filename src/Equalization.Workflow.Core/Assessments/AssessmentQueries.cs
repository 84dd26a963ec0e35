using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Assessments;

/// <summary>A year: its rules, and its assessment when it has been computed.</summary>
public sealed record AssessmentYear(AssessmentRuleSet Rules, Guid? AssessmentId, AssessmentState? State, DateOnly? ObjectionsUntil);

/// <summary>A unit's total with its parts by rule. Contested: objections without a decision.</summary>
public sealed record UnitTotal(Guid UnitId, string Unit, decimal Total, IReadOnlyDictionary<AssessmentRule, decimal> ByRule, int Points, int Contested);

/// <summary>An assessment's table; a unit sees its own row until the result is sealed.</summary>
public sealed record AssessmentTable(Assessment Assessment, AssessmentRuleSet Rules, IReadOnlyList<UnitTotal> Totals, bool MayWork, bool MaySeal);

/// <summary>A unit's sheet: each point with its derivation.</summary>
public sealed record AssessmentSheet(Assessment Assessment, AssessmentRuleSet Rules, string Unit, IReadOnlyList<AssessmentPoint> Points, bool MayObject, bool MayDecide)
{
    public decimal Total => Points.Sum(p => p.Counted);
}

/// <summary>How the sealed assessments of a jurisdiction hold: how many, and the first year that is not what was sealed.</summary>
public sealed record AssessmentCheck(int Assessments, int? BrokenYear);

/// <summary>Reads assessments and checks their seals.</summary>
public sealed class AssessmentQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Newest year first.</summary>
    public async Task<IReadOnlyList<AssessmentYear>> Years(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rules = await db.AssessmentRuleSets.AsNoTracking().Where(r => r.JurisdictionId == actor.JurisdictionId).OrderByDescending(r => r.Year).ToListAsync(ct);
        var done = await db.Assessments.Where(a => a.JurisdictionId == actor.JurisdictionId)
            .Select(a => new { a.Id, a.Year, a.State, a.ObjectionsUntil }).ToDictionaryAsync(a => a.Year, ct);
        return [.. rules.Select(r => done.TryGetValue(r.Year, out var a) ? new AssessmentYear(r, a.Id, a.State, a.ObjectionsUntil) : new AssessmentYear(r, null, null, null))];
    }

    /// <summary>Refuses all but the office (not-allowed) and with not-found what is not of the jurisdiction.</summary>
    public async Task<AssessmentRuleSet> Rules(Actor actor, Guid rulesId, CancellationToken ct)
    {
        Permission.Require(AssessmentPermissions.MayRule(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return Permission.Found(await db.AssessmentRuleSets.AsNoTracking().SingleOrDefaultAsync(r => r.Id == rulesId, ct), r => r.JurisdictionId == actor.JurisdictionId);
    }

    /// <summary>Highest total first. Refuses with not-found what the person may not see.</summary>
    public async Task<AssessmentTable> Table(Actor actor, Guid assessmentId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var assessment = await Take(db, actor, assessmentId, ct);
        var rules = await db.AssessmentRuleSets.AsNoTracking().SingleAsync(r => r.Id == assessment.RuleSetId, ct);
        var points = await db.AssessmentPoints.AsNoTracking().Where(p => p.AssessmentId == assessmentId).ToListAsync(ct);
        var totals = await Totals(db, actor.JurisdictionId, points.Where(p => AssessmentPermissions.MayReadSheet(actor, assessment, p.UnitId)), ct);
        var mayWork = AssessmentPermissions.MayWork(actor, assessment);
        return new AssessmentTable(assessment, rules, totals, mayWork, mayWork && assessment.State == AssessmentState.Open);
    }

    /// <summary>Refuses with not-found what the person may not see.</summary>
    public async Task<AssessmentSheet> Sheet(Actor actor, Guid assessmentId, Guid unitId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var assessment = Permission.Found(await Take(db, actor, assessmentId, ct), a => AssessmentPermissions.MayReadSheet(actor, a, unitId));
        var rules = await db.AssessmentRuleSets.AsNoTracking().SingleAsync(r => r.Id == assessment.RuleSetId, ct);
        var unit = await db.Units.Where(u => u.Id == unitId && u.JurisdictionId == actor.JurisdictionId).Select(u => u.Name).SingleOrDefaultAsync(ct) ?? throw RuleBroken.Missing();
        var points = await db.AssessmentPoints.AsNoTracking().Where(p => p.AssessmentId == assessmentId && p.UnitId == unitId).OrderBy(p => p.Position).ToListAsync(ct);
        var isOpen = assessment.State == AssessmentState.Open;
        return new AssessmentSheet(
            assessment, rules, unit, points, isOpen && actor.Day <= assessment.ObjectionsUntil && actor.WorksFor(unitId),
            isOpen && AssessmentPermissions.MayWork(actor, assessment));
    }

    /// <summary>The table as a paper to look at: what the person sees of it. Refuses with not-found what the person may not see.</summary>
    public async Task<PaperDocument> TablePaper(Actor actor, Guid assessmentId, CancellationToken ct)
    {
        var table = await Table(actor, assessmentId, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var contested = await db.AssessmentPoints.AsNoTracking().Where(p => p.AssessmentId == assessmentId && p.Objection != null).ToListAsync(ct);
        return AssessmentPaper.Table(table.Assessment, table.Rules, table.Totals, contested, await AssessmentPaper.Issuer(db, actor.JurisdictionId, ct), null, null);
    }

    /// <summary>A unit's sheet as a paper. Refuses with not-found what the person may not see.</summary>
    public async Task<PaperDocument> SheetPaper(Actor actor, Guid assessmentId, Guid unitId, CancellationToken ct)
    {
        var sheet = await Sheet(actor, assessmentId, unitId, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return AssessmentPaper.Sheet(sheet, await AssessmentPaper.Issuer(db, actor.JurisdictionId, ct));
    }

    /// <summary>Totals by unit, highest first.</summary>
    internal static async Task<IReadOnlyList<UnitTotal>> Totals(WorkflowDb db, Guid jurisdictionId, IEnumerable<AssessmentPoint> points, CancellationToken ct)
    {
        var units = await db.Units.Where(u => u.JurisdictionId == jurisdictionId).Select(u => new { u.Id, u.ShortName, u.SortKey }).ToDictionaryAsync(u => u.Id, ct);
        return
        [
            .. points.GroupBy(p => p.UnitId).OrderByDescending(g => g.Sum(p => p.Counted)).ThenBy(g => units[g.Key].SortKey, StringComparer.Ordinal)
                .Select(g => new UnitTotal(
                    g.Key, units[g.Key].ShortName, g.Sum(p => p.Counted), g.GroupBy(p => p.Rule).ToDictionary(r => r.Key, r => r.Sum(p => p.Counted)), g.Count(),
                    g.Count(p => p is { Objection: not null, Decision: null }))),
        ];
    }

    /// <summary>Recomputes the hash of every sealed assessment of a jurisdiction, for the command line.</summary>
    public async Task<AssessmentCheck> Verify(Guid jurisdictionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var years = await db.Assessments.AsNoTracking().Where(a => a.JurisdictionId == jurisdictionId && a.State == AssessmentState.Sealed)
            .OrderBy(a => a.Year).Select(a => a.Id).ToListAsync(ct);
        var good = 0;
        foreach (var id in years)
        {
            var assessment = await db.Assessments.AsNoTracking().Include(a => a.Points).SingleAsync(a => a.Id == id, ct);
            var rules = await db.AssessmentRuleSets.AsNoTracking().SingleAsync(r => r.Id == assessment.RuleSetId, ct);
            if (AssessmentSeal.HashOf(assessment, rules) != assessment.Hash)
            {
                return new AssessmentCheck(good, assessment.Year);
            }

            good++;
        }

        return new AssessmentCheck(good, null);
    }

    private static async Task<Assessment> Take(WorkflowDb db, Actor actor, Guid assessmentId, CancellationToken ct) =>
        Permission.Found(
            await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == assessmentId, ct),
            a => a.JurisdictionId == actor.JurisdictionId && actor.Role != Role.Admin);
}
