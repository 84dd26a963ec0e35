using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Sends an urge in the transaction of the act that causes it: the row, the line of history and the notices.</summary>
public static class Urges
{
    /// <summary>Refuses as <see cref="Urge"/> does. The caller has asked for permission and cool-down, and that none was sent to the part that day.</summary>
    public static async Task<Urge> Send(WorkflowDb db, AnnualTask task, TaskUnit part, string? text, bool isAutomatic, CancellationToken ct)
    {
        var act = db.Act ?? throw new InvalidOperationException("An urge is sent inside Transact.");
        var urge = new Urge(
            task, part, text, isAutomatic, act.Actor.IsSystem ? null : act.Actor.PersonId, act.Actor.IsSystem ? "系统" : act.Actor.Signature(), act.At);
        db.Add(urge);
        var unit = await db.Units.Where(u => u.Id == part.UnitId).Select(u => u.ShortName).SingleAsync(ct);
        db.Tell(task.Id, ActKind.Urge, urge.Id, urge.Text, "催办 {0}", unit);
        var people = await Recipients.Of(db, [part.UnitId], [Role.Contact, Role.UnitHead], act.Actor.Day, ct);
        db.Notify(people.Select(p => p.PersonId), NoticeKind.Urge, nameof(AnnualTask), task.Id, null,
            "任务 {0}“{1}”被催办，请尽快办理并答复。", task.Number, task.Title);
        return urge;
    }
}
