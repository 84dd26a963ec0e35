using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations;

/// <summary>How an act takes an accreditation, moves its process and tells of it.</summary>
internal static class AccreditationDoor
{
    /// <summary>Raised by every act, so that the process looks where the round stands.</summary>
    public const string Moved = "accreditation-moved";

    /// <summary>With its stages and history. Refuses what may not be seen (not-found), whoever may not (not-allowed), and another version (stale).</summary>
    public static async Task<Accreditation> TakeAccreditation(
        this WorkflowDb db, Actor actor, Guid id, int? version, Func<Actor, Accreditation, bool> may, CancellationToken ct)
    {
        var found = Permission.Found(
            await db.Accreditations.Include(a => a.Terms).Include(a => a.Entries).AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, ct),
            a => AccreditationPermissions.MaySee(actor, a));
        Permission.Require(may(actor, found));
        if (version is { } posted)
        {
            db.Expect(found, posted);
        }

        return found;
    }

    public static void MoveOn(this WorkflowDb db, Accreditation accreditation) => db.RaiseEvent(Moved, accreditation.Id);

    /// <summary>The county's own people.</summary>
    public static async Task<IReadOnlyList<Guid>> PeopleOf(this WorkflowDb db, Accreditation accreditation, DateOnly day, CancellationToken ct) =>
        accreditation.UnitId is { } unit ? [.. (await Recipients.Of(db, [unit], [Role.Contact, Role.UnitHead], day, ct)).Select(r => r.PersonId).Distinct()] : [];

    public static void TellOf(this WorkflowDb db, Accreditation accreditation, IEnumerable<Guid> people, string format, params object[] arguments) =>
        db.Notify(people.Distinct(), NoticeKind.Accreditation, nameof(Accreditation), accreditation.Id, null, format, arguments);
}
