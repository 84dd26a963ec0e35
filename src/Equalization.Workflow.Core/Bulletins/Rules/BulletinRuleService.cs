using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Bulletins.Rules;

/// <summary>What the rules say of bulletins: working days of the fact check, unless the office says otherwise for one, and whether a ranking may be used at all.</summary>
public sealed record BulletinTerms(int FactCheckWorkingDays, bool Ranking);

/// <summary>A version of the rules with what it says of bulletins.</summary>
public sealed record BulletinTermsLine(int Number, BulletinTerms Terms, string Note, string By, DateTime At);

/// <summary>All versions, the one in force first, and whether this reader may put the next in force.</summary>
public sealed record BulletinTermsPage(IReadOnlyList<BulletinTermsLine> Versions, bool MayPutInForce)
{
    public BulletinTermsLine InForce => Versions[0];
}

/// <summary>The rules of bulletins: versioned with the rule sets. A bulletin goes by the version that was in force when it was drafted.</summary>
public sealed class BulletinRuleService(Transact transact, IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Refuses all but administrator, office and auditor (not-allowed).</summary>
    public async Task<BulletinTermsPage> Page(Actor actor, CancellationToken ct)
    {
        Permission.Require(BulletinPermissions.MayReadRules(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var versions = await db.RuleSets.Where(r => r.JurisdictionId == actor.JurisdictionId).OrderByDescending(r => r.Number)
            .Select(r => new BulletinTermsLine(r.Number, new BulletinTerms(r.FactCheckWorkingDays, r.BulletinRanking), r.Note, r.By, r.CreatedAt)).ToListAsync(ct);
        return versions.Count == 0 ? throw RuleBroken.Missing() : new BulletinTermsPage(versions, BulletinPermissions.MayPutRulesInForce(actor));
    }

    /// <summary>
    /// Makes the next rule set, whose other rules stay, and answers with its number; bulletins drafted from now on go by it. Number is that of the set the
    /// form was made from. Refuses all but the administrator (not-allowed), a set put in force meanwhile (stale), a term outside 1 to 30 working days
    /// (check-term), no reason (rules-note), and what changes nothing (rules-same).
    /// </summary>
    public Task<int> PutInForce(Actor actor, int number, BulletinTerms terms, string? note, CancellationToken ct) =>
        transact.Run(actor, "发布通报规则", async (db, act) =>
        {
            Permission.Require(BulletinPermissions.MayPutRulesInForce(actor));
            var newest = await RuleBook.InForce(db, actor.JurisdictionId, ct);
            if (newest.Number != number)
            {
                throw RuleBroken.Changed();
            }

            BulletinRules.MustBeCheckTerm(terms.FactCheckWorkingDays, nameof(terms.FactCheckWorkingDays));
            var reason = note.Needed(300, "修改说明", new RuleBroken("rules-note", "请写明为什么修改规则，便于以后查考。") { Field = "Note" });
            if (terms == new BulletinTerms(newest.FactCheckWorkingDays, newest.BulletinRanking))
            {
                throw new RuleBroken("rules-same", "所填与现行第 {0} 版相同，不需要发布。请先修改。", newest.Number);
            }

            var next = newest.WithBulletins(terms.FactCheckWorkingDays, terms.Ranking, reason, actor.Signature(), act.At);
            db.Add(next);
            return next.Number;
        }, ct);
}

/// <summary>The rules that one bulletin goes by.</summary>
internal static class BulletinRules
{
    /// <summary>Longest fact check in working days.</summary>
    private const int LongestCheck = 30;

    /// <summary>Those that were in force when it was drafted: what is put in force later is for the next bulletin.</summary>
    public static async Task<RuleSet> RulesOf(this WorkflowDb db, Bulletin bulletin, CancellationToken ct) =>
        await db.RuleSets.AsNoTracking().Where(r => r.JurisdictionId == bulletin.JurisdictionId && r.CreatedAt <= bulletin.DraftedAt).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct)
        ?? await RuleBook.InForce(db, bulletin.JurisdictionId, ct);

    /// <summary>Refuses a fact check outside 1 to 30 working days (check-term).</summary>
    public static void MustBeCheckTerm(int workingDays, string field)
    {
        if (workingDays is < 1 or > LongestCheck)
        {
            throw new RuleBroken("check-term", "核实时限应在 1 至 {0} 个工作日之间，请改填。", LongestCheck) { Field = field };
        }
    }
}
