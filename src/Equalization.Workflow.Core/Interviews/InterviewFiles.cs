using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Rules;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Interviews;

/// <summary>Opens the file of an interview: every opening is written down in the transaction in which it is read.</summary>
public sealed class InterviewFiles(Transact transact, WorkingCalendars calendars)
{
    private const int MostReadings = 200;

    /// <summary>Refuses with not-found whoever is not on the case's list.</summary>
    public Task<InterviewView> Open(Actor actor, Guid interviewId, CancellationToken ct) =>
        transact.Run(actor, "查阅约谈案卷", async (db, act) =>
        {
            await CaseAccess.Read(db, actor, interviewId, "查阅约谈案卷", ct);
            // The log that is shown holds this reading, too.
            await db.SaveChangesAsync(ct);
            var interview = await db.Interviews.AsNoTracking().Include(i => i.Changes).Include(i => i.FollowUps).AsSplitQuery()
                .SingleOrDefaultAsync(i => i.Id == interviewId, ct) ?? throw RuleBroken.Missing();
            var (rules, calendar, day) = (await db.RulesOf(interview, ct), await calendars.Current(ct), ChinaTime.DayOf(act.At));
            var names = await InterviewIssueService.Names(db, interview, ct);
            var may = Acts(actor, interview, act.At);
            var (next, holder, by) = Turn(interview, rules, calendar);
            var facts = await db.EscalationSteps.Where(s => s.Id == interview.StepId).Select(s => s.Facts).SingleOrDefaultAsync(ct);
            var draft = may.SignMinutes ? InterviewPaper.Minutes(interview, names, actor, null, null)
                : may.Sign ? InterviewPaper.Notice(interview, names, rules, actor, null, null, []) : null;
            return new InterviewView(
                interview, names, rules, next, holder, by, by is { } last ? calendar.WorkingDaysBetween(day, last) : null, facts,
                interview.TaskId is { } taskId && await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Id == taskId, ct),
                [.. interview.FollowUps.OrderBy(f => f.DueOn).ThenBy(f => f.Id).Select(f => new FollowUpRow(
                    f, f.State == FollowUpState.Open ? calendar.WorkingDaysBetween(day, f.DueOn) : null, f.IsLate(day)))],
                await PaperQueries.Cards(db, actor, db.Papers.Where(p => p.CaseId == interviewId), ct, askedAlready: true), draft,
                may.Write ? await InterviewService.Candidates(db, interview.UnitId, rules, actor.Day).Select(s => new PersonChoice(s.PersonId, s.Name, s.Post)).ToListAsync(ct) : [],
                may.Admit ? await Others(db, actor, interview, ct) : [], await Readers(db, interview, actor, ct),
                await db.CaseReadings.Where(r => r.CaseId == interviewId).OrderByDescending(r => r.At).Take(MostReadings).Select(r => new CaseReadingRow(r.Reader, r.What, r.At)).ToListAsync(ct),
                InterviewRules.OnOrAfter(calendar, day.AddDays(rules.NoticeAheadDays)), may);
        }, ct);

    /// <summary>What is next, who holds it and by when: from the interview's own state.</summary>
    internal static (string Next, string Holder, DateOnly? By) Turn(Interview interview, InterviewRules rules, WorkingCalendar calendar) => interview.State switch
    {
        InterviewState.Draft => ("拟写约谈通知书并送签", "领导小组办公室", null),
        InterviewState.ToSign => ("签发约谈通知书", "领导", null),
        InterviewState.Noticed => ("按通知进行约谈并记录", "领导小组办公室", ChinaTime.DayOf(interview.MeetsAt!.Value)),
        InterviewState.Held => interview.Statement is null ? ("填写约谈纪要", "领导小组办公室", Earliest(interview)) : ("签发约谈纪要", "领导", Earliest(interview)),
        InterviewState.Minuted => interview.Check == MinutesCheck.Objected
            ? ("答复对纪要的异议", "领导小组办公室", Earliest(interview))
            : ("确认纪要或提出异议", "被约谈单位", interview.ConfirmDueOn),
        InterviewState.FollowUp => interview.FollowUps.Any(f => f.State == FollowUpState.Reported)
            ? ("审核落实情况", "领导小组办公室", Earliest(interview))
            : ("报送落实情况", "被约谈单位", Earliest(interview)),
        InterviewState.Closed => ("已归档", "无", null),
        InterviewState.NoShow => ("未到场，转回督办阶梯", "无", null),
        InterviewState.Cancelled => ("已取消", "无", null),
        InterviewState.Settled => ("已了结", "无", null),
    };

    private static DateOnly? Earliest(Interview interview) => interview.FollowUps.Where(f => f.State == FollowUpState.Open).Select(f => (DateOnly?)f.DueOn).Min();

    private static InterviewActs Acts(Actor actor, Interview interview, DateTime now)
    {
        var (office, leader, unit) = (InterviewPermissions.MayWrite(actor, interview), InterviewPermissions.MaySign(actor, interview), InterviewPermissions.MayAnswer(actor, interview));
        return new InterviewActs(
            office && interview.State == InterviewState.Draft,
            leader && interview.State == InterviewState.ToSign,
            leader && interview.State == InterviewState.Noticed,
            office && interview.State == InterviewState.Noticed && interview.MeetsAt <= now,
            office && interview.State == InterviewState.Held,
            leader && interview is { State: InterviewState.Held, Statement: not null },
            unit && interview is { State: InterviewState.Minuted, Check: MinutesCheck.Open },
            office && interview is { State: InterviewState.Minuted, Check: MinutesCheck.Objected },
            unit && interview.IsOpen, office && interview.IsOpen,
            InterviewPermissions.MayAdmit(actor, interview),
            office && interview.State is (InterviewState.Draft or InterviewState.ToSign));
    }

    private static Task<List<CaseReader>> Readers(WorkflowDb db, Interview interview, Actor actor, CancellationToken ct)
    {
        var (keeps, own) = (InterviewPermissions.MayWrite(actor, interview), actor.PersonId);
        return (from m in db.CaseMembers
                join p in db.People on m.PersonId equals p.Id
                where m.CaseId == interview.Id
                orderby m.AddedAt, p.SortKey
                select new CaseReader(
                    p.Id, p.Name, m.Because, m.AddedBy, m.AddedAt, m.RemovedAt, m.RemovedBy, m.RemovedBecause, keeps && m.RemovedAt == null && p.Id != own)).ToListAsync(ct);
    }

    /// <summary>Who may be let in and is not yet: of the unit alone for its head.</summary>
    private static Task<List<PersonChoice>> Others(WorkflowDb db, Actor actor, Interview interview, CancellationToken ct)
    {
        var isOwn = actor.Heads(interview.UnitId);
        return (from m in db.Memberships
                join p in db.People on m.PersonId equals p.Id
                join u in db.Units on m.UnitId equals u.Id
                where m.JurisdictionId == interview.JurisdictionId && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day)
                      && (isOwn ? m.UnitId == actor.UnitId : m.UnitId == interview.UnitId || m.Role == Role.Office || m.Role == Role.Leader || m.Role == Role.Auditor)
                      && !db.CaseMembers.Any(c => c.CaseId == interview.Id && c.PersonId == p.Id && c.RemovedAt == null)
                orderby u.SortKey, p.SortKey
                select new PersonChoice(p.Id, p.Name, u.ShortName + m.Post)).ToListAsync(ct);
    }
}
