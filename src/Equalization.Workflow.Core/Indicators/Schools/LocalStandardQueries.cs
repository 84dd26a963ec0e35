using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>A stricter value as it was set.</summary>
public sealed record LocalRow(string Rule, string Subject, Level? Level, string Value, int FromYear, string Basis, string SetBy, DateTime SetAt);

/// <summary>What a jurisdiction has set stricter than the national standard, and which standard so holds for a school year.</summary>
public sealed class LocalStandardQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>The national set of the year with the jurisdiction's stricter values.</summary>
    public async Task<StandardSet> For(Actor actor, int year, CancellationToken ct)
    {
        Permission.Require(SchoolPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await For(db, actor.JurisdictionId, year, ct);
    }

    /// <summary>All that was set, newest first.</summary>
    public async Task<IReadOnlyList<LocalRow>> All(Actor actor, CancellationToken ct)
    {
        Permission.Require(SchoolPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.LocalStandards.Where(s => s.JurisdictionId == actor.JurisdictionId).OrderByDescending(s => s.SetAt).ThenBy(s => s.Id)
            .Select(s => new LocalRow(s.Rule, s.Subject, s.Level, s.Value, s.FromYear, s.Basis, s.SetBy, s.SetAt)).ToListAsync(ct);
    }

    internal static async Task<StandardSet> For(WorkflowDb db, Guid jurisdictionId, int year, CancellationToken ct) => (await For(db, jurisdictionId, [year], ct))[year];

    /// <summary>Each year's own set, by one query.</summary>
    internal static async Task<IReadOnlyDictionary<int, StandardSet>> For(WorkflowDb db, Guid jurisdictionId, IReadOnlyCollection<int> years, CancellationToken ct)
    {
        var last = years.Max();
        var local = await db.LocalStandards.AsNoTracking().Where(s => s.JurisdictionId == jurisdictionId && s.FromYear <= last).ToListAsync(ct);
        return years.ToDictionary(y => y, y => Of(y, local));
    }

    private static StandardSet Of(int year, IReadOnlyList<LocalStandard> all)
    {
        var national = StandardBook.For(year);
        var local = all.Where(s => s.FromYear <= year).ToList();
        var newest = local.GroupBy(s => (s.Rule, s.Subject, s.Level)).Select(g => g.OrderBy(s => s.FromYear).ThenBy(s => s.SetAt).Last());
        return local.Count == 0 ? national : national.Stricter(newest.Select(s => s.Of(national)).OfType<StandardRule>());
    }
}
