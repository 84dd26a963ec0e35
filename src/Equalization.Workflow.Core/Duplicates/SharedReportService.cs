using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Duplicates;

/// <summary>Accepts and ends the link by which one report may serve two demands.</summary>
public sealed class SharedReportService(Transact transact)
{
    /// <summary>Refuses all but the office (not-allowed), a closed task (task-closed), a link that stands (shared-stands), and as <see cref="SharedReport"/>.</summary>
    public Task Accept(Actor actor, Guid taskId, Guid otherTaskId, Guid unitId, CancellationToken ct) =>
        transact.Run(actor, "确认同一要求", async (db, act) =>
        {
            var (one, other) = (await db.TakeTask(actor, taskId, ct), await db.TakeTask(actor, otherTaskId, ct));
            Permission.Require(TaskPermissions.MayIssue(actor, one.JurisdictionId));
            one.MustBeOpen();
            other.MustBeOpen();
            var link = new SharedReport(one, other, unitId, actor.Signature(), act.At);
            if (await db.SharedReports.SingleOrDefaultAsync(s => s.OnePartId == link.OnePartId && s.OtherPartId == link.OtherPartId, ct) is { } there)
            {
                there.AcceptAgain(actor.Signature(), act.At);
                link = there;
            }
            else
            {
                db.Add(link);
            }

            db.Tell(one.Id, ActKind.SharedReport, link.Id, null, "确认与任务 {0} 属同一要求，一份报告可以共用", other.Number);
            db.Tell(other.Id, ActKind.SharedReport, link.Id, null, "确认与任务 {0} 属同一要求，一份报告可以共用", one.Number);
            var people = await Recipients.Of(db, [unitId], [Role.Contact, Role.UnitHead], actor.Day, ct);
            db.Notify(people.Select(p => p.PersonId), NoticeKind.TaskIssued, nameof(AnnualTask), one.Id, null,
                "任务 {0} 与 {1} 经确认属同一要求，其中一项的报告审签后，可以在另一项中采用。", one.Number, other.Number);
        }, ct);

    /// <summary>Refuses all but the office (not-allowed) and one that has ended (shared-over). Reports that were taken over stay.</summary>
    public Task End(Actor actor, Guid linkId, int version, CancellationToken ct) =>
        transact.Run(actor, "解除同一要求", async (db, act) =>
        {
            var link = Permission.Found(await db.SharedReports.SingleOrDefaultAsync(s => s.Id == linkId, ct), s => actor.ReadsAll(s.JurisdictionId));
            Permission.Require(TaskPermissions.MayIssue(actor, link.JurisdictionId));
            link.End(actor.Signature(), act.At);
            db.Expect(link, version);
            db.Tell(link.OneTaskId, ActKind.SharedReport, link.Id, null, "解除与另一任务的同一要求关联");
            db.Tell(link.OtherTaskId, ActKind.SharedReport, link.Id, null, "解除与另一任务的同一要求关联");
        }, ct);
}
