using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Units;

/// <summary>A post that a person holds today and may act in.</summary>
public sealed record PostRow(Guid MembershipId, string Post, Guid UnitId, string UnitName, Role Role, Guid JurisdictionId, string JurisdictionName);

/// <summary>Finds in whose name a person may act.</summary>
public sealed class ActorQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>
    /// The person acting in the preferred post, or in the first of them when none is preferred or that one has ended, and all posts that
    /// hold on the day in order of unit. Null for somebody who has left. One query.
    /// </summary>
    public async Task<(Actor Actor, IReadOnlyList<PostRow> Posts)?> Find(Guid personId, Guid? preferred, DateOnly day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await Holding(db, personId, day).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return null;
        }

        var post = (rows.Find(r => r.Post.MembershipId == preferred) ?? rows[0]).Post;
        var actor = new Actor(
            personId, rows[0].PersonName, post.MembershipId, post.Post, post.UnitId, post.UnitName, post.Role, post.JurisdictionId, day);
        return (actor, rows.ConvertAll(r => r.Post));
    }

    private static IQueryable<Row> Holding(WorkflowDb db, Guid personId, DateOnly day) =>
        from m in db.Memberships
        join p in db.People on m.PersonId equals p.Id
        join u in db.Units on m.UnitId equals u.Id
        join j in db.Jurisdictions on m.JurisdictionId equals j.Id
        where m.PersonId == personId && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day)
        orderby u.SortKey, m.Role, m.Id
        select new Row(p.Name, new PostRow(m.Id, m.Post, u.Id, u.Name, m.Role, j.Id, j.Name));

    private sealed record Row(string PersonName, PostRow Post);
}
