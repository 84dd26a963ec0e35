using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Units;

/// <summary>A post that a person holds today and may act in.</summary>
public sealed record PostRow(Guid MembershipId, string Post, Guid UnitId, string UnitName, Role Role, Guid JurisdictionId, string JurisdictionName);

/// <summary>Finds in whose name a person may act.</summary>
public sealed class ActorQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>The posts that hold on that day, in order of unit; empty for somebody who has left.</summary>
    public async Task<IReadOnlyList<PostRow>> Posts(Guid personId, DateOnly day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Holding(db, personId, day).ToListAsync(ct);
    }

    /// <summary>
    /// The person acting in the chosen post, or in the first one when none is chosen; null when the person holds no post that day, or
    /// not the chosen one.
    /// </summary>
    public async Task<(Actor Actor, IReadOnlyList<PostRow> Posts)?> Find(Guid personId, Guid? membershipId, DateOnly day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var name = await db.People.Where(p => p.Id == personId).Select(p => p.Name).SingleOrDefaultAsync(ct);
        var posts = name is null ? [] : await Holding(db, personId, day).ToListAsync(ct);
        var post = membershipId is null ? posts.FirstOrDefault() : posts.FirstOrDefault(p => p.MembershipId == membershipId);
        return post is null
            ? null
            : (new Actor(personId, name!, post.MembershipId, post.Post, post.UnitId, post.UnitName, post.Role, post.JurisdictionId, day), posts);
    }

    private static IQueryable<PostRow> Holding(WorkflowDb db, Guid personId, DateOnly day) =>
        from m in db.Memberships
        join u in db.Units on m.UnitId equals u.Id
        join j in db.Jurisdictions on m.JurisdictionId equals j.Id
        where m.PersonId == personId && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day)
        orderby u.SortKey, m.Role, m.Id
        select new PostRow(m.Id, m.Post, u.Id, u.Name, m.Role, j.Id, j.Name);
}
