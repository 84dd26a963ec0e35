using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>Fact check (核实): the units named answer line by line, the office answers their objections. Versions are the line's.</summary>
public sealed class BulletinCheckService(Transact transact)
{
    /// <summary>Confirms lines of the person's own unit; all of them when none is named. Refuses others' lines (not-allowed) and after the check (check-over).</summary>
    public Task<int> Confirm(Actor actor, Guid bulletinId, IReadOnlyCollection<Guid> lineIds, CancellationToken ct) =>
        transact.Run(actor, "确认通报事实", async (db, act) =>
        {
            var bulletin = await db.TakeBulletin(actor, bulletinId, ct);
            var lines = bulletin.Lines.Where(l => lineIds.Count == 0 ? BulletinPermissions.MayCheck(actor, l) && l is { Check: CheckState.Open, Stands: true } : lineIds.Contains(l.Id)).ToList();
            Permission.Require(lines.TrueForAll(l => BulletinPermissions.MayCheck(actor, l)) && (lineIds.Count == 0 ? bulletin.Lines.Any(l => BulletinPermissions.MayCheck(actor, l)) : lines.Count > 0));
            bulletin.MustBeInCheck();
            lines.ForEach(l => l.Confirm(actor.Signature(), act.At));
            TellIfAllAnswered(db, bulletin);
            return lines.Count;
        }, ct);

    /// <summary>Refuses all but the unit the line is about (not-allowed), after the check (check-over), without a reason (objection-text), and one that names a person (person-named).</summary>
    public Task Object(Actor actor, Guid bulletinId, Guid lineId, int version, string? objection, CancellationToken ct) =>
        transact.Run(actor, "对通报事实提出异议", async (db, act) =>
        {
            var bulletin = await db.TakeBulletin(actor, bulletinId, ct);
            var line = bulletin.Lines.SingleOrDefault(l => l.Id == lineId) ?? throw RuleBroken.Missing();
            Permission.Require(BulletinPermissions.MayCheck(actor, line));
            bulletin.MustBeInCheck();
            db.Expect(line, version);
            line.Object(objection, actor.Signature(), act.At);
            await db.MustNameNobody(bulletin.JurisdictionId, [(line.Objection, nameof(line.Objection))], ct);
            TellIfAllAnswered(db, bulletin);
            db.Notify(await Recipients.Office(db, bulletin.JurisdictionId, actor.Day, ct), NoticeKind.BulletinObjected, nameof(Bulletin), bulletin.Id, null,
                "{0} 对“{1}”第 {2} 条提出异议，请答复。", actor.UnitName, bulletin.Title, line.Position);
        }, ct);

    /// <summary>
    /// The office corrects, strikes or keeps a line, once the check is over. Refuses all but the office (not-allowed), before or after
    /// (bulletin-not-deciding), words that name a person (person-named), and as <see cref="BulletinLine.AnswerObjection"/>.
    /// </summary>
    public Task Answer(Actor actor, Guid bulletinId, Guid lineId, int version, ObjectionAnswer answer, string? text, CancellationToken ct) =>
        transact.Run(actor, "答复通报异议", async (db, act) =>
        {
            var bulletin = await db.TakeBulletin(actor, bulletinId, ct);
            Permission.Require(BulletinPermissions.MayWrite(actor, bulletin));
            var line = bulletin.Lines.SingleOrDefault(l => l.Id == lineId) ?? throw RuleBroken.Missing();
            bulletin.MustBeDeciding();
            db.Expect(line, version);
            line.AnswerObjection(answer, text, act.At);
            await db.MustNameNobody(bulletin.JurisdictionId, [(line.AnswerText, nameof(line.AnswerText))], ct);
            var people = await Recipients.Of(db, [line.UnitId], [Role.Contact, Role.UnitHead], actor.Day, ct);
            db.Notify(people.Select(p => p.PersonId), NoticeKind.BulletinAnswered, nameof(Bulletin), bulletin.Id, null,
                "领导小组办公室已答复本单位对“{0}”第 {1} 条的异议。", bulletin.Title, line.Position);
        }, ct);

    private static void TellIfAllAnswered(WorkflowDb db, Bulletin bulletin)
    {
        if (bulletin.Standing.All(l => l.Check != CheckState.Open))
        {
            db.RaiseEvent(BulletinEvents.Answered, bulletin.Id);
        }
    }
}
