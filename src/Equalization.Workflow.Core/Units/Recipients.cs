using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Units;

/// <summary>Somebody a notice about a unit goes to. UnitId is the unit it concerns, which for a leader is one of the portfolio.</summary>
public sealed record Recipient(Guid PersonId, Guid UnitId, Role Role);

/// <summary>Who holds which post on a day, for addressing notices; one query for any number of units.</summary>
public static class Recipients
{
    /// <summary>People with one of the roles in the units on that day.</summary>
    public static async Task<List<Recipient>> Of(
        WorkflowDb db, IReadOnlyCollection<Guid> unitIds, IReadOnlyCollection<Role> roles, DateOnly day, CancellationToken ct) =>
        await db.Memberships
            .Where(m => unitIds.Contains(m.UnitId) && roles.Contains(m.Role) && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day))
            .Select(m => new Recipient(m.PersonId, m.UnitId, m.Role))
            .Distinct()
            .ToListAsync(ct);

    /// <summary>Leaders in charge (分管领导) of the units on that day.</summary>
    public static async Task<List<Recipient>> LeadersOf(WorkflowDb db, IReadOnlyCollection<Guid> unitIds, DateOnly day, CancellationToken ct) =>
        await (from p in db.Portfolios
               join m in db.Memberships on p.MembershipId equals m.Id
               where unitIds.Contains(p.UnitId) && p.FromOn <= day && (p.ToOn == null || p.ToOn >= day)
                     && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day)
               select new Recipient(m.PersonId, p.UnitId, m.Role)).Distinct().ToListAsync(ct);

    /// <summary>The people of the leading group's office in a jurisdiction on that day.</summary>
    public static async Task<List<Guid>> Office(WorkflowDb db, Guid jurisdictionId, DateOnly day, CancellationToken ct) =>
        await db.Memberships
            .Where(m => m.JurisdictionId == jurisdictionId && m.Role == Role.Office && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day))
            .Select(m => m.PersonId)
            .Distinct()
            .ToListAsync(ct);
}
