using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>A user name that somebody has: of a sign-in, or given by an earlier import and not opened yet.</summary>
public sealed record HeldUserName(Guid PersonId, string UserName);

/// <summary>The user names of all sign-ins, read on the given context; sign-ins are kept outside the domain.</summary>
public delegate Task<List<HeldUserName>> HeldUserNames(WorkflowDb db, CancellationToken ct);

/// <summary>What a roster is checked against: a jurisdiction's units, people and posts, read by a fixed number of queries whatever the size of the file.</summary>
internal sealed record RosterState(
    Actor Actor,
    IReadOnlyList<Unit> Units,
    IReadOnlyList<UnitGroup> Groups,
    IReadOnlyList<Person> People,
    ILookup<Guid, Membership> Posts,
    IReadOnlyList<Portfolio> Portfolios,
    IReadOnlyList<HeldUserName> SignIns,
    IReadOnlyList<HeldUserName> Wished)
{
    /// <summary>Tracked when rows are to be written; a dry run reads only.</summary>
    public static async Task<RosterState> Load(WorkflowDb db, Actor actor, HeldUserNames signIns, bool tracked, CancellationToken ct)
    {
        var city = actor.JurisdictionId;
        IQueryable<T> As<T>(IQueryable<T> rows)
            where T : class => tracked ? rows : rows.AsNoTracking();
        var units = await As(db.Units.Where(u => u.JurisdictionId == city).Include(u => u.Aliases)).AsSplitQuery().ToListAsync(ct);
        var groups = await db.UnitGroups.AsNoTracking().Where(g => g.JurisdictionId == city).Include(g => g.Aliases).AsSplitQuery().ToListAsync(ct);
        var people = await As(db.People.Where(p => db.Memberships.Any(m => m.PersonId == p.Id && m.JurisdictionId == city))).ToListAsync(ct);
        var posts = await db.Memberships.AsNoTracking().Where(m => m.JurisdictionId == city).ToListAsync(ct);
        var portfolios = await db.Portfolios.AsNoTracking().Where(p => p.JurisdictionId == city).ToListAsync(ct);
        var wished = await db.People.Where(p => p.SignInName != null).Select(p => new HeldUserName(p.Id, p.SignInName!)).ToListAsync(ct);
        return new RosterState(actor, units, groups, people, posts.ToLookup(m => m.PersonId), portfolios, await signIns(db, ct), wished);
    }
}
