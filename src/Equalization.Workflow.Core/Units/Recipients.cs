using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Units;

/// <summary>Somebody a notice about a unit goes to. UnitId is the unit it concerns, which for a leader is one of the portfolio.</summary>
public sealed record Recipient(Guid PersonId, Guid UnitId, Role Role);

/// <summary>Who holds which post on a day, and who stands in for them, for addressing notices; one query for any number of units.</summary>
public static class Recipients
{
    private static readonly DailyQuery<Func<WorkflowDb, Guid, Role, DateOnly, IAsyncEnumerable<Guid>>> OfOnePost = new(() => EF.CompileAsyncQuery(
        (WorkflowDb db, Guid unitId, Role role, DateOnly day) => db.Memberships
            .Where(m => m.FromOn <= day && (m.ToOn == null || m.ToOn >= day) && m.UnitId == unitId && m.Role == role).Select(m => m.PersonId)
            .Union(from m in db.Memberships
                   join d in db.Deputies on m.Id equals d.MembershipId
                   where m.FromOn <= day && (m.ToOn == null || m.ToOn >= day) && m.UnitId == unitId && m.Role == role
                         && d.WithdrawnAt == null && d.FromOn <= day && d.ToOn >= day
                   select d.PersonId)));

    /// <summary>People with the role in the unit on that day, each once: what most acts ask.</summary>
    public static async Task<List<Guid>> Of(WorkflowDb db, Guid unitId, Role role, DateOnly day, CancellationToken ct)
    {
        var people = new List<Guid>();
        await foreach (var person in OfOnePost.In(db)(db, unitId, role, day).WithCancellation(ct))
        {
            people.Add(person);
        }

        return people;
    }

    /// <summary>People with one of the roles in the units on that day.</summary>
    public static async Task<List<Recipient>> Of(
        WorkflowDb db, IReadOnlyCollection<Guid> unitIds, IReadOnlyCollection<Role> roles, DateOnly day, CancellationToken ct) =>
        [.. (await Reached(db, Holding(db, day).Where(m => unitIds.Contains(m.UnitId) && roles.Contains(m.Role)), day).Distinct().ToListAsync(ct))
            .Select(r => new Recipient(r.PersonId, r.UnitId, r.Role)).Distinct()];

    /// <summary>Leaders in charge (分管领导) of the units on that day.</summary>
    public static async Task<List<Recipient>> LeadersOf(WorkflowDb db, IReadOnlyCollection<Guid> unitIds, DateOnly day, CancellationToken ct)
    {
        var charges = db.Portfolios.Where(p => unitIds.Contains(p.UnitId) && p.FromOn <= day && (p.ToOn == null || p.ToOn >= day));
        var rows = await (from r in Reached(db, Holding(db, day).Where(m => charges.Select(p => p.MembershipId).Contains(m.Id)), day)
                          join p in charges on r.MembershipId equals p.MembershipId
                          select new { r.PersonId, p.UnitId, r.Role }).Distinct().ToListAsync(ct);
        return rows.ConvertAll(r => new Recipient(r.PersonId, r.UnitId, r.Role));
    }

    /// <summary>The people of the leading group's office in a jurisdiction on that day.</summary>
    public static async Task<List<Guid>> Office(WorkflowDb db, Guid jurisdictionId, DateOnly day, CancellationToken ct) =>
        await Reached(db, Holding(db, day).Where(m => m.JurisdictionId == jurisdictionId && m.Role == Role.Office), day)
            .Select(r => r.PersonId).Distinct().ToListAsync(ct);

    private static IQueryable<Membership> Holding(WorkflowDb db, DateOnly day) =>
        db.Memberships.Where(m => m.FromOn <= day && (m.ToOn == null || m.ToOn >= day));

    /// <summary>The posts' holders, and those who stand in for them that day.</summary>
    private static IQueryable<ReachedPost> Reached(WorkflowDb db, IQueryable<Membership> posts, DateOnly day) => posts
        .Select(m => new ReachedPost { MembershipId = m.Id, PersonId = m.PersonId, UnitId = m.UnitId, Role = m.Role })
        .Concat(from m in posts
                join d in db.Deputies on m.Id equals d.MembershipId
                where d.WithdrawnAt == null && d.FromOn <= day && d.ToOn >= day
                select new ReachedPost { MembershipId = m.Id, PersonId = d.PersonId, UnitId = m.UnitId, Role = m.Role });

    private sealed class ReachedPost
    {
        public Guid MembershipId { get; init; }

        public Guid PersonId { get; init; }

        public Guid UnitId { get; init; }

        public Role Role { get; init; }
    }
}
