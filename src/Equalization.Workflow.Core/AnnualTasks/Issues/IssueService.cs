using Equalization.Workflow.Core.AnnualTasks.Changes;
using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Issues;

/// <summary>
/// A measure to be issued. DueOn is the last day, included; empty criteria are drafted from the targets. Repeats: the tasks come again from the month, quarter
/// or year after, to the plan's end.
/// </summary>
public sealed record IssueRow(
    Guid MeasureId, DateOnly DueOn, string? Criteria, IReadOnlyList<string> RequiredEvidence, TaskClass Class = TaskClass.Ordinary, RecurrenceCycle? Repeats = null)
{
    /// <summary>Only these of the measure's lead units get a task; null is all of them.</summary>
    public IReadOnlySet<Guid>? LeadUnitIds { get; init; }
}

/// <summary>The measures of a plan that the office issues for a year.</summary>
public sealed record IssueInput(Guid PlanId, int Year, IReadOnlyList<IssueRow> Rows);

/// <summary>What was issued. Skipped are tasks that stood already (same measure, year and lead unit).</summary>
public sealed record IssueResult(int Tasks, int TaskUnits, int Skipped);

/// <summary>Issues a year's tasks (下达年度任务) from a plan in force.</summary>
public sealed class IssueService(Transact transact, WorkingCalendars calendars)
{
    public const string DefaultEvidence = "年度完成情况报告";

    /// <summary>
    /// One task a measure, year and lead unit; collective units fanned out. Refuses: not the office (not-allowed), no plan in force
    /// (plan-not-in-force), a year outside its period (issue-year), a measure that cannot be issued (measure-not-issuable), nothing
    /// chosen (issue-nothing), a due day before the start or in another year (due-before-start, issue-due), a repeat without a next turn (issue-repeat),
    /// a repeat of what repeats already for the lead unit (recurrence-stands).
    /// </summary>
    public Task<IssueResult> Issue(Actor actor, IssueInput input, CancellationToken ct) =>
        transact.Run(actor, "下达年度任务", async (db, act) => (await Issue(db, act, input, ct)).Result, ct);

    /// <summary>The same in a transaction that does more than this.</summary>
    internal async Task<(IssueResult Result, IReadOnlyList<AnnualTask> Tasks)> Issue(WorkflowDb db, CurrentAct act, IssueInput input, CancellationToken ct)
    {
        var actor = act.Actor;
        var plan = Permission.Found(await db.Plans.SingleOrDefaultAsync(p => p.Id == input.PlanId, ct), p => p.JurisdictionId == actor.JurisdictionId);
        Permission.Require(TaskPermissions.MayIssue(actor, plan.JurisdictionId));
        Check(plan, input);

        var measures = await MeasuresInForce(db, plan.Id, ct);
        var layout = await IssueLayout.Load(db, plan.JurisdictionId, actor.Day, ct);
        var rules = await RuleBook.InForce(db, plan.JurisdictionId, ct);
        var calendar = await calendars.Current(ct);
        var counter = await Counter(db, plan.JurisdictionId, input.Year, ct);
        var standing = (await Standing(db, plan.Id, input.Year, ct)).ToHashSet();

        var running = input.Rows.Any(r => r.Repeats is not null) ? await RecurrenceService.Running(db, plan.Id, ct) : [];
        var issue = new Issuing(act, plan, rules, calendar, calendar.AddWorkingDays(actor.Day, rules.SignTermWorkingDays), counter, layout, standing, running);
        foreach (var row in input.Rows.OrderBy(r => measures.GetValueOrDefault(r.MeasureId)?.Position))
        {
            if (!measures.TryGetValue(row.MeasureId, out var measure))
            {
                throw RuleBroken.Missing();
            }

            issue.Add(db, measure, row, input.Year);
        }

        await Tell(db, plan, input.Year, issue, ct);
        return (new IssueResult(issue.Tasks.Count, issue.Tasks.Sum(t => t.Units.Count), issue.Skipped), issue.Tasks);
    }

    /// <summary>Measures of the confirmed version, by id, loaded with units, deadlines and targets.</summary>
    internal static async Task<Dictionary<Guid, Measure>> MeasuresInForce(WorkflowDb db, Guid planId, CancellationToken ct) =>
        await (from m in db.Measures
               join v in db.PlanVersions on m.PlanVersionId equals v.Id
               where v.PlanId == planId && v.State == PlanVersionState.Confirmed
               select m)
            .Include(m => m.Units).Include(m => m.Deadlines).Include(m => m.Targets)
            .AsSplitQuery().AsNoTracking()
            .ToDictionaryAsync(m => m.Id, ct);

