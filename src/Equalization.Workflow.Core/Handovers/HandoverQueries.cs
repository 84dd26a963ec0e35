using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Handovers;

/// <summary>A handover in the list.</summary>
public sealed record HandoverRow(Guid Id, string FromName, string ToName, string UnitName, HandoverState State, DateTime OpenedAt, int Items);

/// <summary>A handover with its list, and what the reader may do.</summary>
public sealed record HandoverView(Handover Handover, string UnitName, IReadOnlyList<HandoverItem> Items, bool MayGive, bool MayTake, bool MayDecide);

/// <summary>The post that changes hands, with successors to choose from: others of the same role in the unit today.</summary>
public sealed record HandoverDesk(Guid PostId, string HolderName, string UnitName, string Post, IReadOnlyList<UnitName> Successors);

/// <summary>Reads handovers: one's own, those of the unit one heads, all for whoever reads everything or keeps the list of people.</summary>
public sealed class HandoverQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Newest first.</summary>
    public async Task<Paged<HandoverRow>> Page(Actor actor, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = actor.ReadsAll(actor.JurisdictionId) || UnitPermissions.MayEdit(actor, actor.JurisdictionId);
        var isHead = actor.Role == Role.UnitHead;
        var rows = db.Handovers.Where(h => h.JurisdictionId == actor.JurisdictionId
            && (all || h.FromPersonId == actor.PersonId || h.ToPersonId == actor.PersonId || (isHead && h.UnitId == actor.UnitId)));
        var total = await rows.CountAsync(ct);
        var list = await rows.OrderByDescending(h => h.OpenedAt).ThenBy(h => h.Id).Skip((page - 1) * size).Take(size)
            .Select(h => new HandoverRow(
                h.Id, h.FromName, h.ToName, db.Units.Where(u => u.Id == h.UnitId).Select(u => u.Name).First(), h.State, h.OpenedAt, h.Items.Count))
            .ToListAsync(ct);
        return new(list, total, page, size);
    }

    public async Task<HandoverView> View(Actor actor, Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var handover = Permission.Found(
            await db.Handovers.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct), h => HandoverPermissions.MaySee(actor, h));
        var unit = await db.Units.Where(u => u.Id == handover.UnitId).Select(u => u.Name).SingleAsync(ct);
        var items = await db.HandoverItems.AsNoTracking().Where(i => i.HandoverId == id).OrderBy(i => i.Position).ToListAsync(ct);
        return new(
            handover, unit, items,
            handover.State == HandoverState.Open && handover.GivenAt is null && HandoverPermissions.MayGive(actor, handover),
            handover.State == HandoverState.Open && handover.TakenAt is null && HandoverPermissions.MayTake(actor, handover),
            handover.State == HandoverState.Refused && HandoverPermissions.MayDecide(actor, handover));
    }

    /// <summary>For the form. Not found for a post of elsewhere, not allowed for another's.</summary>
    public async Task<HandoverDesk> Desk(Actor actor, Guid postId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var post = Permission.Found(
            await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == postId, ct), m => UnitPermissions.MaySee(actor, m.JurisdictionId));
        Permission.Require(HandoverPermissions.MayOpen(actor, post));
        var names = await (from p in db.People
                           from u in db.Units
                           where p.Id == post.PersonId && u.Id == post.UnitId
                           select new { Holder = p.Name, Unit = u.Name }).SingleAsync(ct);
        var successors = await (from m in db.Memberships
                                join p in db.People on m.PersonId equals p.Id
                                where m.UnitId == post.UnitId && m.Role == post.Role && m.PersonId != post.PersonId
                                      && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day)
                                orderby p.SortKey, m.Id
                                select new UnitName(m.Id, p.Name + " · " + m.Post)).ToListAsync(ct);
        return new(post.Id, names.Holder, names.Unit, post.Post, successors);
    }
}
