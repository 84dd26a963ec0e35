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
            PostRules.RequireFit(unit, input.Role, input.FromOn);
            var person = await Person(db, act, input, ct);
            PostRules.RequireAnother(act.Actor, person.Id);
            var post = UnitText.Required(input.Post, PostRules.LongestPost, nameof(input.Post));
            var posts = await db.Memberships.Where(m => m.PersonId == person.Id && m.JurisdictionId == unit.JurisdictionId).ToListAsync(ct);
            PostRules.RequireSeparateDuties(posts, unit.Id, input.Role, post, input.FromOn);
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
            Permission.Found(await db.Units.SingleOrDefaultAsync(u => u.Id == unitId, ct), u => u.JurisdictionId == membership.JurisdictionId);
            var held = await db.Portfolios.Where(p => p.MembershipId == membershipId && p.UnitId == unitId).ToListAsync(ct);
            PostRules.RequireCharge(membership, held, unitId, fromOn);
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
            UnitText.Required(input.PersonName, PostRules.LongestName, nameof(input.PersonName)),
            EmailAddress.Of(input.Email, nameof(input.Email)),
            UnitText.Optional(input.Mobile, PostRules.LongestMobile, nameof(input.Mobile)));
        db.Add(person);
        return person;
    }
}