    /// <summary>
    /// Measure and lead unit of the year's tasks that stand, also the unit that led before the lead was moved; a measure is known by its origin, so that a revised plan issues nothing twice.
    /// Tasks made of the moves of a search stand beside the measure's own.
    /// </summary>
    internal static async Task<List<(Guid OriginId, Guid LeadUnitId)>> Standing(WorkflowDb db, Guid planId, int year, CancellationToken ct) =>
        (await (from t in db.AnnualTasks
                join m in db.Measures on t.MeasureId equals m.Id
                where t.PlanId == planId && t.Year == year && (t.State != TaskState.Withdrawn || t.IsReplaced) && !db.RebalancingMoves.Any(x => x.TaskId == t.Id)
                from u in t.Units
                where u.Role == UnitRole.Lead || u.Role == UnitRole.FormerLead
                select new { m.OriginId, u.UnitId }).ToListAsync(ct))
            .ConvertAll(t => (t.OriginId, t.UnitId));

    /// <summary>Takes the counter of a year, made on first use; its version keeps two issuers from the same number.</summary>
    internal static async Task<LedgerCounter> Counter(WorkflowDb db, Guid jurisdictionId, int year, CancellationToken ct)
    {
        var counter = await db.LedgerCounters.SingleOrDefaultAsync(c => c.JurisdictionId == jurisdictionId && c.Year == year, ct);
        if (counter is null)
        {
            counter = new LedgerCounter { JurisdictionId = jurisdictionId, Year = year };
            db.Add(counter);
        }

        return counter;
    }

    /// <summary>The year's targets of the measure, as the task's own.</summary>
    internal static void AddTargets(AnnualTask task, Measure measure) => TargetsOf(task, measure).ForEach(task.Add);

    /// <summary>The measure's targets in the task's year, as they would be the task's.</summary>
    internal static List<TaskTarget> TargetsOf(AnnualTask task, Measure measure) =>
    [
        .. measure.TargetsIn(task.Year).OrderBy(t => t.Position).Select((target, i) => new TaskTarget
        {
            JurisdictionId = task.JurisdictionId,
            TaskId = task.Id,
            Position = i,
            AsWritten = target.AsWritten,
            Metric = target.Metric,
            Comparator = target.Comparator,
            Value = target.Value,
            Upper = target.Upper,
            Unit = target.Unit,
            Aspirational = target.Aspirational,
        }),
    ];

    private static void Check(Plan plan, IssueInput input)
    {
        if (plan.State != PlanState.InForce)
        {
            throw new RuleBroken("plan-not-in-force", "方案尚未确认生效，不能下达任务。请先在核对页确认方案。");
        }

        if (input.Year < plan.PeriodFrom || input.Year > plan.PeriodTo)
        {
            throw new RuleBroken("issue-year", "{0} 年不在方案年限 {1} 至 {2} 之内，请选择方案年限内的年份。", input.Year, plan.PeriodFrom, plan.PeriodTo);
        }

        if (input.Rows.Count == 0)
        {
            throw new RuleBroken("issue-nothing", "没有勾选任何措施，请至少勾选一条再下达。");
        }

        if (input.Rows.FirstOrDefault(r => r.DueOn.Year != input.Year) is { } row)
        {
            throw new RuleBroken("issue-due", "期限 {0} 不在 {1} 年内，请改填当年的日期。", row.DueOn, input.Year);
        }
    }

    /// <summary>One notice a person, however many tasks: the unit's counts and the day to sign by.</summary>
    private static async Task Tell(WorkflowDb db, Plan plan, int year, Issuing issue, CancellationToken ct)
    {
        var parts = issue.Tasks.SelectMany(t => t.Units).ToList();
        var people = await Recipients.Of(db, [.. parts.Select(p => p.UnitId).Distinct()], [Role.Contact, Role.UnitHead], issue.Act.Actor.Day, ct);
        var byUnit = people.ToLookup(p => p.UnitId, p => p.PersonId);
        foreach (var unit in parts.GroupBy(p => p.UnitId))
        {
            db.Notify(byUnit[unit.Key], NoticeKind.TaskIssued, nameof(Plan), plan.Id, null,
                "{0}年度任务已下达：本单位牵头 {1} 项、配合 {2} 项，请在 {3} 前签收。",
                year, unit.Count(p => p.Role == UnitRole.Lead), unit.Count(p => p.Role == UnitRole.Cooperating), issue.SignDueOn);
        }
    }

