using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities.Rights;

/// <summary>Puts the next version of the legal terms in force; cases that are open keep theirs.</summary>
public sealed class AccountabilityRuleService(Transact transact)
{
    /// <summary>
    /// Answers with the new version's number. Number is that of the version the form was made from, 0 where none was there. Refuses all but the administrator
    /// (not-allowed), a form made from an older version (stale), and as <see cref="AccountabilityRules"/> does.
    /// </summary>
    public Task<int> Put(Actor actor, int number, IReadOnlyCollection<TermValue> values, string? note, CancellationToken ct) =>
        transact.Run(actor, "发布问责期限", async (db, act) =>
        {
            Permission.Require(AccountabilityPermissions.MaySetTerms(actor));
            var newest = await db.AccountabilityRules.Where(r => r.JurisdictionId == actor.JurisdictionId).MaxAsync(r => (int?)r.Number, ct) ?? 0;
            if (newest != number)
            {
                throw RuleBroken.Changed();
            }

            db.Add(new AccountabilityRules(actor.JurisdictionId, newest + 1, values, note, actor.Signature(), act.At));
            return newest + 1;
        }, ct);
}
