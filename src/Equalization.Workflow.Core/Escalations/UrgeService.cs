using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Manual urge (催办) with its cool-down, and the unit's answer to it.</summary>
public sealed class UrgeService(Transact transact, WorkingCalendars calendars)
{
    /// <summary>
    /// Refuses all but the office (not-allowed), a part that is not the unit's to move (urge-not-theirs), a task that is held (task-held), an empty text (urge-text), and a second
    /// urge before the working days of the rules in force have passed, with the day from which it may (urge-cooldown).
    /// </summary>
    public Task<Guid> Send(Actor actor, Guid taskUnitId, string? text, CancellationToken ct) =>
        transact.Run(actor, "催办", async (db, act) =>
        {
            var taskId = await db.TaskUnits.Where(u => u.Id == taskUnitId).Select(u => u.TaskId).SingleOrDefaultAsync(ct);
            var task = await db.TakeTask(actor, taskId, ct);
            Permission.Require(UrgePermissions.MayUrge(actor, task));
            task.MustNotBeHeld();
            var part = task.Units.Single(u => u.Id == taskUnitId);
            var last = await db.Urges.Where(u => u.TaskUnitId == taskUnitId).MaxAsync(u => (DateOnly?)u.On, ct);
            var rules = await ReminderRuleBook.InForce(db, task.JurisdictionId, ct);
            if (await NotBefore(last, rules, ct) is { } from && ChinaTime.DayOf(act.At) < from)
            {
                throw new RuleBroken("urge-cooldown", "该单位已于 {0} 被催办，{1} 起才能再次催办。请等待答复，或直接联系该单位。", last!.Value, from);
            }

            return (await Urges.Send(db, task, part, text, isAutomatic: false, ct)).Id;
        }, ct);

    /// <summary>Refuses all but the unit urged (not-allowed), an empty answer (urge-answer) and a second one (urge-answered).</summary>
    public Task Answer(Actor actor, Guid urgeId, int version, string? answer, CancellationToken ct) =>
        transact.Run(actor, "答复催办", async (db, act) =>
        {
            var urge = await db.Urges.SingleOrDefaultAsync(u => u.Id == urgeId, ct) ?? throw RuleBroken.Missing();
            var task = await db.TakeTask(actor, urge.TaskId, ct);
            Permission.Require(UrgePermissions.MayAnswer(actor, urge));
            task.MustBeOpen();
            urge.GiveAnswer(answer, actor.Signature(), act.At);
            db.Expect(urge, version);
            db.Tell(task.Id, ActKind.UrgeAnswer, urge.Id, urge.Answer, "答复催办");
            db.Notify(
                urge.ById is { } by ? [by] : await Recipients.Office(db, task.JurisdictionId, actor.Day, ct), NoticeKind.UrgeAnswered, nameof(AnnualTask), task.Id, null,
                "{0} 已答复任务 {1}“{2}”的催办。", actor.UnitName, task.Number, task.Title);
        }, ct);

    private async Task<DateOnly?> NotBefore(DateOnly? last, ReminderRules rules, CancellationToken ct) =>
        last is { } day ? (await calendars.Current(ct)).AddWorkingDays(day, rules.UrgeCooldownWorkingDays) : null;
}