    /// <summary>The issue under way: gives out numbers and makes the tasks.</summary>
    private sealed class Issuing(
        CurrentAct act, Plan plan, RuleSet rules, WorkingCalendar calendar, DateOnly signDueOn, LedgerCounter counter, IssueLayout layout, HashSet<(Guid, Guid)> standing,
        Dictionary<(Guid, Guid), string> running)
    {
        public CurrentAct Act { get; } = act;

        public DateOnly SignDueOn { get; } = signDueOn;

        public List<AnnualTask> Tasks { get; } = [];

        public int Skipped { get; private set; }

        public void Add(WorkflowDb db, Measure measure, IssueRow row, int year)
        {
            if (layout.Obstacle(measure) is { } obstacle)
            {
                throw new RuleBroken("measure-not-issuable", "第 {0} 条“{1}”不能下达：{2}", measure.Position, measure.Title, obstacle);
            }

            foreach (var one in layout.Of(measure).Where(t => row.LeadUnitIds?.Contains(t.LeadUnitId) != false))
            {
                if (!standing.Add((measure.OriginId, one.LeadUnitId)))
                {
                    Skipped++;
                    continue;
                }

                var task = Make(measure, one, row, year);
                // Booked at once: the first act on the task would else touch every unit's row and make all their open forms stale.
                LightBook.Rejudge(task, rules, calendar, Act.Actor.Day);
                db.Add(task);
                db.StartProcess("annual-task", task.Id, ("taskId", task.Id));
                db.Tell(task.Id, ActKind.Issue, null, null, "下达任务，期限 {0}，签收期限 {1}", task.CurrentDueOn, SignDueOn);
                Repeat(db, task, measure, row.Repeats);
                Tasks.Add(task);
            }
        }

        private void Repeat(WorkflowDb db, AnnualTask task, Measure measure, RecurrenceCycle? cycle)
        {
            if (cycle is not { } often)
            {
                return;
            }

            if (running.TryGetValue((measure.OriginId, task.LeadUnitId), out var number))
            {
                throw new RuleBroken("recurrence-stands", "第 {0} 条“{1}”已有周期任务，最近一期是任务 {2}。请改为不重复，或先在该任务上停止周期。",
                    measure.Position, measure.Title, number);
            }

            var (firstOn, planEndsOn) = (often.FirstDayAfter(task.StartOn), RecurrenceService.EndOf(plan));
            if (firstOn > planEndsOn)
            {
                throw new RuleBroken("issue-repeat", "第 {0} 条“{1}”在方案年限内没有下一期，请改为不重复。", measure.Position, measure.Title);
            }

            var recurrence = new Recurrence(task, measure.OriginId, null, new RecurrenceInput(often, firstOn, null, null), planEndsOn, Act.Actor.Signature(), Act.At);
            db.Add(recurrence);
            db.Tell(task.Id, ActKind.Recurrence, recurrence.Id, null, RecurrenceService.Said(often), recurrence.FirstOn, recurrence.LastOn);
        }

        private AnnualTask Make(Measure measure, TaskLayout one, IssueRow row, int year)
        {
            // Issued within its year, the work begins that day: nobody is behind schedule for the months before.
            var newYear = new DateOnly(year, 1, 1);
            var today = Act.Actor.Day;
            var startOn = today > newYear && today.Year == year ? today : newYear;
            if (row.DueOn < startOn)
            {
                throw new RuleBroken("due-before-start", "第 {0} 条“{1}”的完成期限 {2} 早于开始日期 {3}，请改填期限。",
                    measure.Position, measure.Title, row.DueOn, startOn);
            }

            var task = new AnnualTask(
                plan.JurisdictionId, plan.Id, measure.Id, measure.Position, counter.NextTask(), measure.Title, measure.Body,
                string.IsNullOrWhiteSpace(row.Criteria) ? IssueQueries.DraftCriteria(measure, year) : row.Criteria.Trim(),
                one.LeadUnitId, startOn, row.DueOn, rules.Number, Act.At);
            task.Classify(row.Class);
            task.Add(new TaskUnit(task, one.LeadUnitId, UnitRole.Lead, measure.Title, SignDueOn));
            foreach (var unitId in one.CooperatingUnitIds)
            {
                task.Add(new TaskUnit(task, unitId, UnitRole.Cooperating, TaskChanges.DutyOf(measure.Title), SignDueOn));
            }

            AddTargets(task, measure);
            foreach (var kind in row.RequiredEvidence.Select(k => k.Trim()).Where(k => k.Length > 0).Distinct())
            {
                task.Add(new RequiredEvidence { JurisdictionId = task.JurisdictionId, TaskId = task.Id, Kind = kind });
            }

            return task;
        }
    }
}
