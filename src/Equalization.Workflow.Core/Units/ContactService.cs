using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Units;

/// <summary>How to reach a person, as a form has it.</summary>
public sealed record ContactInput(string? Email, string? Mobile, int Version);

/// <summary>How to reach a person, and whether the day's digest comes by mail.</summary>
public sealed record PersonContact(Guid PersonId, string Name, string? Email, string? Mobile, bool DigestByMail, int Version);

/// <summary>People's addresses and their own choices.</summary>
public sealed class ContactService(IDbContextFactory<WorkflowDb> contexts, Transact transact)
{
    /// <summary>One's own, or for editors that of a person of the jurisdiction; others are not found.</summary>
    public async Task<PersonContact> Of(Actor actor, Guid personId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await Find(db, actor, personId, ct);
        return new PersonContact(person.Id, person.Name, person.Email, person.Mobile, person.DigestByMail, person.Version);
    }

    /// <summary>By an editor. Refuses a stale form, an address that is none (mail-address) and a number that is too long (text-long).</summary>
    public Task Change(Actor actor, Guid personId, ContactInput input, CancellationToken ct) =>
        transact.Run(actor, "修改联系方式", async (db, act) =>
        {
            Permission.Require(UnitPermissions.MayEdit(act.Actor, act.Actor.JurisdictionId));
            Reach(db, await Find(db, act.Actor, personId, ct), input);
        }, ct);

    /// <summary>By the person, with the choice of the digest. Refuses as <see cref="Change"/>.</summary>
    public Task ChangeOwn(Actor actor, ContactInput input, bool digestByMail, CancellationToken ct) =>
        transact.Run(actor, "修改本人联系方式", async (db, act) =>
        {
            var person = await Find(db, act.Actor, act.Actor.PersonId, ct);
            Reach(db, person, input);
            person.ChooseDigest(digestByMail);
        }, ct);

    private static void Reach(WorkflowDb db, Person person, ContactInput input)
    {
        db.Expect(person, input.Version);
        person.Reach(EmailAddress.Of(input.Email, nameof(input.Email)), UnitText.Optional(input.Mobile, PostRules.LongestMobile, nameof(input.Mobile)));
    }

    private static async Task<Person> Find(WorkflowDb db, Actor actor, Guid personId, CancellationToken ct)
    {
        var visible = personId == actor.PersonId
            || (UnitPermissions.MayEdit(actor, actor.JurisdictionId)
                && await db.Memberships.AnyAsync(m => m.PersonId == personId && m.JurisdictionId == actor.JurisdictionId, ct));
        return Permission.Found(visible ? await db.People.SingleOrDefaultAsync(p => p.Id == personId, ct) : null, _ => true);
    }
}
