using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Infrastructure.Accounts;

/// <summary>A person's sign-in as the administrator sees it.</summary>
public sealed record AccountRow(Guid PersonId, string UserName, bool MustChangePassword, bool IsClosed, bool IsLocked, bool IsCodeOver);

/// <summary>Reads sign-ins for whoever may edit units and people.</summary>
public sealed class AccountQueries(IDbContextFactory<WorkflowDb> contexts, TimeProvider clock)
{
    /// <summary>The user names of all sign-ins, as <see cref="Core.Rosters.HeldUserNames"/> asks.</summary>
    public static Task<List<HeldUserName>> Held(WorkflowDb db, CancellationToken ct) =>
        db.Set<Account>().Select(a => new HeldUserName(a.PersonId, a.UserName!)).ToListAsync(ct);

    /// <summary>The sign-ins of people with a post in the unit, by person; empty for all but editors of the unit's jurisdiction.</summary>
    public async Task<IReadOnlyDictionary<Guid, AccountRow>> OfUnit(Actor actor, Guid unitId, CancellationToken ct)
    {
        if (!UnitPermissions.MayEdit(actor, actor.JurisdictionId))
        {
            return new Dictionary<Guid, AccountRow>();
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var rows = await db.Set<Account>()
            .Where(a => db.Memberships.Any(m => m.PersonId == a.PersonId && m.UnitId == unitId && m.JurisdictionId == actor.JurisdictionId))
            .Select(a => new { a.PersonId, a.UserName, a.MustChangePassword, a.LockoutEnd, a.CodeExpiresAt })
            .ToListAsync(ct);
        return rows.ToDictionary(
            r => r.PersonId,
            r => new AccountRow(r.PersonId, r.UserName!, r.MustChangePassword, r.LockoutEnd == DateTimeOffset.MaxValue, r.LockoutEnd > now, r.CodeExpiresAt < now.UtcDateTime));
    }
}
