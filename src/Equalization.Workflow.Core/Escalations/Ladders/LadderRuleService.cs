using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations.Ladders;

/// <summary>The next ladder: drafted by office or administrator, put in force by the administrator alone, as the next rule set.</summary>
public sealed class LadderRuleService(Transact transact)
{
    /// <summary>
    /// Writes the jurisdiction's one draft. Version is the draft's, null when none was there. Refuses all but office and administrator (not-allowed), as
    /// <see cref="LadderDraft.Write"/> does, and a draft that somebody wrote meanwhile (stale).
    /// </summary>
    public Task SaveDraft(Actor actor, LadderRules rules, string? note, int? version, CancellationToken ct) =>
        transact.Run(actor, "起草督办阶梯", async (db, act) =>
        {
            Permission.Require(LadderPermissions.MayDraft(actor));
            var draft = await db.LadderDrafts.SingleOrDefaultAsync(d => d.JurisdictionId == actor.JurisdictionId, ct);
            if (draft is null != version is null)
            {
                throw RuleBroken.Changed();
            }

            if (draft is null)
            {
                draft = new LadderDraft(actor.JurisdictionId);
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
        transact.Run(actor, "放弃督办阶梯草稿", async (db, _) =>
        {
            Permission.Require(LadderPermissions.MayDraft(actor));
            db.Remove(await Draft(db, actor, version, ct));
        }, ct);

    /// <summary>
    /// Makes the draft the ladder of the next rule set, whose other rules stay, and answers with its number; tasks issued from now on are bound by
    /// it. Refuses all but the administrator (not-allowed), a draft that changed since it was read (stale), and one that changes nothing (rules-same).
    /// </summary>
    public Task<int> PutInForce(Actor actor, int version, CancellationToken ct) =>
        transact.Run(actor, "发布督办阶梯", async (db, act) =>
        {
            Permission.Require(LadderPermissions.MayPutInForce(actor));
            var draft = await Draft(db, actor, version, ct);
            var newest = await RuleBook.InForce(db, actor.JurisdictionId, ct);
            if (LadderRules.Of(newest).Checked().Pack() == draft.Ladder)
            {
                throw new RuleBroken("rules-same", "草稿与现行第 {0} 版相同，不需要发布。请先修改，或放弃草稿。", newest.Number);
            }

            var next = newest.WithLadder(draft.Ladder, draft.Note, actor.Signature(), act.At);
            db.Add(next);
            db.Remove(draft);
            return next.Number;
        }, ct);

    private static async Task<LadderDraft> Draft(WorkflowDb db, Actor actor, int version, CancellationToken ct)
    {
        var draft = await db.LadderDrafts.SingleOrDefaultAsync(d => d.JurisdictionId == actor.JurisdictionId, ct) ?? throw RuleBroken.Changed();
        db.Expect(draft, version);
        return draft;
    }
}

/// <summary>Who reads, drafts and puts in force the ladder.</summary>
public static class LadderPermissions
{
    public static bool MayRead(Actor actor) => actor.Role is Role.Admin or Role.Office or Role.Auditor && !actor.IsSystem;

    public static bool MayDraft(Actor actor) => actor.Role is Role.Admin or Role.Office && !actor.IsSystem;

    public static bool MayPutInForce(Actor actor) => actor.Role == Role.Admin && !actor.IsSystem;
}
