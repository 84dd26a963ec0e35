using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Interviews.Rules;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Interviews;

/// <summary>The office opens an interview and writes its notice; the case's list begins with whoever opens it and the leaders in charge. Versions are the interview's.</summary>
public sealed class InterviewService(Transact transact, WorkingCalendars calendars)
{
    /// <summary>
    /// Opens the interview of a signed step of the ladder. Refuses all but the office (not-allowed), what is no signed interview step (not-found), one that is
    /// under way (interview-open), and a matter that has ended (matter-…).
    /// </summary>
    public Task<Guid> Open(Actor actor, Guid stepId, CancellationToken ct) =>
        transact.Run(actor, "办理约谈", async (db, act) =>
        {
            Permission.Require(InterviewPermissions.MayOpen(actor));
            var step = await db.EscalationSteps.SingleOrDefaultAsync(
                s => s.Id == stepId && s.JurisdictionId == actor.JurisdictionId && s.Rung == Rung.Interview && s.State == StepState.Served, ct) ?? throw RuleBroken.Missing();
            var task = await db.AnnualTasks.SingleAsync(t => t.Id == step.TaskId, ct);
            (await db.Escalations.SingleAsync(e => e.Id == step.EscalationId, ct)).MustRun(task);
            if (await db.Interviews.AnyAsync(i => i.StepId == stepId && i.State != InterviewState.Cancelled, ct))
            {
                throw new RuleBroken("interview-open", "这项约谈已由他人开始办理。请向办理人了解，需要查阅的由其加入案卷查阅人。");
            }

            return await Begin(db, act, new InterviewSubject(step.UnitId, step.TaskId, step.Id), step.DecidedById, ct);
        }, ct);

    /// <summary>
    /// Opens one by hand for a unit, about a task or its work as a whole. Refuses all but the office (not-allowed), a unit or a task that is none
    /// (interview-unit, interview-task).
    /// </summary>
    public Task<Guid> OpenByHand(Actor actor, Guid unitId, string? taskNumber, CancellationToken ct) =>
        transact.Run(actor, "办理约谈", async (db, act) =>
        {
            Permission.Require(InterviewPermissions.MayOpen(actor));
            if (!await db.Units.AnyAsync(u => u.Id == unitId && u.JurisdictionId == actor.JurisdictionId && (u.EndedOn == null || u.EndedOn >= actor.Day), ct))
            {
                throw new RuleBroken("interview-unit", "请选择被约谈的单位。") { Field = "UnitId" };
            }

            Guid? taskId = null;
            if (taskNumber.Within(20, "任务编号", "TaskNumber") is { } number)
            {
                var task = await db.AnnualTasks.SingleOrDefaultAsync(t => t.JurisdictionId == actor.JurisdictionId && t.Number == number && t.Units.Any(u => u.UnitId == unitId), ct);
                taskId = task is { IsOpen: true } ? task.Id : throw new RuleBroken("interview-task", "没有找到该单位承担的在办任务 {0}，请核对编号。", number) { Field = "TaskNumber" };
            }

            return await Begin(db, act, new InterviewSubject(unitId, taskId, null), null, ct);
        }, ct);

