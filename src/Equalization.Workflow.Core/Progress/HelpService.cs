using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Progress;

/// <summary>Answers matters to coordinate (需协调事项).</summary>
public sealed class HelpService(Transact transact)
{
    /// <summary>Refuses all but the unit asked and the office (not-allowed), an empty answer (help-answer) and a second one (help-answered).</summary>
    public Task Answer(Actor actor, Guid helpId, int version, string answer, CancellationToken ct) =>
        transact.Run(actor, "答复需协调事项", async (db, act) =>
        {
            var help = Permission.Found(
                await db.HelpRequests.SingleOrDefaultAsync(h => h.Id == helpId, ct),
                h => HelpPermissions.MaySee(actor, h));
            Permission.Require(HelpPermissions.MayAnswer(actor, help));
            help.GiveAnswer(answer, actor.Signature(), act.At);
            db.Expect(help, version);
            db.RaiseEvent("help-answered", help.Id);
            db.Tell(help.TaskId, ActKind.HelpAnswer, help.Id, help.Answer, "答复需协调事项");
            var task = await db.AnnualTasks.Where(t => t.Id == help.TaskId).Select(t => new { t.Number, t.Title }).SingleAsync(ct);
            var people = await Recipients.Of(db, [help.AskingUnitId], [Role.Contact, Role.UnitHead], actor.Day, ct);
            db.Notify(people.Select(p => p.PersonId), NoticeKind.HelpAnswered, nameof(AnnualTask), help.TaskId, null,
                "{0} 已答复任务 {1}“{2}”的需协调事项。", actor.UnitName, task.Number, task.Title);
        }, ct);
}
