using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Interviews.Meetings;

/// <summary>What is owed after the meeting beside the promises.</summary>
public sealed record InterviewDemands(bool Report, bool Plan);

/// <summary>The meeting, its minutes and what the unit says of them. Versions are the interview's.</summary>
public sealed class InterviewMeetingService(Transact transact, Signing signing, PaperPress press, WorkingCalendars calendars)
{
    /// <summary>
    /// Records who came; the ladder's term to the next rung runs from now, and report and plan get their terms. Refuses all but the office (not-allowed) and
    /// as <see cref="Interview.Hold"/>.
    /// </summary>
    public Task Hold(Actor actor, Guid interviewId, int version, Attendance who, InterviewDemands demands, CancellationToken ct) =>
        transact.Run(actor, "记录约谈", async (db, act) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MayWrite(actor, i), ct);
            interview.Hold(who, act.At);
            var (rules, calendar) = (await db.RulesOf(interview, ct), await calendars.Current(ct));
            var heldOn = ChinaTime.DayOf(interview.MeetsAt!.Value);
            var today = ChinaTime.DayOf(act.At);
            if (demands.Report && rules.ReportWorkingDays > 0)
            {
                interview.Add(new FollowUp(interview, FollowUpKind.Report, "报送约谈事项的书面报告。", Later(today, calendar.AddWorkingDays(heldOn, rules.ReportWorkingDays)), act.At));
            }

            if (demands.Plan && rules.PlanDays > 0)
            {
                interview.Add(new FollowUp(interview, FollowUpKind.Plan, "报送约谈事项的整改方案。", Later(today, heldOn.AddDays(rules.PlanDays)), act.At));
            }

