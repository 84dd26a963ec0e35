using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>Signing, publishing and opening a bulletin. Versions are the bulletin's.</summary>
public sealed class BulletinIssueService(Transact transact, Signing signing, PaperPress press)
{
    /// <summary>
    /// Signs with the password entered again; answers with the number (通〔年〕n号). Refuses all but the office (not-allowed), a wrong password
    /// (password-wrong), an altered snapshot (snapshot-altered), and as <see cref="Bulletin.MustBeReadyToSign"/>.
    /// </summary>
    public async Task<string> Sign(Actor actor, Guid bulletinId, int version, string? password, CancellationToken ct)
    {
        Permission.Require(BulletinPermissions.MayDraft(actor));
        var signer = await signing.Confirm(actor, password, ct);
        return await transact.Run(actor, "签发通报", async (db, act) =>
        {
            var bulletin = await db.TakeBulletin(actor, bulletinId, ct);
            Permission.Require(BulletinPermissions.MayWrite(actor, bulletin));
            db.Expect(bulletin, version);
            await BulletinListing.Bring(db, bulletin, null, act.At, ct);
            bulletin.MustBeReadyToSign();
            var snapshot = await db.MustRestOnItsSnapshot(bulletin, ct);
            await db.Entry(bulletin).Collection(b => b.Units).LoadAsync(ct);
            var compose = await BulletinPaper.Composer(db, bulletin, snapshot, ChinaTime.DayOf(act.At), ct);
            var paper = await press.Issue(db, signer, new PaperOrder(PaperKind.Bulletin, nameof(Bulletin), bulletin.Id, []), compose, ct);
            bulletin.Sign(paper.Number!, paper.Id, actor.Signature(), act.At);
            db.RaiseEvent(BulletinEvents.Moved, bulletin.Id);
            return paper.Number!;
        }, ct);
    }

    /// <summary>
    /// Publishes to a range and serves the paper on its units; answers with how many. The ladders whose matters it names go on from here. Refuses all but the office (not-allowed), an altered snapshot
    /// (snapshot-altered), a text that names a person where everybody reads it (person-named), and as <see cref="Bulletin.Publish"/>.
    /// </summary>
    public Task<int> Publish(Actor actor, Guid bulletinId, int version, BulletinRange range, CancellationToken ct) =>
        transact.Run(actor, "印发通报", async (db, act) =>
        {
            var bulletin = await db.TakeBulletin(actor, bulletinId, ct);
            Permission.Require(BulletinPermissions.MayWrite(actor, bulletin));
            db.Expect(bulletin, version);
            bulletin.Publish(range, actor.Signature(), act.At);
            await db.MustRestOnItsSnapshot(bulletin, ct);
            if (range == BulletinRange.Public)
            {
                await db.MustNameNobody(bulletin.JurisdictionId, [
                    .. new[] { bulletin.Title, bulletin.Introduction, bulletin.Demand }.Concat(bulletin.Standing.SelectMany(l => new[] { l.TaskTitle, l.AnswerText })).Select(t => (t, nameof(Bulletin.Range)))], ct);
            }

            var units = await Addressed(db, bulletin, range, actor.Day, ct);
            var paper = await db.Papers.SingleAsync(p => p.Id == bulletin.PaperId, ct);
            foreach (var unit in units)
            {
                db.Add(new BulletinReceipt(bulletin, unit));
                paper.ServeOn(unit, act.At);
            }

            db.RaiseEvent(BulletinEvents.Moved, bulletin.Id);
            await BulletinListing.Finish(db, bulletin, act.At, ct);
            var people = await Recipients.Of(db, units, [Role.Contact, Role.UnitHead, Role.Leader], actor.Day, ct);
            db.Notify(people.Select(p => p.PersonId), NoticeKind.BulletinPublished, nameof(Bulletin), bulletin.Id, null,
                "通报 {0}“{1}”已印发，请查阅。", bulletin.Number!, bulletin.Title);
            return units.Count;
        }, ct);

    /// <summary>
    /// Books that the person's unit opened it; the first time counts, and of a unit that is not addressed nothing is booked. Refuses with not-found what the
    /// person may not see.
    /// </summary>
    public Task Open(Actor actor, Guid bulletinId, CancellationToken ct) =>
        transact.Run(actor, "查阅通报", async (db, act) =>
        {
            if (!await db.Bulletins.SeenBy(db, actor).AnyAsync(b => b.Id == bulletinId, ct))
            {
                throw RuleBroken.Missing();
            }

            var receipt = await db.BulletinReceipts.SingleOrDefaultAsync(r => r.BulletinId == bulletinId && r.UnitId == actor.UnitId, ct);
            receipt?.Open(actor.Signature(), act.At);
        }, ct);

    private static async Task<List<Guid>> Addressed(WorkflowDb db, Bulletin bulletin, BulletinRange range, DateOnly day, CancellationToken ct)
    {
        var named = bulletin.Standing.SelectMany(l => new[] { l.UnitId, l.LeadUnitId }).Distinct().ToList();
        var units = db.Units.Where(u => u.JurisdictionId == bulletin.JurisdictionId && (u.EndedOn == null || u.EndedOn >= day));
        units = range switch
        {
            BulletinRange.NamedUnits => units.Where(u => named.Contains(u.Id)),
            BulletinRange.LeadingGroup => units.Where(u => named.Contains(u.Id) || u.Kind == UnitKind.Leadership),
            BulletinRange.AllUnits or BulletinRange.Public => units.Where(u => u.Kind != UnitKind.Office),
        };
        return await units.OrderBy(u => u.SortKey).Select(u => u.Id).ToListAsync(ct);
    }
}
