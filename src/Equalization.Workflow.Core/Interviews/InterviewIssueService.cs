using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Interviews;

/// <summary>The leader signs the notice, moves or cancels it; each is a paper of its own, served on the unit. Versions are the interview's.</summary>
public sealed class InterviewIssueService(Transact transact, Signing signing, PaperPress press, RuleBook rulesOfTasks, WorkingCalendars calendars)
{
    /// <summary>The kind of mails that carry the date for the calendar; composed when they leave.</summary>
    public const string MailKind = nameof(Interview);

    /// <summary>
    /// Signs with the password entered again, serves it and answers with the number (约〔年〕n号). Refuses all but a leader of the case (not-allowed, not-found), a
    /// wrong password (password-wrong), a matter that has ended (matter-…), one summoned who has left the post (summoned), and as
    /// <see cref="Interview.MustBeReadyToSign"/>.
    /// </summary>
    public async Task<string> Sign(Actor actor, Guid interviewId, int version, string? password, CancellationToken ct)
    {
        var signer = await Confirm(actor, interviewId, password, ct);
        return await transact.Run(actor, "签发约谈通知书", async (db, act) =>
        {
            var (interview, names) = await Take(db, actor, interviewId, version, ct);
            var rules = await db.RulesOf(interview, ct);
            interview.MustBeReadyToSign(rules, await calendars.Current(ct), act.At);
            await MustStillStand(db, interview, ct);
            if (!await InterviewService.Candidates(db, interview.UnitId, rules, actor.Day, interview.SummonedId).AnyAsync(ct))
            {
                throw new RuleBroken("summoned", "拟约谈的人已不在该岗位，请退回办公室改写被约谈人。");
            }

            var on = ChinaTime.DayOf(act.At);
            var annexes = await Annexes(db, interview, ct);
            var paper = await press.Issue(db, signer, Order(interview), number => InterviewPaper.Notice(interview, names, rules, actor, number, on, annexes), ct);
            interview.Sign(paper.Number!, paper.Id, actor.Signature(), act.At);
            await CaseAccess.Admit(db, interview.Id, [interview.SummonedId], "被约谈人", ct);
            await Tell(db, interview, "约谈通知书 {0} 已送达，请签收并按时到场。", [paper.Number!], ct);
            return paper.Number!;
        }, ct);
    }

