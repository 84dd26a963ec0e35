using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Units;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Infrastructure.Accounts;

/// <summary>A sample sign-in as the sign-in page lists it.</summary>
public sealed record SampleSignIn(string UserName, string PersonName, string UnitName, string Post, Role Role);

/// <summary>The sign-ins of the sample city: ordinary accounts that bear a mark, by which they are refused wherever the sample may not be.</summary>
public sealed class SampleAccounts(AccountService accounts, IDbContextFactory<WorkflowDb> contexts, TimeProvider clock)
{
    public const string Claim = "sample";

    /// <summary>Inside the transaction that lays the sample city down.</summary>
    public async Task Add(WorkflowDb db, Guid personId, string userName, string password, CancellationToken ct)
    {
        var account = await accounts.Add(db, personId, userName, password, ct);
        db.Add(new IdentityUserClaim<Guid> { UserId = account.Id, ClaimType = Claim, ClaimValue = "true" });
    }

    /// <summary>All of them, by role; each with the person's first post of the day.</summary>
    public async Task<IReadOnlyList<SampleSignIn>> List(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var day = clock.Today();
        var rows = await (from c in db.Set<IdentityUserClaim<Guid>>()
                          join a in db.Set<Account>() on c.UserId equals a.Id
                          join p in db.People on a.PersonId equals p.Id
                          join m in db.Memberships on p.Id equals m.PersonId
                          join u in db.Units on m.UnitId equals u.Id
                          where c.ClaimType == Claim && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day)
                          orderby u.SortKey, m.Id
                          select new SampleSignIn(a.UserName!, p.Name, u.Name, m.Post, m.Role)).ToListAsync(ct);
        return [.. rows.DistinctBy(r => r.UserName).OrderBy(r => r.Role)];
    }
}
