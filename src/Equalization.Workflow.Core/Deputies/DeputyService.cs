using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deputies;

/// <summary>A deputy as the form has it: for which post, who, from when to when (both days included), and why.</summary>
public sealed record DeputyInput(Guid MembershipId, Guid PersonId, DateOnly FromOn, DateOnly ToOn, string? Reason);

/// <summary>Sets and withdraws deputies (AB岗). A deputy has no deputy, a post has one at a time, and nobody becomes one of his own doing.</summary>
public sealed class DeputyService(Transact transact)
{
    /// <summary>The longest term, in days: a longer absence is a change of post.</summary>
    public const int LongestTerm = 183;

    /// <summary>What the two names leave room for in the trail.</summary>
    private const int LongestNames = 46;

    /// <summary>
    /// Answers with its id. Refuses: days the wrong way round or past (deputy-days), a term too long (deputy-long) or beyond the post (deputy-post), the holder
    /// himself (deputy-holder), oneself for another (deputy-self), somebody without a post in the jurisdiction on the first day (deputy-elsewhere), office and
    /// administrator in one (separate-duties), a second deputy in the term (deputy-overlap) and a deputy of a deputy (deputy-of-deputy).
    /// </summary>
    public Task<Guid> Set(Actor actor, DeputyInput input, CancellationToken ct) =>
        transact.Run(actor, "设置代理", async (db, act) =>
        {
            var post = Permission.Found(
                await db.Memberships.SingleOrDefaultAsync(m => m.Id == input.MembershipId, ct), m => UnitPermissions.MaySee(act.Actor, m.JurisdictionId));
            Permission.Require(DeputyPermissions.MaySet(act.Actor, post));
            RequireDays(act.Actor.Day, post, input);
            var holder = await db.People.SingleAsync(p => p.Id == post.PersonId, ct);
            var person = await Person(db, act.Actor, post, holder, input, ct);
            await RequireFree(db, post, input, ct);
            var deputy = new Deputy(
                post, person.Id, input.FromOn, input.ToOn,
                input.Reason.Needed(Deputy.LongestReason, "事由", new RuleBroken("deputy-reason", "请填写事由，例如出差、学习、休假。") { Field = nameof(input.Reason) }),
                act.Actor.Signature(), act.At);
            db.Add(deputy);
            Tell(db, deputy, post, "{0} 自 {1} 至 {2} 代理 {3} 的 {4}，事由：{5}。", person.Name, deputy.FromOn, deputy.ToOn, holder.Name, post.Post, deputy.Reason);
            return deputy.Id;
        }, ct);

    /// <summary>Ends it at once. Refuses one that is over (deputy-over) and a stale form.</summary>
    public Task Withdraw(Actor actor, Guid deputyId, int version, CancellationToken ct) =>
        transact.Run(actor, "撤回代理", async (db, act) =>
        {
            var deputy = Permission.Found(
                await db.Deputies.SingleOrDefaultAsync(d => d.Id == deputyId, ct), d => UnitPermissions.MaySee(act.Actor, d.JurisdictionId));
            var post = await db.Memberships.SingleAsync(m => m.Id == deputy.MembershipId, ct);
            Permission.Require(DeputyPermissions.MaySet(act.Actor, post));
            db.Expect(deputy, version);
            deputy.Withdraw(act.Actor.Signature(), act.At, act.Actor.Day);
            var names = await db.People.Where(p => p.Id == post.PersonId || p.Id == deputy.PersonId).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            Tell(db, deputy, post, "{0} 对 {1} 的代理（{2}）已由 {3} 撤回。", names[deputy.PersonId], names[post.PersonId], post.Post, act.Actor.PersonName);
        }, ct);

    private static void Tell(WorkflowDb db, Deputy deputy, Membership post, string format, params object[] arguments) =>
        db.Notify([deputy.PersonId, post.PersonId], NoticeKind.Deputy, nameof(Deputy), deputy.Id, null, format, arguments);

