using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations.Ladders;

/// <summary>A ladder as it stands in a rule set, or the draft (without a number).</summary>
public sealed record LadderView(int? Number, LadderRules Rules, string Note, string By, DateTime At, int? DraftVersion);

/// <summary>A line of the history of rule sets.</summary>
public sealed record LadderLine(int Number, string Note, string By, DateTime At, int Tasks);

/// <summary>The ladder page: the one shown (in force unless another is asked for), the draft, all versions with their tasks, and what this reader may do.</summary>
public sealed record LadderPage(
    LadderView Shown, bool IsInForce, LadderView? Draft, IReadOnlyList<LadderLine> Versions, bool MayDraft, bool MayPutInForce);

/// <summary>Reads ladders.</summary>
public sealed class LadderRuleQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Refuses all but administrator, office and auditor (not-allowed) and a number that is none (not-found).</summary>
    public async Task<LadderPage> Page(Actor actor, int? number, CancellationToken ct)
    {
        Permission.Require(LadderPermissions.MayRead(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sets = db.RuleSets.AsNoTracking().Where(r => r.JurisdictionId == actor.JurisdictionId);
        var versions = await sets.OrderByDescending(r => r.Number).Select(r => new LadderLine(
            r.Number, r.Note, r.By, r.CreatedAt,
            db.AnnualTasks.Count(t => t.JurisdictionId == r.JurisdictionId && t.RuleSetNumber == r.Number && t.ClosedOn == null))).ToListAsync(ct);
        var asked = number ?? versions.FirstOrDefault()?.Number;
        var set = await sets.SingleOrDefaultAsync(r => r.Number == asked, ct) ?? throw RuleBroken.Missing();
        var draft = await db.LadderDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.JurisdictionId == actor.JurisdictionId, ct);
        return new LadderPage(
            new LadderView(set.Number, LadderRules.Of(set), set.Note, set.By, set.CreatedAt, null), set.Number == versions[0].Number,
            draft is null ? null : new LadderView(null, LadderRules.Unpack(draft.Ladder), draft.Note, draft.By, draft.At, draft.Version),
            versions, LadderPermissions.MayDraft(actor), LadderPermissions.MayPutInForce(actor));
    }
}
