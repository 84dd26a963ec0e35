using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Units;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Infrastructure.Accounts;

/// <summary>A strip as it is printed: the code is there once.</summary>
public sealed record PrintedStrip(string PersonName, string UnitName, string UserName, string Code, DateTime ExpiresAt);

/// <summary>Somebody of a sheet for whom no sign-in was opened, with the reason.</summary>
public sealed record RefusedStrip(string PersonName, string UnitName, string UserName, string Reason);

/// <summary>A sheet in the list. MayShow: it is this person's, finished, and not shown yet.</summary>
public sealed record SheetRow(Guid Id, string AskedBy, DateTime AskedAt, int Total, int Done, DateTime? ShownAt, bool MayShow);

/// <summary>
/// Sign-ins for many: asked for in one act, opened by a job (a password's hash takes long by design), printed once. The codes lie sealed with the program's
/// keys from their making until they are shown, and are erased then.
/// </summary>
public sealed class SignInSheets(
    Transact transact, IDbContextFactory<WorkflowDb> contexts, AccountService accounts, IPasswordHasher<Account> hasher, IDataProtectionProvider protection, TimeProvider clock, CodeTerm term)
{
    private const int Batch = 40;
    private const string Purpose = "sign-in codes on paper";

    /// <summary>How many people have a user name from an import and no sign-in yet. Editors only (not-allowed).</summary>
    public async Task<int> Waiting(Actor actor, CancellationToken ct)
    {
        Permission.Require(UnitPermissions.MayEdit(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Candidates(db, actor).CountAsync(ct);
    }

    /// <summary>Whether all who are contacts today have a sign-in, from a sheet or opened one by one. Editors only.</summary>
    public async Task<bool> EveryContactSignsIn(Actor actor, CancellationToken ct)
    {
        Permission.Require(UnitPermissions.MayEdit(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Memberships.Where(m => m.JurisdictionId == actor.JurisdictionId && m.Role == Role.Contact && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day))
            .AllAsync(m => db.Set<Account>().Any(a => a.PersonId == m.PersonId), ct);
    }

    /// <summary>Newest first. Editors only.</summary>
    public async Task<IReadOnlyList<SheetRow>> List(Actor actor, int most, CancellationToken ct)
    {
        Permission.Require(UnitPermissions.MayEdit(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<SignInSheet>().Where(s => s.JurisdictionId == actor.JurisdictionId).OrderByDescending(s => s.AskedAt).ThenBy(s => s.Id).Take(most)
            .Select(s => new SheetRow(s.Id, s.AskedBy, s.AskedAt, s.Total, s.Done, s.ShownAt, s.PersonId == actor.PersonId && s.ShownAt == null && s.Done >= s.Total))
            .ToListAsync(ct);
    }

    /// <summary>
    /// Asks for sign-ins for all who have a user name and none yet, oneself not among them. Refuses when there is nobody (sheet-nobody) and while another sheet
    /// is being worked off (sheet-running).
    /// </summary>
    public Task<Guid> Ask(Actor actor, CancellationToken ct) =>
        transact.Run(actor, "批量开通账户", async (db, act) =>
        {
            Permission.Require(UnitPermissions.MayEdit(act.Actor, act.Actor.JurisdictionId));
            if (await db.Set<SignInSheet>().AnyAsync(s => s.JurisdictionId == act.Actor.JurisdictionId && s.Done < s.Total, ct))
            {
                throw new RuleBroken("sheet-running", "上一批账户正在开通。请等它完成后再开始下一批。");
            }

            var people = await (from p in Candidates(db, act.Actor)
                                select new
                                {
                                    p.Id, p.Name, p.SignInName,
                                    Unit = (from m in db.Memberships
                                            join u in db.Units on m.UnitId equals u.Id
                                            where m.PersonId == p.Id && m.JurisdictionId == act.Actor.JurisdictionId
                                            orderby u.SortKey, u.Id
                                            select new { u.Name, u.SortKey }).First(),
                                }).ToListAsync(ct);
            if (people.Count == 0)
            {
                throw new RuleBroken("sheet-nobody", "没有等待开通账户的人员。请先在人员表中填写用户名并导入，或到单位页逐个开通。");
            }

            var sheet = new SignInSheet
            {
                JurisdictionId = act.Actor.JurisdictionId, PersonId = act.Actor.PersonId, AskedBy = act.Actor.Signature(), AskedAt = act.At, Total = people.Count,
            };
            db.Add(sheet);
            db.AddRange(people.OrderBy(p => p.Unit.SortKey, StringComparer.Ordinal).ThenBy(p => SortKeys.Of(p.Name), StringComparer.Ordinal).Select((p, i) => new SignInStrip
            {
                SheetId = sheet.Id, PersonId = p.Id, PersonName = p.Name, UnitName = p.Unit.Name, UserName = p.SignInName!, Position = i,
            }));
            return sheet.Id;
        }, ct);

    /// <summary>The job: works off what was asked for, a batch a transaction, and answers with how many strips were dealt with.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var total = 0;
        for (var done = -1; done != 0; total += done)
        {
            done = await OneBatch(ct);
        }

        return total;
    }

    /// <summary>
    /// The strips, once: their codes are erased in the same act. Refuses another person's sheet and an unknown one (not-found), one that is not finished
    /// (sheet-unfinished) and one that was shown (sheet-shown).
    /// </summary>
    public Task<(IReadOnlyList<PrintedStrip> Strips, IReadOnlyList<RefusedStrip> Refused)> Show(Actor actor, Guid sheetId, CancellationToken ct) =>
        transact.Run<(IReadOnlyList<PrintedStrip>, IReadOnlyList<RefusedStrip>)>(actor, "打印一次性密码", async (db, act) =>
        {
            var sheet = Permission.Found(
                await db.Set<SignInSheet>().SingleOrDefaultAsync(s => s.Id == sheetId, ct),
                s => s.JurisdictionId == act.Actor.JurisdictionId && s.PersonId == act.Actor.PersonId);
            Permission.Require(UnitPermissions.MayEdit(act.Actor, sheet.JurisdictionId));
            if (!sheet.IsFinished)
            {
                throw new RuleBroken("sheet-unfinished", "账户还在开通，已完成 {0}/{1}。请稍候再打印。", sheet.Done, sheet.Total);
            }

            if (sheet.ShownAt is not null)
            {
                throw new RuleBroken("sheet-shown", "这批一次性密码已显示过，不再显示。没有拿到的人员，请到单位页重置密码。");
            }

            sheet.ShownAt = act.At;
            var strips = await db.Set<SignInStrip>().Where(s => s.SheetId == sheetId).OrderBy(s => s.Position).ToListAsync(ct);
            var people = strips.ConvertAll(s => s.PersonId);
            var terms = await db.Set<Account>().Where(a => db.Set<SignInStrip>().Any(s => s.SheetId == sheetId && s.PersonId == a.PersonId))
                .ToDictionaryAsync(a => a.PersonId, a => a.CodeExpiresAt, ct);
            var seal = protection.CreateProtector(Purpose);
            var printed = strips.Where(s => s.SealedCode is not null)
                .Select(s => new PrintedStrip(s.PersonName, s.UnitName, s.UserName, seal.Unprotect(s.SealedCode!), terms.GetValueOrDefault(s.PersonId) ?? act.At)).ToList();
            var refused = strips.Where(s => s.Refusal is not null).Select(s => new RefusedStrip(s.PersonName, s.UnitName, s.UserName, s.Refusal!)).ToList();
            strips.ForEach(s => s.SealedCode = null);
            return (printed, refused);
        }, ct);

    /// <summary>People with a post today in the jurisdiction, and none elsewhere, who have a user name and no sign-in.</summary>
    private static IQueryable<Person> Candidates(WorkflowDb db, Actor actor) => db.People.Where(p => p.SignInName != null && p.Id != actor.PersonId
        && !db.Set<Account>().Any(a => a.PersonId == p.Id)
        && db.Memberships.Any(m => m.PersonId == p.Id && m.JurisdictionId == actor.JurisdictionId && (m.ToOn == null || m.ToOn >= actor.Day))
        && !db.Memberships.Any(m => m.PersonId == p.Id && m.JurisdictionId != actor.JurisdictionId && (m.ToOn == null || m.ToOn >= actor.Day)));

    private async Task<int> OneBatch(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var next = await db.Set<SignInSheet>().AsNoTracking().Where(s => s.Done < s.Total).OrderBy(s => s.AskedAt).ThenBy(s => s.Id).FirstOrDefaultAsync(ct);
        if (next is null)
        {
            return 0;
        }

        var waiting = await db.Set<SignInStrip>().Where(s => s.SheetId == next.Id && !s.IsDone).OrderBy(s => s.Position).Take(Batch).Select(s => s.Id).ToListAsync(ct);

        // Hashed before the transaction begins: hashing is slow on purpose and must not hold the database's only writer.
        var codes = waiting.ConvertAll(_ => AccountService.NewPassword());
        var hashes = await Task.Run(() => codes.ConvertAll(code => hasher.HashPassword(new Account(), code)), ct);
        return await transact.Run(Actor.System(next.JurisdictionId, clock.Today()), "批量开通账户", async (write, act) =>
        {
            var sheet = await write.Set<SignInSheet>().SingleAsync(s => s.Id == next.Id, ct);
            var strips = await write.Set<SignInStrip>().Where(s => waiting.Contains(s.Id) && !s.IsDone).OrderBy(s => s.Position).ToListAsync(ct);
            await Open(write, act, strips, id => hashes[waiting.IndexOf(id)], id => codes[waiting.IndexOf(id)], ct);
            sheet.Done = strips.Count == 0 ? sheet.Total : sheet.Done + strips.Count;
            return Math.Max(1, strips.Count);
        }, ct);
    }

    private async Task Open(WorkflowDb db, CurrentAct act, List<SignInStrip> strips, Func<Guid, string> hashOf, Func<Guid, string> codeOf, CancellationToken ct)
    {
        var names = strips.ConvertAll(s => accounts.Normalise(s.UserName));
        var people = strips.ConvertAll(s => s.PersonId);
        var taken = await db.Set<Account>().Where(a => names.Contains(a.NormalizedUserName!) || people.Contains(a.PersonId))
            .Select(a => new { a.NormalizedUserName, a.PersonId }).ToListAsync(ct);
        var usedNames = taken.Select(t => t.NormalizedUserName!).ToHashSet();
        var seal = protection.CreateProtector(Purpose);
        foreach (var strip in strips)
        {
            strip.IsDone = true;
            if (taken.Exists(t => t.PersonId == strip.PersonId))
            {
                strip.Refusal = "此人已有账户。忘记密码时请使用“重置密码”。";
            }
            else if (!usedNames.Add(accounts.Normalise(strip.UserName)))
            {
                strip.Refusal = "用户名已有人使用。请到单位页换一个用户名开通。";
            }
            else
            {
                var account = accounts.New(strip.PersonId, strip.UserName);
                account.PasswordHash = hashOf(strip.Id);
                account.MustChangePassword = true;
                account.CodeExpiresAt = term.From(act.At);
                db.Add(account);
                strip.SealedCode = seal.Protect(codeOf(strip.Id));
            }
        }
    }
}
