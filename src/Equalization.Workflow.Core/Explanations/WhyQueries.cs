using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Explanations;

/// <summary>Answers “why” for a light as it stands now, and for a notice, reminder or step as things stood when it was made.</summary>
public sealed class WhyQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>Refuses with not-found whatever the person may not see, and another person's notices.</summary>
    public async Task<WhyPage> Load(Actor actor, WhyKind kind, Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var calendar = await calendars.Current(ct);
        return kind switch
        {
            WhyKind.Task => new WhyPage(kind, id, await Task(db, actor, id, ClockReading.Until(clock.UtcNow()), calendar, ct) ?? throw RuleBroken.Missing()),
            WhyKind.Part => new WhyPage(kind, id, await Part(db, actor, id, ClockReading.Until(clock.UtcNow()), calendar, ct) ?? throw RuleBroken.Missing()),
            WhyKind.Notice => await Notice(db, actor, id, calendar, ct),
            WhyKind.Reminder => await Reminder(db, actor, id, calendar, ct),
            WhyKind.Step => await Step(db, actor, id, calendar, ct),
        };
    }

    private async Task<WhySheet?> Task(WorkflowDb db, Actor actor, Guid taskId, DateTime at, WorkingCalendar calendar, CancellationToken ct) =>
        await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Id == taskId, ct) ? await WhySheets.OfTask(db, taskId, at, rules, calendar, ct) : null;

    private async Task<WhySheet?> Part(WorkflowDb db, Actor actor, Guid partId, DateTime at, WorkingCalendar calendar, CancellationToken ct) =>
        await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Units.Any(u => u.Id == partId), ct) ? await WhySheets.OfPart(db, partId, at, rules, calendar, ct) : null;

    private async Task<WhyPage> Notice(WorkflowDb db, Actor actor, Guid id, WorkingCalendar calendar, CancellationToken ct)
    {
        var notice = await db.Notices.AsNoTracking()
            .SingleOrDefaultAsync(n => n.Id == id && n.PersonId == actor.PersonId && n.JurisdictionId == actor.JurisdictionId, ct) ?? throw RuleBroken.Missing();
        var (subject, sentOn) = (notice.SubjectId, ChinaTime.DayOf(notice.SentAt));
        Guid? taskId = notice.SubjectKind switch
        {
            nameof(AnnualTask) => subject,
            nameof(EscalationStep) => await db.EscalationSteps.Where(s => s.Id == subject).Select(s => s.TaskId).SingleOrDefaultAsync(ct),
            nameof(HelpRequest) => await db.HelpRequests.Where(h => h.Id == subject).Select(h => h.TaskId).SingleOrDefaultAsync(ct),
            _ => null,
        };
        var posts = await (from m in db.Memberships
                           join u in db.Units on m.UnitId equals u.Id
                           where m.PersonId == notice.PersonId && m.JurisdictionId == notice.JurisdictionId && m.FromOn <= sentOn && (m.ToOn == null || m.ToOn >= sentOn)
                           orderby u.SortKey
                           select u.Name + m.Post).ToListAsync(ct);
        return new WhyPage(WhyKind.Notice, id, taskId is { } task ? await Task(db, actor, task, notice.SentAt, calendar, ct) : null)
        {
            Notice = new NoticeCause(notice.Kind, new Said(notice.Format, notice.Arguments), notice.SentAt, actor.PersonName, posts),
        };
    }

    /// <summary>One's own; of others', whoever reads the whole jurisdiction.</summary>
    private async Task<WhyPage> Reminder(WorkflowDb db, Actor actor, Guid id, WorkingCalendar calendar, CancellationToken ct)
    {
        var row = await (from r in db.Reminders.AsNoTracking()
                         join d in db.Digests on r.DigestId equals d.Id
                         join p in db.People on r.PersonId equals p.Id
                         where r.Id == id && r.JurisdictionId == actor.JurisdictionId
                         select new { Reminder = r, d.On, d.SentAt, p.Name }).SingleOrDefaultAsync(ct);
        var sent = Permission.Found(row?.Reminder, r => r.PersonId == actor.PersonId || actor.ReadsAll(r.JurisdictionId));
        var isPart = await db.TaskUnits.AnyAsync(u => u.Id == sent.SubjectId, ct);
        var sheet = isPart
            ? await Part(db, actor, sent.SubjectId, row!.SentAt, calendar, ct)
            : await Task(db, actor, sent.TaskId, row!.SentAt, calendar, ct);
        return new WhyPage(WhyKind.Reminder, id, sheet)
        {
            Reminder = new ReminderCause(
                sent.Moment, sent.Recipient, sent.Risk, sent.Offset, sent.RuleSetNumber, sent.Period, sent.DueOn, sent.TriggerOn, row.On, sent.WorkingDaysLeft, row.Name, sent.Post),
            Count = sent.DueOn < row.On
                ? WhyCount.Of("{0} 的次日起至发出日 {1}，{2} 个工作日", sent.DueOn, row.On, calendar)
                : WhyCount.Of("发出日 {0} 的次日起至 {1}，还有 {2} 个工作日", row.On, sent.DueOn, calendar),
        };
    }

    private async Task<WhyPage> Step(WorkflowDb db, Actor actor, Guid id, WorkingCalendar calendar, CancellationToken ct)
    {
        var step = Permission.Found(await db.EscalationSteps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct), s => EscalationPermissions.MaySee(actor, s));
        return new WhyPage(WhyKind.Step, id, await Task(db, actor, step.TaskId, step.ProposedAt, calendar, ct))
        {
            Step = new StepCause(
                step.Rung, step.State, step.Number, step.Facts, step.ProposedAt, step.DecidedBy, step.DecidedAt, step.AnswerDueOn, step.AnsweredAt),
        };
    }
}
