using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Units;

/// <summary>A post as its form has it: of somebody known (PersonId) or of a new person (PersonName and how to reach them).</summary>
public sealed record Appointment(
    Guid UnitId, Guid? PersonId, string? PersonName, string? Email, string? Mobile, Role Role, string Post, DateOnly FromOn);

/// <summary>
/// People, their posts and leaders' portfolios. Separate duties: nobody gives a post to himself, and nobody is given both the office's and
/// the administrator's post (the first person of a set-up holds both until others are appointed).
/// </summary>
public sealed class PeopleService(Transact transact)
{
    private const int LongestName = 50;
    private const int LongestPost = 60;
    private const int LongestMobile = 30;

    /// <summary>The roles that may be given in a unit of this kind, the likeliest first.</summary>
    public static IReadOnlyList<Role> RolesIn(UnitKind kind) => kind switch
    {
        UnitKind.Office => [Role.Office, Role.Admin, Role.Leader, Role.Auditor],
        UnitKind.Leadership => [Role.Leader, Role.Auditor, Role.Contact, Role.UnitHead],
        UnitKind.Department or UnitKind.CountyGovernment => [Role.Contact, Role.UnitHead, Role.Auditor, Role.Admin],
        UnitKind.School => [Role.Contact, Role.UnitHead],
    };

    /// <summary>
    /// Answers with the new membership's id. Refuses: a post for oneself (own-post), office and administrator in one (separate-duties), a role
    /// that does not fit the unit (role-unit), the same post twice (post-held), a unit that has ended (unit-ended), an address that is none (mail-address).
    /// </summary>
    public Task<Guid> Appoint(Actor actor, Appointment input, CancellationToken ct) =>
        transact.Run(actor, "登记任职", async (db, act) =>
        {
            var unit = Permission.Found(
                await db.Units.SingleOrDefaultAsync(u => u.Id == input.UnitId, ct), u => UnitPermissions.MaySee(act.Actor, u.JurisdictionId));
            Permission.Require(UnitPermissions.MayEdit(act.Actor, unit.JurisdictionId));
            RequireFit(unit, input);
            var person = await Person(db, act, input, ct);
            if (person.Id == act.Actor.PersonId)
            {
                throw new RuleBroken("own-post", "不能给自己登记岗位。请由另一位有权限的人员办理。") { Field = nameof(input.PersonId) };
            }

            var post = UnitText.Required(input.Post, LongestPost, nameof(input.Post));
            await RequireSeparateDuties(db, unit, person, input, post, ct);
            var membership = new Membership(unit.JurisdictionId, person.Id, unit.Id, input.Role, post, input.FromOn);
            db.Add(membership);
            return membership.Id;
        }, ct);

    /// <summary>
    /// The post's last day, on which it still holds. Refuses a stale form, a day before the first (membership-dates), and the end of the
    /// jurisdiction's last administrator (last-admin).
    /// </summary>
    public Task End(Actor actor, Guid membershipId, DateOnly lastDay, int version, CancellationToken ct) =>
        transact.Run(actor, "登记离任", async (db, act) =>
        {
            var membership = await Find(db, act, membershipId, ct);
            db.Expect(membership, version);
            if (membership.Role == Role.Admin && !await db.Memberships.AnyAsync(
                m => m.JurisdictionId == membership.JurisdictionId && m.Role == Role.Admin && m.Id != membershipId && (m.ToOn == null || m.ToOn > lastDay), ct))
            {
                throw new RuleBroken("last-admin", "这是本地区最后一位系统管理员，不能离任。请先登记接任的管理员。") { Field = "LastDay" };
            }

            membership.End(lastDay);
        }, ct);

