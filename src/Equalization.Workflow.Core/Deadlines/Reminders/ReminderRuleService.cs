using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>The next reminder rules: proposed as a draft by office or administrator, put in force by the administrator alone.</summary>
public sealed class ReminderRuleService(IDbContextFactory<WorkflowDb> contexts, Transact transact, TimeProvider clock)
{
    /// <summary>
    /// Writes the jurisdiction's one draft. Version is the draft's, null when none was there. Refuses all but office and administrator (not-allowed), as
    /// <see cref="ReminderDraft.Write"/> does, and a draft that somebody wrote meanwhile (stale).
    /// </summary>
    public Task SaveDraft(Actor actor, ReminderRules rules, string? note, int? version, CancellationToken ct) =>
        transact.Run(actor, "起草提醒规则", async (db, act) =>
        {
            Permission.Require(ReminderRulePermissions.MayDraft(actor));
            var draft = await db.ReminderDrafts.SingleOrDefaultAsync(d => d.JurisdictionId == actor.JurisdictionId, ct);
            if (draft is null != version is null)
            {
                throw RuleBroken.Changed();
            }

            if (draft is null)
            {
                draft = new ReminderDraft(actor.JurisdictionId);
                db.Add(draft);
            }
            else
            {
                db.Expect(draft, version!.Value);
            }

            draft.Write(rules, note, actor.Signature(), act.At);
        }, ct);

    /// <summary>Refuses all but office and administrator (not-allowed) and a draft that changed meanwhile (stale).</summary>
    public Task DropDraft(Actor actor, int version, CancellationToken ct) =>
        transact.Run(actor, "放弃提醒规则草稿", async (db, _) =>
        {
            Permission.Require(ReminderRulePermissions.MayDraft(actor));
            db.Remove(await Draft(db, actor, version, ct));
        }, ct);

    /// <summary>
    /// Makes the draft the next rule set, in force from now on, and answers with its number. Refuses all but the administrator (not-allowed), a draft that
    /// changed since it was read (stale), and one that changes nothing (rules-same).
    /// </summary>
    public Task<int> PutInForce(Actor actor, int version, CancellationToken ct) =>
        transact.Run(actor, "发布提醒规则", async (db, act) =>
        {
            Permission.Require(ReminderRulePermissions.MayPutInForce(actor));
            var draft = await Draft(db, actor, version, ct);
            var newest = await ReminderRuleBook.Newest(db, actor.JurisdictionId, ct);
            if (newest is not null && newest.SendFrom == draft.SendFrom && newest.SendTo == draft.SendTo
                && newest.UrgeCooldownWorkingDays == draft.UrgeCooldownWorkingDays && newest.Ladders == draft.Ladders)
            {
                throw new RuleBroken("rules-same", "草稿与现行第 {0} 版相同，不需要发布。请先修改，或放弃草稿。", newest.Number);
            }

            var next = new ReminderRuleSet(actor.JurisdictionId, (newest?.Number ?? 0) + 1, draft.Rules, draft.Note, actor.Signature(), act.At);
            db.Add(next);
            db.Remove(draft);
            return next.Number;
        }, ct);

    /// <summary>Gives every jurisdiction that has none the default rules; a database from before there were any gets them at start.</summary>
    public async Task EnsureDefaults(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var without = await db.Jurisdictions.Where(j => !db.ReminderRuleSets.Any(r => r.JurisdictionId == j.Id)).Select(j => j.Id).ToListAsync(ct);
        foreach (var jurisdiction in without)
        {
            await transact.Run(Actor.System(jurisdiction, clock.Today()), "建立默认提醒规则", async (inner, act) =>
            {
                if (await ReminderRuleBook.Newest(inner, jurisdiction, ct) is null)
                {
                    inner.Add(ReminderRuleSet.Default(jurisdiction, act.At));
                }
            }, ct);
        }
    }

    private static async Task<ReminderDraft> Draft(WorkflowDb db, Actor actor, int version, CancellationToken ct)
    {
        var draft = await db.ReminderDrafts.SingleOrDefaultAsync(d => d.JurisdictionId == actor.JurisdictionId, ct) ?? throw RuleBroken.Changed();
        db.Expect(draft, version);
        return draft;
    }
}

/// <summary>Who reads, drafts, rehearses and puts in force the reminder rules.</summary>
public static class ReminderRulePermissions
{
    public static bool MayRead(Actor actor) => actor.Role is Role.Admin or Role.Office or Role.Auditor && !actor.IsSystem;

    public static bool MayDraft(Actor actor) => actor.Role is Role.Admin or Role.Office && !actor.IsSystem;

    public static bool MayPutInForce(Actor actor) => actor.Role == Role.Admin && !actor.IsSystem;

    /// <summary>A rehearsal names tasks of the whole jurisdiction, which the administrator does not see.</summary>
    public static bool MayRehearse(Actor actor) => actor.Role is Role.Office or Role.Auditor && !actor.IsSystem;
}
