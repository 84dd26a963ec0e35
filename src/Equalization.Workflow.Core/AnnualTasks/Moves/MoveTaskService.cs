using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.WhatIfs;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Moves;

/// <summary>Lines of a search's plan that the office makes a task of, and the measure that the task carries out. DueOn is the last day, included; its year is the task's.</summary>
public sealed record MoveTaskInput(Guid RebalancingId, IReadOnlyList<Guid> MoveIds, Guid? MeasureId, Guid? LeadUnitId, DateOnly? DueOn);

/// <summary>Turns chosen moves into one annual task that lists them, with the coefficient it is to bring about as its target.</summary>
public sealed class MoveTaskService(Transact transact, WorkingCalendars calendars)
{
    private const int LongestTold = 4000;

    /// <summary>
    /// Issues the task and answers with its id. Refuses: not the office (not-allowed), a search without a plan (rebalancing-unended), one of other numbers than the data has now
    /// (rebalancing-stale), no line (moves-nothing), a line that is in a task already (moves-tasked), no measure in force (moves-measure), no unit in service (lead-unit), a due day
    /// outside the plan's years (issue-year) or before today (due-in-past).
    /// </summary>
    public Task<Guid> Issue(Actor actor, MoveTaskInput input, CancellationToken ct) => transact.Run(actor, "按均衡方案下达任务", async (db, act) =>
    {
        var run = Permission.Found(await db.Rebalancings.SingleOrDefaultAsync(r => r.Id == input.RebalancingId, ct), r => RebalancingPermissions.MaySee(act.Actor, r.JurisdictionId));
        Permission.Require(TaskPermissions.MayIssue(act.Actor, run.JurisdictionId));
        var moves = await Chosen(db, run, input.MoveIds, ct);
        var (plan, measure) = await Measure(db, act.Actor, input.MeasureId, ct);
        var dueOn = Due(plan, input.DueOn, act.Actor.Day);
        var leadUnitId = await Lead(db, act.Actor, input.LeadUnitId, ct);
        var words = await Words(db, run, moves, ct);

        var rules = await RuleBook.InForce(db, plan.JurisdictionId, ct);
        var calendar = await calendars.Current(ct);
        var signDueOn = calendar.AddWorkingDays(act.Actor.Day, rules.SignTermWorkingDays);
        var number = (await IssueService.Counter(db, plan.JurisdictionId, dueOn.Year, ct)).NextTask();
        var newYear = new DateOnly(dueOn.Year, 1, 1);
        var startOn = act.Actor.Day > newYear ? act.Actor.Day : newYear;
        var text = words.Text;
        var task = new AnnualTask(
            plan.JurisdictionId, plan.Id, measure.Id, measure.Position, number, text.Title, text.Content, text.Criteria, leadUnitId, startOn, dueOn, rules.Number, act.At);
        task.Add(new TaskUnit(task, leadUnitId, UnitRole.Lead, text.Title, signDueOn));
        task.Add(new RequiredEvidence { JurisdictionId = task.JurisdictionId, TaskId = task.Id, Kind = words.Evidence });
        AddTargets(task, words, run.Answer!.Limit);
        LightBook.Rejudge(task, rules, calendar, act.Actor.Day);
        db.Add(task);
        db.StartProcess("annual-task", task.Id, ("taskId", task.Id));
        db.Tell(task.Id, ActKind.Issue, run.Id, text.Content.Cut(LongestTold), "按均衡方案下达任务，共 {0} 项，期限 {1}，签收期限 {2}", moves.Count, task.CurrentDueOn, signDueOn);
        moves.ForEach(m => m.TaskId = task.Id);
        var people = await Recipients.Of(db, [leadUnitId], [Role.Contact, Role.UnitHead], act.Actor.Day, ct);
        db.Notify(people.Select(p => p.PersonId), NoticeKind.TaskIssued, nameof(AnnualTask), task.Id, null, "任务 {0}“{1}”已下达，请在 {2} 前签收。", task.Number, task.Title, signDueOn);
        return task.Id;
    }, ct);

    private static async Task<List<RebalancingMove>> Chosen(WorkflowDb db, Rebalancing run, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        if (run.Answer is null)
        {
            throw new RuleBroken("rebalancing-unended", "测算还没有得到方案，不能下达任务。请等它完成，或重新测算。");
        }

        var moves = await db.RebalancingMoves.Where(m => m.RebalancingId == run.Id && ids.Contains(m.Id)).OrderBy(m => m.Position).ToListAsync(ct);
        return moves.Count == 0 ? throw new RuleBroken("moves-nothing", "没有勾选任何一项。请至少勾选一项再下达。") { Field = "Chosen" }
            : moves.Exists(m => m.TaskId is not null) ? throw new RuleBroken("moves-tasked", "勾选的有已列入任务的项目。请刷新后只勾选尚未列入任务的。") { Field = "Chosen" }
            : moves;
    }