    /// <summary>
    /// Keeps the draft, and sends it to the leader when asked. Refuses all but the office (not-allowed), somebody who may not be summoned (summoned), and as
    /// <see cref="Interview.Write"/> and <see cref="Interview.SendToSign"/>.
    /// </summary>
    public Task Write(Actor actor, Guid interviewId, int version, InterviewOrder order, bool toSign, CancellationToken ct) =>
        transact.Run(actor, "拟写约谈通知", async (db, act) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MayWrite(actor, i), ct);
            var rules = await db.RulesOf(interview, ct);
            var summoned = await Candidates(db, interview.UnitId, rules, actor.Day, order.SummonedId).FirstOrDefaultAsync(ct)
                ?? throw new RuleBroken("summoned", rules.HeadsOnly
                    ? "只能约谈该单位现任主要负责人。请从名单中选择；名单为空的，请先登记该单位负责人。"
                    : "只能约谈该单位现任负责人或联络员。请从名单中选择。") { Field = "SummonedId" };
            interview.Write(order, summoned, rules, await calendars.Current(ct), act.At);
            if (toSign)
            {
                interview.SendToSign();
                db.MoveOn(interview);
                await db.TellMembers(interview, [Role.Leader], "有一份约谈通知书等您签发。", [], ct);
            }
        }, ct);

    /// <summary>Gives a draft up. Refuses all but the office (not-allowed) and what is signed (interview-not-draft).</summary>
    public Task Drop(Actor actor, Guid interviewId, int version, CancellationToken ct) =>
        transact.Run(actor, "终止约谈拟办", async (db, act) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, version, i => InterviewPermissions.MayWrite(actor, i), ct);
            interview.Drop(act.At);
            db.MoveOn(interview);
        }, ct);

    /// <summary>
    /// Lets a person read the case, with a reason. Refuses whoever may not (not-allowed), no reason (admit-reason), and a person without a post here, or, for a
    /// unit's head, outside the unit (admit-person).
    /// </summary>
    public Task Admit(Actor actor, Guid interviewId, Guid personId, string? because, CancellationToken ct) =>
        transact.Run(actor, "增加案卷查阅人", async (db, _) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, null, i => InterviewPermissions.MayAdmit(actor, i), ct);
            var reason = because.Needed(200, "理由", new RuleBroken("admit-reason", "请写明为什么需要查阅。") { Field = "Because" });
            var isOwn = actor.Heads(interview.UnitId);
            if (!await db.Memberships.AnyAsync(m => m.PersonId == personId && m.JurisdictionId == interview.JurisdictionId && (!isOwn || m.UnitId == actor.UnitId)
                                                    && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day), ct))
            {
                throw new RuleBroken("admit-person", "只能加入本地区现任岗位的人员；单位负责人只能加入本单位的人员。请从名单中选择。") { Field = "PersonId" };
            }

            await CaseAccess.Admit(db, interview.Id, [personId], reason, ct);
        }, ct);

    /// <summary>
    /// Takes somebody off the case's list. Refuses all but the office (not-allowed), while it goes on the person who is summoned and whoever follows them in the
    /// post (member-summoned), and as <see cref="CaseAccess.Remove"/>.
    /// </summary>
    public Task Remove(Actor actor, Guid interviewId, Guid personId, string? because, CancellationToken ct) =>
        transact.Run(actor, "取消案卷查阅人", async (db, act) =>
        {
            var interview = await db.TakeInterview(actor, interviewId, null, i => InterviewPermissions.MayWrite(actor, i), ct);
            var day = ChinaTime.DayOf(act.At);
            if (interview is { IsOpen: true, SignedAt: not null } && (personId == interview.SummonedId || await db.Memberships.AnyAsync(
                    m => m.PersonId == personId && m.UnitId == interview.UnitId && m.Role == Role.UnitHead && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day), ct)))
            {
                throw new RuleBroken("member-summoned", "约谈了结之前，被约谈人和该单位现任负责人须能查阅案卷，不能取消。");
            }

            await CaseAccess.Remove(db, interview.Id, personId, because, ct);
        }, ct);

    /// <summary>Who may be summoned of a unit on a day; of these one person, when named.</summary>
    internal static IQueryable<Summoned> Candidates(WorkflowDb db, Guid unitId, InterviewRules rules, DateOnly day, Guid? personId = null) =>
        from m in db.Memberships
        join p in db.People on m.PersonId equals p.Id
        where m.UnitId == unitId && (personId == null || m.PersonId == personId) && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day) && (m.Role == Role.UnitHead || (!rules.HeadsOnly && m.Role == Role.Contact))
        orderby p.SortKey
        select new Summoned(p.Id, p.Name, m.Post);

    private static async Task<Guid> Begin(WorkflowDb db, CurrentAct act, InterviewSubject subject, Guid? signerId, CancellationToken ct)
    {
        var interview = new Interview(await db.InterviewRulesInForce(ct), subject, act.Actor.Signature(), act.At);
        db.Add(interview);
        var day = act.Actor.Day;
        var leaders = (await Recipients.LeadersOf(db, [subject.UnitId], day, ct)).ConvertAll(r => r.PersonId);
        if (leaders.Count == 0)
        {
            leaders = await db.Memberships.Where(m => m.JurisdictionId == interview.JurisdictionId && m.Role == Role.Leader && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day))
                .Select(m => m.PersonId).ToListAsync(ct);
        }

        await CaseAccess.Admit(db, interview.Id, [act.Actor.PersonId], "承办人", ct);
        await CaseAccess.Admit(db, interview.Id, [.. leaders, .. signerId is { } id ? [id] : Array.Empty<Guid>()], "签发和约谈", ct);
        db.StartProcess("interview", interview.ProcessSubject, ("interviewId", interview.Id));
        return interview.Id;
    }
}