    /// <summary>A leader's post takes charge of a unit. Refuses a post that is not a leader's (not-leader) and the same charge twice (portfolio-held).</summary>
    public Task Entrust(Actor actor, Guid membershipId, Guid unitId, DateOnly fromOn, CancellationToken ct) =>
        transact.Run(actor, "登记分管", async (db, act) =>
        {
            var membership = await Find(db, act, membershipId, ct);
            if (membership.Role != Role.Leader)
            {
                throw new RuleBroken("not-leader", "只有领导岗位可以分管单位，请重新选择。") { Field = "MembershipId" };
            }

            Permission.Found(await db.Units.SingleOrDefaultAsync(u => u.Id == unitId, ct), u => u.JurisdictionId == membership.JurisdictionId);
            if (await db.Portfolios.AnyAsync(p => p.MembershipId == membershipId && p.UnitId == unitId && (p.ToOn == null || p.ToOn >= fromOn), ct))
            {
                throw new RuleBroken("portfolio-held", "这位领导已在分管该单位，不必重复登记。") { Field = "MembershipId" };
            }

            db.Add(new Portfolio(membership.JurisdictionId, membershipId, unitId, fromOn));
        }, ct);

    public Task Relieve(Actor actor, Guid portfolioId, DateOnly lastDay, CancellationToken ct) =>
        transact.Run(actor, "结束分管", async (db, act) =>
        {
            var portfolio = Permission.Found(
                await db.Portfolios.SingleOrDefaultAsync(p => p.Id == portfolioId, ct), p => UnitPermissions.MaySee(act.Actor, p.JurisdictionId));
            Permission.Require(UnitPermissions.MayEdit(act.Actor, portfolio.JurisdictionId));
            portfolio.End(lastDay);
        }, ct);

    private static async Task<Membership> Find(WorkflowDb db, CurrentAct act, Guid membershipId, CancellationToken ct)
    {
        var membership = Permission.Found(
            await db.Memberships.SingleOrDefaultAsync(m => m.Id == membershipId, ct), m => UnitPermissions.MaySee(act.Actor, m.JurisdictionId));
        Permission.Require(UnitPermissions.MayEdit(act.Actor, membership.JurisdictionId));
        return membership;
    }

    private static async Task<Person> Person(WorkflowDb db, CurrentAct act, Appointment input, CancellationToken ct)
    {
        if (input.PersonId is { } id)
        {
            // Only people of this jurisdiction: others are not this administrator's to find.
            var known = await db.Memberships.AnyAsync(m => m.PersonId == id && m.JurisdictionId == act.Actor.JurisdictionId, ct);
            return known ? await db.People.SingleAsync(p => p.Id == id, ct) : throw RuleBroken.Missing();
        }

        var person = new Person(
            UnitText.Required(input.PersonName, LongestName, nameof(input.PersonName)),
            EmailAddress.Of(input.Email, nameof(input.Email)),
            UnitText.Optional(input.Mobile, LongestMobile, nameof(input.Mobile)));
        db.Add(person);
        return person;
    }

    private static void RequireFit(Unit unit, Appointment input)
    {
        if (unit.EndedOn is { } ended && ended < input.FromOn)
        {
            throw new RuleBroken("unit-ended", "该单位已于 {0} 撤销，不能登记此后的任职。", ended) { Field = nameof(input.FromOn) };
        }

        if (!RolesIn(unit.Kind).Contains(input.Role))
        {
            throw new RuleBroken("role-unit", "这一角色不能设在该类单位：办公室人员设在领导小组办公室，领导设在领导机构。请改选角色或单位。") { Field = nameof(input.Role) };
        }
    }

    private static async Task RequireSeparateDuties(
        WorkflowDb db, Unit unit, Person person, Appointment input, string post, CancellationToken ct)
    {
        var held = await db.Memberships
            .Where(m => m.PersonId == person.Id && m.JurisdictionId == unit.JurisdictionId && (m.ToOn == null || m.ToOn >= input.FromOn))
            .ToListAsync(ct);
        if (held.Exists(m => m.UnitId == unit.Id && m.Role == input.Role && m.Post == post))
        {
            throw new RuleBroken("post-held", "此人已在该单位担任这一职务，不必重复登记。") { Field = nameof(input.Post) };
        }

        var other = input.Role switch { Role.Office => Role.Admin, Role.Admin => Role.Office, _ => (Role?)null };
        if (other is not null && held.Exists(m => m.Role == other))
        {
            throw new RuleBroken("separate-duties", "办公室与系统管理员不能由同一人担任。请先登记其中一个岗位离任，或另选人员。") { Field = nameof(input.Role) };
        }
    }
}
