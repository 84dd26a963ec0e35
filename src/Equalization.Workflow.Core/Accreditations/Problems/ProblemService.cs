using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations.Problems;

/// <summary>Problems found, put right, re-checked and closed (问题台账). Versions are the problem's.</summary>
public sealed class ProblemService(Transact transact)
{
    /// <summary>
    /// Enters a problem at the stage that is at turn. Refuses all but the office (not-allowed), after the end (accreditation-over), a unit of elsewhere (problem-unit), a
    /// task that the unit has no part in (problem-task), and as <see cref="AccreditationProblem"/>.
    /// </summary>
    public Task<Guid> Find(Actor actor, Guid accreditationId, ProblemInput input, CancellationToken ct) => transact.Run(actor, "登记问题", async (db, act) =>
    {
        var accreditation = await db.TakeAccreditation(actor, accreditationId, null, AccreditationPermissions.MayDecide, ct);
        if (!accreditation.IsOpen)
        {
            throw new RuleBroken("accreditation-over", "这一轮认定已经结束。需要再次申报的，请新开一轮。");
        }

        if (!await db.Units.AnyAsync(u => u.Id == input.UnitId && u.JurisdictionId == actor.JurisdictionId, ct))
        {
            throw new RuleBroken("problem-unit", "请选择责任单位。") { Field = nameof(input.UnitId) };
        }

        await MustTakePart(db, actor, input.UnitId, input.TaskId, ct);
        var number = await db.AccreditationProblems.Where(p => p.AccreditationId == accreditationId).MaxAsync(p => (int?)p.Number, ct) ?? 0;
        var problem = new AccreditationProblem(accreditation, number + 1, accreditation.Stage, input, actor.Signature(), act.At);
        db.Add(problem);
        db.MoveOn(accreditation);
        await TellUnit(db, actor, problem, "{0}优质均衡认定发现问题，由你单位在 {1} 前整改。", [accreditation.County, problem.DueOn], ct);
        return problem.Id;
    }, ct);

    /// <summary>Refuses all but the responsible unit and the office (not-allowed), and as <see cref="AccreditationProblem.Rectify"/>.</summary>
    public Task Rectify(Actor actor, Guid id, int version, string? words, CancellationToken ct) =>
        Change(actor, "报告整改情况", id, version, ProblemPermissions.MayRectify, async (db, act, problem) =>
        {
            problem.Rectify(words, actor.Signature(), act.At);
            ProblemNotices.Tell(db, problem, await Recipients.Office(db, problem.JurisdictionId, actor.Day, ct), "{0}已报告第 {1} 号问题的整改情况，请复查。", actor.UnitName, problem.Number);
        }, ct);

    /// <summary>Refuses all but the office (not-allowed), and as <see cref="AccreditationProblem.Close"/>.</summary>
    public Task Close(Actor actor, Guid id, int version, string? words, CancellationToken ct) =>
        Change(actor, "复查销号", id, version, ProblemPermissions.MayCheck, (db, act, problem) =>
        {
            problem.Close(words, actor.Signature(), act.At);
            return TellUnit(db, actor, problem, "第 {0} 号问题经复查已销号。", [problem.Number], ct);
        }, ct);

    /// <summary>Refuses all but the office (not-allowed), and as <see cref="AccreditationProblem.Reopen"/>.</summary>
    public Task Reopen(Actor actor, Guid id, int version, string? words, DateOnly? dueOn, CancellationToken ct) =>
        Change(actor, "复查退回", id, version, ProblemPermissions.MayCheck, (db, act, problem) =>
        {
            problem.Reopen(words, dueOn, actor.Signature(), act.At);
            return TellUnit(db, actor, problem, "第 {0} 号问题经复查没有整改到位，请在 {1} 前继续整改。", [problem.Number, problem.DueOn], ct);
        }, ct);

    /// <summary>Ties the problem to the annual task that puts it right; null unties it. Refuses all but the office (not-allowed), and a task that the unit has no part in (problem-task).</summary>
    public Task Tie(Actor actor, Guid id, int version, Guid? taskId, CancellationToken ct) =>
        Change(actor, "关联年度任务", id, version, ProblemPermissions.MayCheck, async (db, _, problem) =>
        {
            await MustTakePart(db, actor, problem.UnitId, taskId, ct);
            problem.Tie(taskId);
        }, ct);

    private static async Task MustTakePart(WorkflowDb db, Actor actor, Guid unitId, Guid? taskId, CancellationToken ct)
    {
        if (taskId is { } id && !await ProblemQueries.TasksOf(db, actor, unitId).AnyAsync(t => t.Id == id, ct))
        {
            throw new RuleBroken("problem-task", "请选择责任单位牵头或配合的在办任务。") { Field = nameof(ProblemInput.TaskId) };
        }
    }

    private static async Task TellUnit(WorkflowDb db, Actor actor, AccreditationProblem problem, string format, object[] arguments, CancellationToken ct) =>
        ProblemNotices.Tell(db, problem, (await Recipients.Of(db, [problem.UnitId], [Role.Contact, Role.UnitHead], actor.Day, ct)).Select(r => r.PersonId), format, arguments);

    private Task Change(
        Actor actor, string act, Guid id, int version, Func<Actor, AccreditationProblem, bool> may, Func<WorkflowDb, CurrentAct, AccreditationProblem, Task> change, CancellationToken ct) =>
        transact.Run(actor, act, async (db, current) =>
        {
            var problem = await ProblemPermissions.SeenBy(db, actor).Include(p => p.Turns).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw RuleBroken.Missing();
            Permission.Require(may(actor, problem));
            db.Expect(problem, version);
            await change(db, current, problem);
            db.MoveOn(await db.Accreditations.SingleAsync(a => a.Id == problem.AccreditationId, ct));
        }, ct);
}