    /// <summary>Back to the office with a reason. Refuses all but a leader of the case (not-allowed) and as <see cref="Interview.SendBack"/>.</summary>
    public Task SendBack(Actor actor, Guid interviewId, int version, string? reason, CancellationToken ct) =>
        transact.Run(actor, "退回约谈通知书", async (db, _) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MaySign(actor, i), ct);
            interview.SendBack(reason);
            db.MoveOn(interview);
            await db.TellMembers(interview, [Role.Office], "约谈通知书被退回修改，请查看理由。", [], ct);
        }, ct);

    /// <summary>
    /// Decides a new time: a new notice takes the place of the old. Refuses as <see cref="Sign"/> and <see cref="Interview.Move"/>.
    /// </summary>
    public async Task<string> Move(Actor actor, Guid interviewId, int version, InterviewMove move, string? password, CancellationToken ct)
    {
        var signer = await Confirm(actor, interviewId, password, ct);
        return await transact.Run(actor, "约谈改期", async (db, act) =>
        {
            var (interview, names) = await Take(db, actor, interviewId, version, ct);
            var rules = await db.RulesOf(interview, ct);
            interview.Move(move, rules, await calendars.Current(ct), actor.Signature(), act.At);
            await MustStillStand(db, interview, ct);
            await Replace(db, interview, "已改期", act.At, ct);
            var (on, annexes) = (ChinaTime.DayOf(act.At), await Annexes(db, interview, ct));
            var paper = await press.Issue(db, signer, Order(interview), number => InterviewPaper.Notice(interview, names, rules, actor, number, on, annexes), ct);
            interview.Sign(paper.Number!, paper.Id, actor.Signature(), act.At);
            await Tell(db, interview, "约谈已改期，新的通知书 {0} 已送达，请签收。", [paper.Number!], ct);
            return paper.Number!;
        }, ct);
    }

    /// <summary>Takes the summons back by a paper. Refuses as <see cref="Sign"/> and <see cref="Interview.Cancel"/>.</summary>
    public async Task<string> Cancel(Actor actor, Guid interviewId, int version, string? reason, string? password, CancellationToken ct)
    {
        var signer = await Confirm(actor, interviewId, password, ct);
        return await transact.Run(actor, "取消约谈", async (db, act) =>
        {
            var (interview, names) = await Take(db, actor, interviewId, version, ct);
            var change = interview.Cancel(reason, actor.Signature(), act.At);
            await Replace(db, interview, "已取消", act.At, ct);
            var paper = await press.Issue(
                db, signer, Order(interview), number => InterviewPaper.Cancellation(interview, names, change, actor, number, ChinaTime.DayOf(act.At)), ct);
            await Tell(db, interview, "约谈 {0} 已取消，通知书 {1} 已送达。", [interview.Number!, paper.Number!], ct);
            return paper.Number!;
        }, ct);
    }

    internal static PaperOrder Order(Interview interview, PaperKind kind = PaperKind.InterviewNotice) =>
        new(kind, nameof(Interview), interview.Id, [interview.UnitId]) { TaskId = interview.TaskId, CaseId = interview.Id };

    internal static async Task<InterviewNames> Names(WorkflowDb db, Interview interview, CancellationToken ct)
    {
        var unit = await db.Units.Where(u => u.Id == interview.UnitId).Select(u => u.Name).SingleAsync(ct);
        var task = await db.AnnualTasks.Where(t => t.Id == interview.TaskId).Select(t => new { t.Number, t.Title }).SingleOrDefaultAsync(ct);
        return new InterviewNames(unit, task?.Number, task?.Title);
    }

    /// <summary>Nothing is signed any more once its ladder has ended or its task is closed, nor while it is held.</summary>
    internal static async Task MustStillStand(WorkflowDb db, Interview interview, CancellationToken ct)
    {
        if (interview.TaskId is not { } taskId)
        {
            return;
        }

        var task = await db.AnnualTasks.SingleAsync(t => t.Id == taskId, ct);
        if (interview.StepId is { } stepId)
        {
            (await db.Escalations.SingleAsync(e => db.EscalationSteps.Any(s => s.Id == stepId && s.EscalationId == e.Id), ct)).MustRun(task);
        }
        else if (!task.IsOpen)
        {
            throw new RuleBroken("matter-done", "任务已办结或撤回，这份文书不再签发。已自动了结，无须处理；请刷新列表。");
        }

        task.MustNotBeHeld();
    }

    /// <summary>The facts on which the ladder's step rests, and why the task was late when it was proposed; nothing for one about no task.</summary>
    private async Task<IReadOnlyList<PaperAnnex>> Annexes(WorkflowDb db, Interview interview, CancellationToken ct)
    {
        var facts = await db.EscalationSteps.Where(s => s.Id == interview.StepId).Select(s => s.Facts).SingleOrDefaultAsync(ct);
        return
        [
            .. facts is null ? [] : new[] { new PaperAnnex("事实与依据", [new PaperParagraph(facts)]) },
            .. interview.TaskId is { } taskId ? [await LadderFacts.Annex(db, interview.StepId, taskId, db.Act!.At, rulesOfTasks, await calendars.Current(ct), ct)] : Array.Empty<PaperAnnex>(),
        ];
    }

    private static async Task Replace(WorkflowDb db, Interview interview, string because, DateTime now, CancellationToken ct) =>
        (await db.Papers.SingleAsync(p => p.Id == interview.PaperId, ct)).Settle(because, now);

    /// <summary>Notices to the case, and the date by mail to everybody of it who has an address.</summary>
    private static async Task Tell(WorkflowDb db, Interview interview, string format, object[] arguments, CancellationToken ct)
    {
        db.MoveOn(interview);
        await db.TellMembers(interview, [Role.Office, Role.Leader, Role.UnitHead, Role.Contact], format, arguments, ct);
        // Whoever was let in by this very act is not in the database yet.
        var ids = await db.CaseMembers.Where(m => m.CaseId == interview.Id && m.RemovedAt == null).Select(m => m.PersonId).ToListAsync(ct);
        if (!ids.Contains(interview.SummonedId))
        {
            ids.Add(interview.SummonedId);
            db.Notify([interview.SummonedId], NoticeKind.Interview, nameof(Interview), interview.Id, null, format, arguments);
        }

        foreach (var person in await db.People.Where(p => ids.Contains(p.Id) && p.Email != null).OrderBy(p => p.Id).ToListAsync(ct))
        {
            db.Post(MailKind, new MailTo(person.Id, person.Email!, person.Name), interview.Id);
        }
    }

    private async Task<ConfirmedSigner> Confirm(Actor actor, Guid interviewId, string? password, CancellationToken ct)
    {
        // Whoever may not sign is not asked for a password.
        await transact.Run(actor, "签发约谈文书", (db, _) => db.TakeInterview(actor, interviewId, null, i => InterviewPermissions.MaySign(actor, i), ct), ct);
        return await signing.Confirm(actor, password, ct);
    }

    private static async Task<(Interview Interview, InterviewNames Names)> Take(WorkflowDb db, Actor actor, Guid interviewId, int version, CancellationToken ct)
    {
        var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MaySign(actor, i), ct);
        return (interview, await Names(db, interview, ct));
    }
}
