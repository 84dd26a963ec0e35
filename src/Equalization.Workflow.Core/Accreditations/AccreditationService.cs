using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations;

/// <summary>Moves a county's accreditation from stage to stage. Versions are the accreditation's.</summary>
public sealed class AccreditationService(Transact transact)
{
    /// <summary>
    /// Opens a county's next round. Refuses all but the office (not-allowed), a county whose round is under way (accreditation-open), a unit of elsewhere
    /// (accreditation-unit), and as <see cref="Accreditation"/>.
    /// </summary>
    public Task<Guid> Open(Actor actor, OpenInput input, CancellationToken ct) => transact.Run(actor, "开始认定", async (db, act) =>
    {
        Permission.Require(AccreditationPermissions.MayOpen(actor));
        return (await Open(db, act, input, ct)).Id;
    }, ct);

    /// <summary>Sets the stages' days and the county's unit anew. Refuses all but the office (not-allowed), and as <see cref="Accreditation.Aim"/>.</summary>
    public Task Aim(Actor actor, Guid id, int version, Guid? unitId, IReadOnlyDictionary<AccreditationStage, StageAim> targets, CancellationToken ct) =>
        Change(actor, "调整认定时序", id, version, AccreditationPermissions.MayDecide, async (db, act, accreditation) =>
        {
            await MustBeUnit(db, actor, unitId, ct);
            accreditation.Aim(targets, unitId, actor.Signature(), act.At);
            db.TellOf(accreditation, await db.PeopleOf(accreditation, actor.Day, ct), "{0}的优质均衡认定时序有调整，请查看各阶段目标日期。", accreditation.County);
        }, ct);

    /// <summary>
    /// The county hands its self-evaluation in: its stage is passed. Refuses all but the county's head and the office (not-allowed), lines not stated yet
    /// (evaluation-open), a standing veto (veto-stands), open problems without a reason (problems-open), and as <see cref="Accreditation.Pass"/>.
    /// </summary>
    public Task Submit(Actor actor, Guid id, int version, SubmitInput input, CancellationToken ct) =>
        Change(actor, "报送自评", id, version, AccreditationPermissions.MaySubmit, async (db, act, accreditation) =>
        {
            if (accreditation.Stage != AccreditationStage.CountySelf)
            {
                throw new RuleBroken("stage-not-open", "县级自评已经报送，不需要再次报送。请刷新后查看。");
            }

            await Pass(db, accreditation, new StageDecision(StageResult.Passed, input.On, input.Words, null, input.OpenBecause), act, ct);
            db.TellOf(accreditation, await Recipients.Office(db, accreditation.JurisdictionId, actor.Day, ct), "{0}已报送县级自评，请组织复核。", accreditation.County);
        }, ct);

    /// <summary>
    /// Records what came of a review. Refuses all but the office (not-allowed), the county's own stage (stage-own), and as <see cref="Submit"/>,
    /// <see cref="Accreditation.Return"/> and <see cref="Accreditation.Fail"/>.
    /// </summary>
    public Task Decide(Actor actor, Guid id, int version, StageDecision decision, CancellationToken ct) =>
        Change(actor, "登记认定结论", id, version, AccreditationPermissions.MayDecide, async (db, act, accreditation) =>
        {
            if (accreditation.Stage == AccreditationStage.CountySelf)
            {
                throw new RuleBroken("stage-own", "县级自评由区县报送，请在自评表填写完整后报送。");
            }

            var stage = AccreditationStages.WordOf(accreditation.Stage);
            switch (decision.Result)
            {
                case StageResult.Passed:
                    await Pass(db, accreditation, decision, act, ct);
                    break;
                case StageResult.Returned:
                    accreditation.Return(decision.On, decision.Words, decision.RectifyDueOn, actor.Signature(), act.At);
                    break;
                case StageResult.NotPassed:
                    accreditation.Fail(decision.On, decision.Words, actor.Signature(), act.At);
                    break;
                default:
                    throw new RuleBroken("stage-result", "请选择通过、退回整改或不通过。") { Field = nameof(StageDecision.Result) };
            }

            var format = decision.Result switch
            {
                StageResult.Passed => "{0}已通过{1}。",
                StageResult.Returned => "{0}的{1}退回整改，请查看问题和整改期限。",
                _ => "{0}未通过{1}，请查看意见。",
            };
            db.TellOf(accreditation, await db.PeopleOf(accreditation, actor.Day, ct), format, accreditation.County, stage);
        }, ct);

    /// <summary>
    /// The county reports that what was returned is put right; the stage is at turn again. Refuses all but the county's head and the office (not-allowed), open
    /// problems without a reason (problems-open), and as <see cref="Accreditation.Rectify"/>.
    /// </summary>
    public Task ReportRectified(Actor actor, Guid id, int version, string? words, string? openBecause, CancellationToken ct) =>
        Change(actor, "报告整改完成", id, version, AccreditationPermissions.MaySubmit, async (db, act, accreditation) =>
        {
            // What the unit reported waits for the re-check; only what nobody has touched stands in the way here.
            var open = await db.AccreditationProblems.CountAsync(p => p.AccreditationId == id && p.State == ProblemState.Open, ct);
            accreditation.Rectify(new EntryWords(words, ReasonFor(open, openBecause)), actor.Signature(), act.At);
            db.TellOf(accreditation, await Recipients.Office(db, accreditation.JurisdictionId, actor.Day, ct), "{0}已报告整改完成，请重新办理{1}。", accreditation.County, AccreditationStages.WordOf(accreditation.Stage));
        }, ct);

