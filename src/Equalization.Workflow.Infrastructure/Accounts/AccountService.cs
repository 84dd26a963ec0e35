using System.Security.Cryptography;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Units;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Infrastructure.Accounts;

/// <summary>A new password, told once to whoever made it; only its hash is kept.</summary>
/// <param name="ExpiresAt">Until when it lets its holder in.</param>
public sealed record OneTimePassword(string UserName, string Password, DateTime ExpiresAt);

/// <summary>Sign-ins of people: opened, given a new password, closed. Done by whoever may edit units and people.</summary>
public sealed class AccountService(Transact transact, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, CodeTerm term)
{
    /// <summary>Left out are the signs that are mistaken for each other when read out over the telephone.</summary>
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string NewPassword() => RandomNumberGenerator.GetString(Signs, 12);

    /// <summary>
    /// Opens a sign-in for somebody who holds a post in the jurisdiction. Refuses a user name that is taken (user-name-taken) or malformed
    /// (user-name), and a second sign-in (has-sign-in).
    /// </summary>
    public Task<OneTimePassword> Open(Actor actor, Guid personId, string userName, CancellationToken ct) =>
        transact.Run(actor, "开通账户", async (db, act) =>
        {
            await RequirePost(db, act, personId, ct);
            if (await db.Set<Account>().AnyAsync(a => a.PersonId == personId, ct))
            {
                throw new RuleBroken("has-sign-in", "此人已有账户。忘记密码时请使用“重置密码”。");
            }

            var password = NewPassword();
            var account = await Add(db, personId, userName, password, ct);
            account.MustChangePassword = true;
            account.CodeExpiresAt = term.From(act.At);
            return new OneTimePassword(account.UserName!, password, account.CodeExpiresAt.Value);
        }, ct);

    /// <summary>A new one-time password; whoever is signed in with the old one is signed out within a minute. Also ends a lockout.</summary>
    public Task<OneTimePassword> Reset(Actor actor, Guid personId, CancellationToken ct) =>
        transact.Run(actor, "重置密码", async (db, act) =>
        {
            await RequirePost(db, act, personId, ct);
            var account = await Existing(db, personId, ct);
            if (account.LockoutEnd == DateTimeOffset.MaxValue)
            {
                throw new RuleBroken("sign-in-closed", "账户已停用，请先启用再重置密码。");
            }

            var password = NewPassword();
            account.PasswordHash = hasher.HashPassword(account, password);
            account.SecurityStamp = NewStamp();
            // Otherwise a failed sign-in under way would write the whole old row back over this.
            account.ConcurrencyStamp = NewStamp();
            account.MustChangePassword = true;
            account.CodeExpiresAt = term.From(act.At);
            account.LockoutEnd = null;
            account.AccessFailedCount = 0;
            return new OneTimePassword(account.UserName!, password, account.CodeExpiresAt.Value);
        }, ct);

    /// <summary>Closes the sign-in for good or opens it again; the person's past stays.</summary>
    public Task Close(Actor actor, Guid personId, bool closed, CancellationToken ct) =>
        transact.Run(actor, closed ? "停用账户" : "启用账户", async (db, act) =>
        {
            await RequirePost(db, act, personId, ct);
            if (personId == act.Actor.PersonId)
            {
                throw new RuleBroken("own-sign-in", "不能停用自己的账户。请由另一位管理员办理。");
            }

            var account = await Existing(db, personId, ct);
            account.LockoutEnd = closed ? DateTimeOffset.MaxValue : null;
            account.SecurityStamp = NewStamp();
            // Otherwise a failed sign-in under way would write the whole old row back over this.
            account.ConcurrencyStamp = NewStamp();
        }, ct);

    /// <summary>A sign-in inside a transaction that is already under way: set-up, the sample city.</summary>
    public async Task<Account> Add(WorkflowDb db, Guid personId, string userName, string password, CancellationToken ct)
    {
        userName = SignInName.Of(userName) ?? throw SignInName.Refused();
        var normalised = Normalise(userName);
        if (await db.Set<Account>().AnyAsync(a => a.NormalizedUserName == normalised, ct))
        {
            throw new RuleBroken("user-name-taken", "用户名“{0}”已有人使用，请换一个。", userName) { Field = "UserName" };
        }

        var account = New(personId, userName);
        account.PasswordHash = hasher.HashPassword(account, password);
        db.Add(account);
        return account;
    }

    /// <summary>A sign-in without a password yet, in nobody's database.</summary>
    internal Account New(Guid personId, string userName) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = personId,
        UserName = userName,
        NormalizedUserName = Normalise(userName),
        SecurityStamp = NewStamp(),
        ConcurrencyStamp = Guid.NewGuid().ToString(),
        LockoutEnabled = true,
    };

    internal string Normalise(string userName) => normalizer.NormalizeName(userName);

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    private static async Task<Account> Existing(WorkflowDb db, Guid personId, CancellationToken ct) =>
        await db.Set<Account>().SingleOrDefaultAsync(a => a.PersonId == personId, ct)
        ?? throw new RuleBroken("no-sign-in", "此人还没有账户，请先开通。");

    /// <summary>
    /// The person must hold or have held a post in the actor's jurisdiction and none outside it, lest one city's administrator take over
    /// another's people. The post is touched, so that the audit chain shows who opened or reset what: accounts themselves hold secrets
    /// and stay out of it.
    /// </summary>
    private static async Task RequirePost(WorkflowDb db, CurrentAct act, Guid personId, CancellationToken ct)
    {
        Permission.Require(UnitPermissions.MayEdit(act.Actor, act.Actor.JurisdictionId));
        var posts = await db.Memberships.Where(m => m.PersonId == personId).OrderByDescending(m => m.FromOn).ThenBy(m => m.Id).ToListAsync(ct);
        var own = posts.Find(m => m.JurisdictionId == act.Actor.JurisdictionId) ?? throw RuleBroken.Missing();
        if (posts.Exists(m => m.JurisdictionId != act.Actor.JurisdictionId && m.HoldsOn(act.Actor.Day)))
        {
            throw new RuleBroken("elsewhere", "此人在其他地区也有任职，账户由该地区管理员办理。请与其联系。");
        }

        db.Entry(own).State = EntityState.Modified;
    }
}
