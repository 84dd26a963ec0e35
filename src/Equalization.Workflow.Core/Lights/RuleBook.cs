using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Lights;

/// <summary>Rule sets by number. A number's rules never change, so each is read once; only which one is in force is asked anew.</summary>
public sealed class RuleBook(IDbContextFactory<WorkflowDb> contexts)
{
    private readonly ConcurrentDictionary<(Guid, int), RuleSet> known = new();

    /// <summary>The rules a task was issued under.</summary>
    public async ValueTask<RuleSet> Of(Guid jurisdictionId, int number, CancellationToken ct)
    {
        if (known.TryGetValue((jurisdictionId, number), out var rules))
        {
            return rules;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        rules = await db.RuleSets.AsNoTracking().SingleAsync(r => r.JurisdictionId == jurisdictionId && r.Number == number, ct);
        return known.GetOrAdd((jurisdictionId, number), rules);
    }

    /// <summary>All rule sets of a jurisdiction; only their numbers are asked anew.</summary>
    public async Task<List<RuleSet>> All(WorkflowDb db, Guid jurisdictionId, CancellationToken ct)
    {
        var sets = new List<RuleSet>();
        foreach (var number in await db.RuleSets.Where(r => r.JurisdictionId == jurisdictionId).Select(r => r.Number).ToListAsync(ct))
        {
            sets.Add(await Of(jurisdictionId, number, ct));
        }

        return sets;
    }

    /// <summary>The rules in force for new tasks: the highest number.</summary>
    public static async Task<RuleSet> InForce(WorkflowDb db, Guid jurisdictionId, CancellationToken ct) =>
        await db.RuleSets.AsNoTracking().Where(r => r.JurisdictionId == jurisdictionId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct)
        ?? throw new RuleBroken("no-rules", "本地区还没有亮灯和时限规则，请管理员先在“规则”中建立第一版。");
}
