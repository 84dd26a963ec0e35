using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Units;

/// <summary>A post that a person may act in today: held, or another's as its deputy.</summary>
/// <param name="HolderName">Whose post it is, when the person is a deputy in it.</param>
public sealed record PostRow(
    Guid MembershipId, string Post, Guid UnitId, string UnitName, Role Role, Guid JurisdictionId, string JurisdictionName, string? HolderName);

/// <summary>Finds in whose name a person may act.</summary>
public sealed class ActorQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>
    /// The person acting in the preferred post, or in the first of them when none is preferred or that one has ended, and all posts that
    /// hold on the day in order of unit, those acted in for others last. Null for somebody who has left, whoever's deputy. One query.
    /// </summary>
    public async Task<(Actor Actor, IReadOnlyList<PostRow> Posts)?> Find(Guid personId, Guid? preferred, DateOnly day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await Holding(db, personId, day).ToListAsync(ct);
        if (rows.Count == 0 || rows[0].HolderId != personId)
        {
            return null;
        }

        var row = rows.Find(r => r.Post.MembershipId == preferred) ?? rows[0];
        var post = row.Post;
        var held = post.HolderName is { } holder ? new Deputised(row.HolderId, holder, rows[0].PersonName) : null;
        var actor = new Actor(
            personId, held?.Both ?? rows[0].PersonName, post.MembershipId, post.Post, post.UnitId, post.UnitName, post.Role, post.JurisdictionId, day) { For = held };
        return (actor, rows.ConvertAll(r => r.Post));
    }

    private static IQueryable<Row> Holding(WorkflowDb db, Guid personId, DateOnly day) =>
        from m in db.Memberships
        join p in db.People on m.PersonId equals p.Id
        join u in db.Units on m.UnitId equals u.Id
        join j in db.Jurisdictions on m.JurisdictionId equals j.Id
        where m.FromOn <= day && (m.ToOn == null || m.ToOn >= day)
              // Every request asks this: so written, the database finds both kinds by index instead of trying each post.
              && (m.PersonId == personId
                  || db.Deputies.Where(d => d.PersonId == personId && d.WithdrawnAt == null && d.FromOn <= day && d.ToOn >= day).Select(d => d.MembershipId).Contains(m.Id))
        orderby m.PersonId == personId ? 0 : 1, u.SortKey, m.Role, m.Id
        select new Row(m.PersonId, p.Name, new PostRow(m.Id, m.Post, u.Id, u.Name, m.Role, j.Id, j.Name, m.PersonId == personId ? null : p.Name));

    private sealed record Row(Guid HolderId, string PersonName, PostRow Post);
}