            await HandOn(db, interview, act.At, ct);
        }, ct);

    /// <summary>
    /// Records that the summoned stayed away; the ladder goes on from here. Refuses all but the office (not-allowed) and as
    /// <see cref="Interview.StayAway"/>.
    /// </summary>
    public Task StayAway(Actor actor, Guid interviewId, int version, string? facts, CancellationToken ct) =>
        transact.Run(actor, "记录约谈未到场", async (db, act) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MayWrite(actor, i), ct);
            interview.StayAway(facts, act.At);
            await HandOn(db, interview, act.At, ct);
            await db.TellMembers(interview, [Role.Leader, Role.UnitHead], "约谈 {0} 记录为未到场：{1}", [interview.Number!, (await db.RulesOf(interview, ct)).NoShowText], ct);
        }, ct);

    /// <summary>Refuses all but the office (not-allowed) and as <see cref="Interview.WriteMinutes"/>.</summary>
    public Task WriteMinutes(Actor actor, Guid interviewId, int version, InterviewMinutes minutes, CancellationToken ct) =>
        transact.Run(actor, "填写约谈纪要", async (db, _) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MayWrite(actor, i), ct);
            var isNew = interview.Statement is null;
            interview.WriteMinutes(minutes);
            if (isNew)
            {
                await db.TellMembers(interview, [Role.Leader], "约谈 {0} 的纪要等您签发。", [interview.Number!], ct);
            }
        }, ct);

    /// <summary>A promise with its day, before the minutes are signed. Refuses all but the office (not-allowed), later (interview-not-held), and no text or day (promise-…).</summary>
    public Task AddPromise(Actor actor, Guid interviewId, int version, string? text, DateOnly? dueOn, CancellationToken ct) =>
        transact.Run(actor, "登记整改承诺", async (db, act) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MayWrite(actor, i), ct);
            MustBeHeld(interview);
            interview.Add(new FollowUp(interview, FollowUpKind.Promise, text, dueOn, act.At));
        }, ct);

    /// <summary>Takes back a promise written down wrongly, before the minutes are signed. Refuses all but the office (not-allowed) and later (interview-not-held).</summary>
    public Task DropPromise(Actor actor, Guid interviewId, int version, Guid followUpId, CancellationToken ct) =>
        transact.Run(actor, "删去整改承诺", async (db, _) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MayWrite(actor, i), ct);
            MustBeHeld(interview);
            db.Remove(interview.FollowUps.FirstOrDefault(f => f.Id == followUpId && f.Kind == FollowUpKind.Promise) ?? throw RuleBroken.Missing());
        }, ct);

    /// <summary>
    /// Signs the minutes, serves them on the unit and answers with the number (约纪〔年〕n号). Refuses all but a leader of the case (not-allowed), a wrong password
    /// (password-wrong), and as <see cref="Interview.MustBeReadyForMinutes"/>.
    /// </summary>
    public async Task<string> SignMinutes(Actor actor, Guid interviewId, int version, string? password, CancellationToken ct)
    {
        await transact.Run(actor, "签发约谈纪要", (db, _) => db.TakeInterview(actor, interviewId, null, i => InterviewPermissions.MaySign(actor, i), ct), ct);
        var signer = await signing.Confirm(actor, password, ct);
        return await transact.Run(actor, "签发约谈纪要", async (db, act) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MaySign(actor, i), ct);
            interview.MustBeReadyForMinutes();
            var (names, on) = (await InterviewIssueService.Names(db, interview, ct), ChinaTime.DayOf(act.At));
            var confirmDueOn = (await calendars.Current(ct)).AddWorkingDays(on, (await db.RulesOf(interview, ct)).ConfirmWorkingDays);
            if (interview.MinutesPaperId is { } before)
            {
                (await db.Papers.SingleAsync(p => p.Id == before, ct)).Settle("已由新的纪要代替", act.At);
            }

            var order = InterviewIssueService.Order(interview, PaperKind.InterviewMinutes);
            var paper = await press.Issue(db, signer, order, number => InterviewPaper.Minutes(interview, names, actor, number, on), ct);
            interview.SignMinutes(paper.Number!, paper.Id, confirmDueOn);
            db.MoveOn(interview);
            await db.TellMembers(interview, [Role.UnitHead, Role.Contact, Role.Office], "约谈纪要 {0} 已送达，请在 {1} 前确认或提出异议；逾期未答复的按已告知处理。",
                [paper.Number!, confirmDueOn], ct);
            return paper.Number!;
        }, ct);
    }

    /// <summary>The unit confirms or objects. Refuses all but the unit (not-allowed) and as <see cref="Interview.CheckMinutes"/>.</summary>
    public Task CheckMinutes(Actor actor, Guid interviewId, int version, bool agrees, string? objection, CancellationToken ct) =>
        transact.Run(actor, agrees ? "确认约谈纪要" : "对约谈纪要提出异议", async (db, act) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MayAnswer(actor, i), ct);
            interview.CheckMinutes(agrees, objection, actor.Signature(), act.At);
            foreach (var receipt in await db.PaperReceipts.Where(r => r.PaperId == interview.MinutesPaperId && r.UnitId == interview.UnitId).ToListAsync(ct))
            {
                receipt.SignFor(actor.Signature(), act.At);
            }

            db.MoveOn(interview);
            await db.TellMembers(interview, [Role.Office, Role.Leader], agrees ? "约谈纪要 {0} 已由单位确认。" : "单位对约谈纪要 {0} 提出异议，请答复。",
                [interview.MinutesNumber!], ct);
        }, ct);

    /// <summary>Refuses all but the office (not-allowed) and as <see cref="Interview.AnswerObjection"/>.</summary>
    public Task AnswerObjection(Actor actor, Guid interviewId, int version, bool rewrite, string? answer, CancellationToken ct) =>
        transact.Run(actor, "答复约谈纪要异议", async (db, act) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MayWrite(actor, i), ct);
            interview.AnswerObjection(rewrite, answer, act.At);
            db.MoveOn(interview);
            await db.TellMembers(interview, [Role.UnitHead, Role.Contact], "对约谈纪要 {0} 的异议已答复。", [interview.MinutesNumber!], ct);
        }, ct);

    /// <summary>The step of the ladder is carried out: its term to the next rung runs from now.</summary>
    private static async Task HandOn(WorkflowDb db, Interview interview, DateTime now, CancellationToken ct)
    {
        db.MoveOn(interview);
        if (interview.StepId is { } stepId && interview.TaskId is { } taskId)
        {
            (await db.EscalationSteps.SingleAsync(s => s.Id == stepId, ct)).Finish(now);
            db.RaiseEvent("ladder-changed", taskId);
        }
    }

    /// <summary>Recorded late, a term is at least still to come today.</summary>
    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static void MustBeHeld(Interview interview)
    {
        if (interview.State != InterviewState.Held)
        {
            throw new RuleBroken("interview-not-held", "只有约谈之后、纪要签发之前可以登记或删去整改承诺。请刷新后查看。");
        }
    }
}