    private static async Task<(Plan Plan, Measure Measure)> Measure(WorkflowDb db, Actor actor, Guid? id, CancellationToken ct)
    {
        var found = await (from m in db.Measures.AsNoTracking()
                           join v in db.PlanVersions on m.PlanVersionId equals v.Id
                           join p in db.Plans.AsNoTracking() on v.PlanId equals p.Id
                           where m.Id == id && m.JurisdictionId == actor.JurisdictionId && v.State == PlanVersionState.Confirmed && p.State == PlanState.InForce
                           select new { Plan = p, Measure = m }).SingleOrDefaultAsync(ct);
        return found is null
            ? throw new RuleBroken("moves-measure", "请选择这项任务所落实的方案措施。没有合适措施的，请先导入并确认方案。") { Field = nameof(MoveTaskInput.MeasureId) }
            : (found.Plan, found.Measure);
    }

    private static async Task<Guid> Lead(WorkflowDb db, Actor actor, Guid? id, CancellationToken ct) =>
        await db.Units.AnyAsync(u => u.Id == id && u.JurisdictionId == actor.JurisdictionId && (u.EndedOn == null || u.EndedOn >= actor.Day), ct)
            ? id!.Value
            : throw new RuleBroken("lead-unit", "请选择本地区在用的单位作为牵头单位。") { Field = nameof(MoveTaskInput.LeadUnitId) };

    private static DateOnly Due(Plan plan, DateOnly? dueOn, DateOnly today) => dueOn switch
    {
        { } day when day < today => throw new RuleBroken("due-in-past", "请填写今天或以后的期限。") { Field = nameof(MoveTaskInput.DueOn) },
        { } day when day.Year < plan.PeriodFrom || day.Year > plan.PeriodTo => throw new RuleBroken("issue-year", "期限 {0} 不在方案年限 {1} 至 {2} 之内，请改填方案年限内的日期。", day, plan.PeriodFrom, plan.PeriodTo)
        {
            Field = nameof(MoveTaskInput.DueOn),
        },
        { } day => day,
        null => throw new RuleBroken("due-in-past", "请填写今天或以后的期限。") { Field = nameof(MoveTaskInput.DueOn) },
    };

    private static async Task<MoveTaskText> Words(WorkflowDb db, Rebalancing run, List<RebalancingMove> moves, CancellationToken ct)
    {
        var topic = run.Topic;
        var county = await RebalancingService.CountyOf(db, run.JurisdictionId, topic, ct);
        if (RebalancingProblem.Digest(county.Indicators, topic) != run.Mark)
        {
            throw new RuleBroken("rebalancing-stale", "测算之后学校数据有变化，方案不再适用。请重新测算，再下达任务。");
        }

        var schools = county.Schools.Values.ToDictionary(s => s.Id);
        var rows = moves.ConvertAll(m => new RebalancingMoveRow(m.Id, m.Position, m.FromId is { } from ? Named(schools[from]) : null, Named(schools[m.ToId]), m.Amount, null));
        var answer = WhatIf.Of(county.Indicators).Answer(RebalancedFigures.Of(county.Indicators, topic, rows));
        return new MoveTaskText(topic, answer.Of(topic.Indicator, topic.Level), rows);
    }

    private static SchoolName Named(SchoolRef school) => new(school.Id, school.Code, school.Name);

    private static void AddTargets(AnnualTask task, MoveTaskText words, decimal limit)
    {
        var (name, unit) = words.Thing;
        task.Add(new TaskTarget
        {
            JurisdictionId = task.JurisdictionId, TaskId = task.Id, Position = 0, AsWritten = $"{words.Verb}{name} {MoveTaskText.Said(words.Amount)} {unit}",
            Metric = words.Metric, Comparator = Comparator.AtLeast, Value = words.Amount, Unit = unit,
        });
        if (words.Suffices)
        {
            task.Add(new TaskTarget
            {
                JurisdictionId = task.JurisdictionId, TaskId = task.Id, Position = 1, AsWritten = $"{words.CoefficientMetric}不超过 {MoveTaskText.Said(limit)}",
                Metric = words.CoefficientMetric, Comparator = Comparator.AtMost, Value = limit,
            });
        }
    }
}
