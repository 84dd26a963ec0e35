using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Assessments;

/// <summary>Writes and fixes the rules of a year. Versions are the rule set's.</summary>
public sealed class AssessmentRuleService(Transact transact)
{
    /// <summary>
    /// Begins a year's rules with the values of the year before, the defaults in the first. Answers with the set that is there already. Refuses all but
    /// the office (not-allowed) and a year that is not this or the next (rules-year).
    /// </summary>
    public Task<Guid> Begin(Actor actor, int year, CancellationToken ct) =>
        transact.Run(actor, "起草考核规则", async (db, act) =>
        {
            Permission.Require(AssessmentPermissions.MayRule(actor));
            var thisYear = ChinaTime.DayOf(act.At).Year;
            if (year != thisYear && year != thisYear + 1)
            {
                throw new RuleBroken("rules-year", "只能起草今年或明年的考核规则，请改选年度。") { Field = "Year" };
            }

            var sets = await db.AssessmentRuleSets.Where(r => r.JurisdictionId == actor.JurisdictionId).OrderBy(r => r.Number).ToListAsync(ct);
            if (sets.Find(r => r.Year == year) is { } there)
            {
                return there.Id;
            }

            var rules = new AssessmentRuleSet(actor.JurisdictionId, year, sets.Count + 1);
            rules.Write(sets.LastOrDefault()?.Values ?? AssessmentValues.Default);
            db.Add(rules);
            return rules.Id;
        }, ct);

    /// <summary>Refuses all but the office (not-allowed) and as <see cref="AssessmentRuleSet.Write"/>.</summary>
    public Task Write(Actor actor, Guid rulesId, int version, AssessmentValues values, CancellationToken ct) =>
        transact.Run(actor, "编辑考核规则", async (db, _) =>
        {
            var rules = await Take(db, actor, rulesId, version, ct);
            rules.Write(values);
        }, ct);

    /// <summary>Refuses all but the office (not-allowed) and as <see cref="AssessmentRuleSet.Fix"/>.</summary>
    public Task Fix(Actor actor, Guid rulesId, int version, CancellationToken ct) =>
        transact.Run(actor, "固定考核规则", async (db, act) =>
        {
            var rules = await Take(db, actor, rulesId, version, ct);
            rules.Fix(actor.Signature(), act.At);
        }, ct);

    private static async Task<AssessmentRuleSet> Take(WorkflowDb db, Actor actor, Guid rulesId, int version, CancellationToken ct)
    {
        Permission.Require(AssessmentPermissions.MayRule(actor));
        var rules = Permission.Found(await db.AssessmentRuleSets.SingleOrDefaultAsync(r => r.Id == rulesId, ct), r => r.JurisdictionId == actor.JurisdictionId);
        db.Expect(rules, version);
        return rules;
    }
}
