using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Interviews.Rules;

/// <summary>The rules in force and the versions before them.</summary>
public sealed record InterviewRulesPage(InterviewRules InForce, IReadOnlyList<InterviewRules> Versions, bool MaySet);

/// <summary>Reads the rules of interviews and puts the next version in force; interviews under way keep theirs.</summary>
public sealed class InterviewRuleService(Transact transact)
{
    /// <summary>Lays down the default set the first time. Refuses all but administrator, office and auditor (not-allowed).</summary>
    public Task<InterviewRulesPage> Page(Actor actor, CancellationToken ct) =>
        transact.Run(actor, "查看约谈规则", async (db, _) =>
        {
            Permission.Require(InterviewPermissions.MayReadRules(actor));
            var inForce = await db.InterviewRulesInForce(ct);
            await db.SaveChangesAsync(ct);
            var versions = await db.InterviewRulesOf(actor.JurisdictionId, ct);
            return new InterviewRulesPage(inForce, versions, InterviewPermissions.MaySetRules(actor));
        }, ct);

    /// <summary>
    /// Answers with the number of the new version. Refuses all but the administrator (not-allowed), a form made from an older version (stale), the same again
    /// (rules-same), and as <see cref="InterviewRules"/>.
    /// </summary>
    public Task<int> Set(Actor actor, int from, InterviewTerms terms, string? note, CancellationToken ct) =>
        transact.Run(actor, "发布约谈规则", async (db, act) =>
        {
            Permission.Require(InterviewPermissions.MaySetRules(actor));
            var inForce = await db.InterviewRulesInForce(ct);
            if (inForce.Number != from)
            {
                throw RuleBroken.Changed();
            }

            var next = new InterviewRules(actor.JurisdictionId, from + 1, terms, note, actor.Signature(), act.At);
            if (next.Terms == inForce.Terms)
            {
                throw new RuleBroken("rules-same", "填写的规则与现行第 {0} 版相同，不需要发布。请先修改。", from);
            }

            db.Add(next);
            return next.Number;
        }, ct);
}
