using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>A rule set, or the draft (without a number).</summary>
public sealed record ReminderRuleView(int? Number, ReminderRules Rules, string Note, string By, DateTime At, int? DraftVersion);

/// <summary>A line of the history of rule sets.</summary>
public sealed record ReminderRuleLine(int Number, string Note, string By, DateTime At);

/// <summary>The last day whose digests all left.</summary>
public sealed record LastReminderRun(DateOnly On, DateTime FinishedAt, int Digests, int Reminders);

/// <summary>The rules page: the set shown (the one in force unless another is asked for), the draft, all versions, and what this reader may do.</summary>
public sealed record ReminderRulePage(
    ReminderRuleView Shown, bool IsInForce, ReminderRuleView? Draft, IReadOnlyList<ReminderRuleLine> Versions, LastReminderRun? LastRun, bool MayDraft,
    bool MayPutInForce, bool MayRehearse);

/// <summary>Reads reminder rules.</summary>
public sealed class ReminderRuleQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Refuses all but administrator, office and auditor (not-allowed) and a number that is none (not-found).</summary>
    public async Task<ReminderRulePage> Page(Actor actor, int? number, CancellationToken ct)
    {
        Permission.Require(ReminderRulePermissions.MayRead(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sets = db.ReminderRuleSets.AsNoTracking().Where(r => r.JurisdictionId == actor.JurisdictionId);
        var versions = await sets.OrderByDescending(r => r.Number).Select(r => new ReminderRuleLine(r.Number, r.Note, r.By, r.At)).ToListAsync(ct);
        var asked = number ?? versions.FirstOrDefault()?.Number;
        var set = await sets.SingleOrDefaultAsync(r => r.Number == asked, ct) ?? throw RuleBroken.Missing();
        var draft = await db.ReminderDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.JurisdictionId == actor.JurisdictionId, ct);
        var last = await db.ReminderRuns.Where(r => r.JurisdictionId == actor.JurisdictionId).OrderByDescending(r => r.On)
            .Select(r => new LastReminderRun(r.On, r.FinishedAt, r.Digests, r.Reminders)).FirstOrDefaultAsync(ct);
        return new ReminderRulePage(
            new ReminderRuleView(set.Number, set.Rules, set.Note, set.By, set.At, null), set.Number == versions[0].Number,
            draft is null ? null : new ReminderRuleView(null, draft.Rules, draft.Note, draft.By, draft.At, draft.Version), versions, last,
            ReminderRulePermissions.MayDraft(actor), ReminderRulePermissions.MayPutInForce(actor), ReminderRulePermissions.MayRehearse(actor));
    }
}
