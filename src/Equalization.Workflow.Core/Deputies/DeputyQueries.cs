using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deputies;

/// <summary>A deputy in the list. Holds: it is in force today.</summary>
public sealed record DeputyRow(
    Guid Id, string DeputyName, string HolderName, Guid UnitId, string UnitName, string Post, DateOnly FromOn, DateOnly ToOn, string Reason, string SetBy, DateTime? WithdrawnAt,
    string? WithdrawnBy, bool MayWithdraw, int Version)
{
    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && FromOn <= day && day <= ToOn;
}

/// <summary>The post a deputy is to be set for, with people to choose from: those of the same unit first.</summary>
public sealed record DeputyDesk(Guid MembershipId, string HolderName, string UnitName, string Post, IReadOnlyList<UnitName> People);

/// <summary>Reads deputies: one's own and those one stands in for; all of the jurisdiction for whoever keeps units and people.</summary>
public sealed class DeputyQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Latest first.</summary>
    public async Task<Paged<DeputyRow>> Page(Actor actor, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var isEditor = UnitPermissions.MayEdit(actor, actor.JurisdictionId) && !actor.IsDeputy;
        var rows = from d in db.Deputies
                   join m in db.Memberships on d.MembershipId equals m.Id
                   join u in db.Units on m.UnitId equals u.Id
                   join h in db.People on m.PersonId equals h.Id
                   join p in db.People on d.PersonId equals p.Id
                   where d.JurisdictionId == actor.JurisdictionId && (isEditor || d.PersonId == actor.PersonId || m.PersonId == actor.PersonId)
                   select new { d, m, u, Holder = h.Name, Deputy = p.Name };
        var total = await rows.CountAsync(ct);
        var list = await rows.OrderByDescending(r => r.d.ToOn).ThenBy(r => r.d.Id).Skip((page - 1) * size).Take(size)
            .Select(r => new DeputyRow(
                r.d.Id, r.Deputy, r.Holder, r.u.Id, r.u.Name, r.m.Post, r.d.FromOn, r.d.ToOn, r.d.Reason, r.d.SetBy, r.d.WithdrawnAt, r.d.WithdrawnBy,
                r.d.WithdrawnAt == null && r.d.ToOn >= actor.Day && !actor.IsDeputy && (isEditor || r.m.PersonId == actor.PersonId), r.d.Version))
            .ToListAsync(ct);
        return new(list, total, page, size);
    }

    /// <summary>For the form. Not found for a post of elsewhere, not allowed for another's.</summary>
    public async Task<DeputyDesk> Desk(Actor actor, Guid membershipId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var post = Permission.Found(
            await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == membershipId, ct), m => UnitPermissions.MaySee(actor, m.JurisdictionId));
        Permission.Require(DeputyPermissions.MaySet(actor, post));
        var names = await (from p in db.People
                           from u in db.Units
                           where p.Id == post.PersonId && u.Id == post.UnitId
                           select new { Holder = p.Name, Unit = u.Name }).SingleAsync(ct);
        var people = await (from m in db.Memberships
                            join p in db.People on m.PersonId equals p.Id
                            join u in db.Units on m.UnitId equals u.Id
                            where m.JurisdictionId == post.JurisdictionId && m.PersonId != post.PersonId && m.PersonId != actor.PersonId
                                  && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day)
                                  && (m.UnitId == post.UnitId || u.Kind == UnitKind.Office || u.Kind == UnitKind.Leadership)
                            orderby m.UnitId != post.UnitId, p.SortKey, p.Id
                            select new UnitName(p.Id, p.Name + " · " + u.ShortName + " " + m.Post)).ToListAsync(ct);
        return new(post.Id, names.Holder, names.Unit, post.Post, [.. people.DistinctBy(p => p.Id)]);
    }
}