    private static void RequireDays(DateOnly today, Membership post, DeputyInput input)
    {
        if (input.ToOn < input.FromOn || input.FromOn < today)
        {
            throw new RuleBroken("deputy-days", "代理应自今日或以后开始，最后一日不早于第一日。请改填日期。") { Field = input.FromOn < today ? nameof(input.FromOn) : nameof(input.ToOn) };
        }

        if (input.ToOn.DayNumber - input.FromOn.DayNumber >= LongestTerm)
        {
            throw new RuleBroken("deputy-long", "代理一次最长 {0} 天。时间更长的，请登记离任和接任。", LongestTerm) { Field = nameof(input.ToOn) };
        }

        if (!post.HoldsOn(input.FromOn) || !post.HoldsOn(input.ToOn))
        {
            throw new RuleBroken("deputy-post", "这一岗位在代理期间不都有效。请把日期改在任职期间之内。") { Field = nameof(input.ToOn) };
        }
    }

    private static async Task<Person> Person(WorkflowDb db, Actor actor, Membership post, Person holder, DeputyInput input, CancellationToken ct)
    {
        if (input.PersonId == post.PersonId)
        {
            throw new RuleBroken("deputy-holder", "代理人不能是本人。请另选人员。") { Field = nameof(input.PersonId) };
        }

        if (input.PersonId == actor.PersonId)
        {
            throw new RuleBroken("deputy-self", "不能把自己设为他人的代理人。请由本人或另一位有权限的人员办理。") { Field = nameof(input.PersonId) };
        }

        var posts = await db.Memberships.AsNoTracking().Where(m => m.PersonId == input.PersonId && m.JurisdictionId == post.JurisdictionId).ToListAsync(ct);
        if (!posts.Exists(m => m.HoldsOn(input.FromOn)))
        {
            throw new RuleBroken("deputy-elsewhere", "代理人须是本地区届时在任的人员，不能跨地区代理。请另选人员。") { Field = nameof(input.PersonId) };
        }

        try
        {
            PostRules.RequireSeparateDuties(posts, post.UnitId, post.Role, post.Post, input.FromOn);
        }
        catch (RuleBroken broken)
        {
            throw new RuleBroken(broken.Code, broken.Format, [.. broken.Arguments]) { Field = nameof(input.PersonId) };
        }

        var person = await db.People.SingleAsync(p => p.Id == input.PersonId, ct);
        return person.Name.Length + holder.Name.Length <= LongestNames
            ? person
            : throw new RuleBroken("deputy-names", "两人姓名合计超过 {0} 字，经过中写不下。请另选人员。", LongestNames) { Field = nameof(input.PersonId) };
    }

    private static async Task RequireFree(WorkflowDb db, Membership post, DeputyInput input, CancellationToken ct)
    {
        // Of the term: for this post, for a post of the one chosen, and those in which the holder stands in for another.
        var near = await (from d in db.Deputies
                          join m in db.Memberships on d.MembershipId equals m.Id
                          where d.JurisdictionId == post.JurisdictionId && d.WithdrawnAt == null && d.FromOn <= input.ToOn && d.ToOn >= input.FromOn
                                && (d.MembershipId == post.Id || m.PersonId == input.PersonId || d.PersonId == post.PersonId)
                          select new { d.MembershipId, d.FromOn, d.ToOn, HolderId = m.PersonId, DeputyId = d.PersonId }).ToListAsync(ct);
        if (near.Find(d => d.MembershipId == post.Id) is { } taken)
        {
            throw new RuleBroken("deputy-overlap", "{0} 至 {1} 已有人代理这一岗位，同一时间只能有一位代理人。请改日期，或先撤回原来的代理。", taken.FromOn, taken.ToOn) { Field = nameof(input.FromOn) };
        }

        if (near.Find(d => d.HolderId == input.PersonId) is { } away)
        {
            throw new RuleBroken("deputy-of-deputy", "所选人员 {0} 至 {1} 自己也由他人代理，代理人不能再有代理人。请另选人员或改日期。", away.FromOn, away.ToOn) { Field = nameof(input.PersonId) };
        }

        if (near.Find(d => d.DeputyId == post.PersonId) is { } serving)
        {
            throw new RuleBroken("deputy-of-deputy", "本人 {0} 至 {1} 正代理他人，代理人不能再有代理人。请先撤回那项代理或改日期。", serving.FromOn, serving.ToOn) { Field = nameof(input.FromOn) };
        }
    }
}
