using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Handovers;

/// <summary>Hands a post over by a list of what is open in it.</summary>
public sealed class HandoverService(Transact transact)
{
    /// <summary>
    /// Makes the list and tells both. Refuses posts of two units or roles (handover-posts), a successor not in office today (handover-successor), a second list
    /// for the post (handover-open) and an empty one (handover-nothing).
    /// </summary>
    public Task<Guid> Open(Actor actor, Guid fromPostId, Guid toPostId, CancellationToken ct) =>
        transact.Run(actor, "发起岗位交接", async (db, act) =>
        {
            var from = Permission.Found(
                await db.Memberships.SingleOrDefaultAsync(m => m.Id == fromPostId, ct), m => UnitPermissions.MaySee(act.Actor, m.JurisdictionId));
            Permission.Require(HandoverPermissions.MayOpen(act.Actor, from));
            var to = await db.Memberships.SingleOrDefaultAsync(m => m.Id == toPostId && m.JurisdictionId == from.JurisdictionId, ct);
            await Require(db, act.Actor, from, to, ct);
            var names = await db.People.Where(p => p.Id == from.PersonId || p.Id == to!.PersonId).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            var handover = new Handover(from, names[from.PersonId], to!, names[to!.PersonId], act.Actor.Signature(), act.At);
            handover.List(await OpenItems.Of(db, handover, from, ct));
            if (handover.Items.Count == 0)
            {
                throw new RuleBroken("handover-nothing", "这一岗位没有未办结的事项，不必交接。");
            }

            db.Add(handover);
            Tell(db, [handover.FromPersonId, handover.ToPersonId], handover, "{0} 的岗位事项拟交接给 {1}，共 {2} 项，请核对清单并确认。", handover.FromName, handover.ToName, handover.Items.Count);
            return handover.Id;
        }, ct);

    /// <summary>The one who leaves confirms the list; the office does it for somebody who cannot any more.</summary>
    public Task Give(Actor actor, Guid id, int version, CancellationToken ct) =>
        Act(actor, "确认移交", id, version, HandoverPermissions.MayGive, async (db, act, handover) =>
        {
            handover.Give(act.Actor.Signature(), act.At);
            await Finish(db, act, handover, ct);
        }, ct);

    /// <summary>The successor confirms it.</summary>
    public Task Take(Actor actor, Guid id, int version, CancellationToken ct) =>
        Act(actor, "确认接收", id, version, HandoverPermissions.MayTake, async (db, act, handover) =>
        {
            handover.Take(act.Actor.Signature(), act.At);
            await Finish(db, act, handover, ct);
        }, ct);

    /// <summary>The successor does not take it, with a reason; the office is told and decides.</summary>
    public Task Refuse(Actor actor, Guid id, int version, string? reason, CancellationToken ct) =>
        Act(actor, "拒绝接收", id, version, HandoverPermissions.MayTake, async (db, act, handover) =>
        {
            handover.Refuse(reason);
            var office = await Recipients.Office(db, handover.JurisdictionId, act.Actor.Day, ct);
            Tell(db, [.. office, handover.FromPersonId], handover, "{0} 不接收 {1} 的岗位事项，理由：{2}。请领导小组办公室裁定。", handover.ToName, handover.FromName, handover.Refusal!);
        }, ct);

    /// <summary>The office's decision on a refusal.</summary>
    public Task Decide(Actor actor, Guid id, int version, bool goesOver, string? decision, CancellationToken ct) =>
        Act(actor, "裁定岗位交接", id, version, HandoverPermissions.MayDecide, async (db, act, handover) =>
        {
            handover.Decide(goesOver, decision, act.Actor.Signature(), act.At);
            await Finish(db, act, handover, ct);
            if (!goesOver)
            {
                Tell(db, [handover.FromPersonId, handover.ToPersonId], handover, "{0} 与 {1} 的岗位交接经裁定不进行：{2}", handover.FromName, handover.ToName, handover.Decision!);
            }
        }, ct);

    private static async Task Require(WorkflowDb db, Actor actor, Membership from, Membership? to, CancellationToken ct)
    {
        if (to is null || to.UnitId != from.UnitId || to.Role != from.Role || to.PersonId == from.PersonId)
        {
            throw new RuleBroken("handover-posts", "接任人须是本单位同一角色的另一位人员。请先登记接任人的任职，再发起交接。") { Field = "ToPostId" };
        }

        if (!to.HoldsOn(actor.Day))
        {
            throw new RuleBroken("handover-successor", "接任人今日不在任。请在其到任后发起交接，或另选人员。") { Field = "ToPostId" };
        }

        if (await db.Handovers.AnyAsync(h => h.FromPostId == from.Id && (h.State == HandoverState.Open || h.State == HandoverState.Refused), ct))
        {
            throw new RuleBroken("handover-open", "这一岗位已有一份交接清单在办。请先办完那一份。");
        }
    }

    /// <summary>Once both have confirmed, or the office has decided so: tasks in hand that are still open and still the old holder's name the new one.</summary>
    private static async Task Finish(WorkflowDb db, CurrentAct act, Handover handover, CancellationToken ct)
    {
        if (handover.State != HandoverState.Done)
        {
            return;
        }

        var tasks = await db.AnnualTasks.Include(t => t.Units)
            .Where(t => t.State != TaskState.WrittenOff && t.State != TaskState.Withdrawn
                        && db.HandoverItems.Any(i => i.HandoverId == handover.Id && i.Kind == HandoverItemKind.Task && i.TaskId == t.Id))
            .OrderBy(t => t.Number).ToListAsync(ct);
        foreach (var (task, part) in tasks.SelectMany(t => t.Units, (t, p) => (t, p)).Where(p => p.p.UnitId == handover.UnitId))
        {
            if (part.TakesPart && (part.HolderId is null || part.HolderId == handover.FromPersonId))
            {
                part.HandOn(handover.ToPersonId);
                db.Tell(task.Id, ActKind.HandOn, part.Id, null, "岗位交接：由 {0} 移交 {1} 办理", handover.FromName, handover.ToName);
            }
        }

        Tell(db, [handover.FromPersonId, handover.ToPersonId], handover, "{0} 的岗位事项已交接给 {1}。", handover.FromName, handover.ToName);
    }

    private static void Tell(WorkflowDb db, IEnumerable<Guid> people, Handover handover, string format, params object[] arguments) =>
        db.Notify(people, NoticeKind.Handover, nameof(Handover), handover.Id, null, format, arguments);

    private Task Act(
        Actor actor, string name, Guid id, int version, Func<Actor, Handover, bool> may, Func<WorkflowDb, CurrentAct, Handover, Task> change, CancellationToken ct) =>
        transact.Run(actor, name, async (db, act) =>
        {
            var handover = Permission.Found(await db.Handovers.SingleOrDefaultAsync(h => h.Id == id, ct), h => HandoverPermissions.MaySee(act.Actor, h));
            Permission.Require(may(act.Actor, handover));
            db.Expect(handover, version);
            await change(db, act, handover);
        }, ct);
}