    /// <summary>Ends a round without a result. Refuses all but the office (not-allowed), and as <see cref="Accreditation.Withdraw"/>.</summary>
    public Task Withdraw(Actor actor, Guid id, int version, string? words, CancellationToken ct) =>
        Change(actor, "撤销认定", id, version, AccreditationPermissions.MayDecide, async (db, act, accreditation) =>
        {
            accreditation.Withdraw(words, actor.Signature(), act.At);
            db.TellOf(accreditation, await db.PeopleOf(accreditation, actor.Day, ct), "{0}本轮优质均衡认定已撤销，请查看理由。", accreditation.County);
        }, ct);

    internal static async Task<Accreditation> Open(WorkflowDb db, CurrentAct act, OpenInput input, CancellationToken ct)
    {
        var actor = act.Actor;
        await MustBeUnit(db, actor, input.UnitId, ct);
        var county = CountyName.Of(input.County);
        var rounds = await db.Accreditations.Where(a => a.JurisdictionId == actor.JurisdictionId && a.County == county).Select(a => new { a.Round, a.State }).ToListAsync(ct);
        if (rounds.Exists(r => r.State is AccreditationState.UnderWay or AccreditationState.Rectifying))
        {
            throw new RuleBroken("accreditation-open", "{0}已有一轮认定在办理，请在该区县页面调整。", county) { Field = nameof(OpenInput.County) };
        }

        var accreditation = new Accreditation(actor.JurisdictionId, county, input.UnitId, rounds.Count == 0 ? 1 : rounds.Max(r => r.Round) + 1, actor.Signature(), act.At);
        accreditation.Aim(input.Targets, input.UnitId, actor.Signature(), act.At);
        db.Add(accreditation);
        db.StartProcess("accreditation", accreditation.Id, ("accreditationId", accreditation.Id));
        db.TellOf(accreditation, await db.PeopleOf(accreditation, actor.Day, ct), "{0}的优质均衡认定已开始，请按时序填写自评表。", accreditation.County);
        return accreditation;
    }

    private static async Task Pass(WorkflowDb db, Accreditation accreditation, StageDecision decision, CurrentAct act, CancellationToken ct)
    {
        var readiness = await ReadinessQueries.Of(db, accreditation, null, ChinaTime.DayOf(act.At), ct);
        if (accreditation.Stage == AccreditationStage.CountySelf && readiness.Open > 0)
        {
            throw new RuleBroken("evaluation-open", "自评表还有 {0} 项没有填写，请填写完整后报送；没有数据的，选“未知”并写明原因。", readiness.Open);
        }

        if (readiness.Vetoed)
        {
            throw new RuleBroken("veto-stands", "有一票否决事项成立，不能通过。请查看否决事项的认定情况。");
        }

        var open = await db.AccreditationProblems.CountAsync(p => p.AccreditationId == accreditation.Id && p.State != ProblemState.Closed, ct);
        var words = new EntryWords(decision.Words.Within(Accreditation.LongestWords, "意见", "Words"), ReasonFor(open, decision.OpenBecause), readiness.Summary());
        accreditation.Pass(decision.On, words, act.Actor.Signature(), act.At);
    }

    private static string? ReasonFor(int open, string? because)
    {
        var reason = because.Within(Accreditation.LongestWords, "理由", nameof(StageDecision.OpenBecause));
        return open == 0 || reason is not null
            ? open == 0 ? null : reason
            : throw new RuleBroken("problems-open", "还有 {0} 个问题没有销号。请先整改销号，或者写明带问题进入下一步的理由。", open) { Field = nameof(StageDecision.OpenBecause) };
    }

    private static async Task MustBeUnit(WorkflowDb db, Actor actor, Guid? unitId, CancellationToken ct)
    {
        if (unitId is { } id && !await db.Units.AnyAsync(u => u.Id == id && u.JurisdictionId == actor.JurisdictionId, ct))
        {
            throw new RuleBroken("accreditation-unit", "请从列表中选择本地区的单位。") { Field = nameof(OpenInput.UnitId) };
        }
    }

    private Task Change(
        Actor actor, string act, Guid id, int version, Func<Actor, Accreditation, bool> may, Func<WorkflowDb, CurrentAct, Accreditation, Task> change, CancellationToken ct) =>
        transact.Run(actor, act, async (db, current) =>
        {
            var accreditation = await db.TakeAccreditation(actor, id, version, may, ct);
            await change(db, current, accreditation);
            db.MoveOn(accreditation);
        }, ct);
}
