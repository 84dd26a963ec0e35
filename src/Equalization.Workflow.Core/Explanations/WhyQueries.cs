using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Core.Bulletins;
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

/// <summary>Answers “why” for a light as it stands now, and for a notice, reminder, step, bulletin line or point as things stood when it was
/// made.</summary>
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
            WhyKind.Line => await Line(db, actor, id, calendar, ct),
            WhyKind.Point => await Point(db, actor, id, calendar, ct),
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
        var kept = await db.StepFacts.AsNoTracking().SingleOrDefaultAsync(f => f.StepId == id, ct);
        var sheet = await Task(db, actor, step.TaskId, step.ProposedAt, calendar, ct);
        return new WhyPage(WhyKind.Step, id, sheet is not null && kept is not null ? kept.Facts.Sheet : sheet)
        {
            Step = new StepCause(
                step.Rung, step.State, step.Number, step.Facts, step.ProposedAt, step.DecidedBy, step.DecidedAt, step.AnswerDueOn, step.AnsweredAt,
                kept is null ? null : await LadderFacts.ReadAgain(db, id, rules, calendar, ct)),
        };
    }

    private async Task<WhyPage> Line(WorkflowDb db, Actor actor, Guid id, WorkingCalendar calendar, CancellationToken ct)
    {
        var bulletin = await db.Bulletins.AsNoTracking().SeenBy(db, actor).Include(b => b.Lines.Where(l => l.Id == id))
            .SingleOrDefaultAsync(b => b.Lines.Any(l => l.Id == id), ct) ?? throw RuleBroken.Missing();
        var line = bulletin.Lines.Single();
        if (!actor.ReadsAll(bulletin.JurisdictionId) && line.UnitId != actor.UnitId && !(bulletin.State == BulletinState.Published && line.Stands))
        {
            throw RuleBroken.Missing();
        }

        var unit = await db.Units.Where(u => u.Id == line.UnitId).Select(u => u.Name).SingleAsync(ct);
        return new WhyPage(WhyKind.Line, id, await PartOn(db, actor, line.TaskNumber, line.UnitId, bulletin.SnapshotOn, calendar, ct))
        {
            Line = new LineCause(
                bulletin.Title, bulletin.Id, line.Position, unit, BulletinPaper.Finding(line), bulletin.SnapshotNumber, bulletin.SnapshotOn, line.SnapshotPage, line.SnapshotRow,
                line.StepId is not null, line.DroppedBecause),
        };
    }

    /// <summary>A point for a paper rests on the facts of that paper's proposal; one for a bulletin on the bulletin, and has no sheet.</summary>
    private async Task<WhyPage> Point(WorkflowDb db, Actor actor, Guid id, WorkingCalendar calendar, CancellationToken ct)
    {
        var row = await (from p in db.AssessmentPoints.AsNoTracking()
                         join a in db.Assessments.AsNoTracking() on p.AssessmentId equals a.Id
                         join r in db.AssessmentRuleSets on a.RuleSetId equals r.Id
                         join u in db.Units on p.UnitId equals u.Id
                         where p.Id == id && p.JurisdictionId == actor.JurisdictionId && actor.Role != Role.Admin
                         select new { Point = p, Assessment = a, r.Number, u.Name }).SingleOrDefaultAsync(ct);
        var (point, assessment) = (row?.Point, row?.Assessment);
        if (point is null || assessment is null || !AssessmentPermissions.MayReadSheet(actor, assessment, point.UnitId))
        {
            throw RuleBroken.Missing();
        }

        var step = await db.EscalationSteps.Where(s => s.JurisdictionId == actor.JurisdictionId && s.Number == point.Reference)
            .Select(s => new { s.TaskId, s.ProposedAt }).FirstOrDefaultAsync(ct);
        var sheet = step is null
            ? await PartOn(db, actor, point.Reference, point.UnitId, assessment.SnapshotOn, calendar, ct)
            : await Task(db, actor, step.TaskId, step.ProposedAt, calendar, ct);
        return new WhyPage(WhyKind.Point, id, sheet)
        {
            Point = new PointCause(assessment.Year, assessment.Id, point, row!.Name, assessment.SnapshotNumber, assessment.SnapshotOn, row.Number),
        };
    }

    /// <summary>A unit's part in a task as it stood when a sealed day ended.</summary>
    private async Task<WhySheet?> PartOn(WorkflowDb db, Actor actor, string number, Guid unitId, DateOnly on, WorkingCalendar calendar, CancellationToken ct)
    {
        var partId = await (from t in db.AnnualTasks
                            from u in t.Units
                            where t.JurisdictionId == actor.JurisdictionId && t.Number == number && u.UnitId == unitId
                            select (Guid?)u.Id).FirstOrDefaultAsync(ct);
        return partId is { } id ? await Part(db, actor, id, ChinaTime.EndOf(on).UtcDateTime.AddTicks(-1), calendar, ct) : null;
    }
}
