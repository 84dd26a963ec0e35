using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Recurrences;

/// <summary>One batch of due recurrences with all that their turns are made of, read at once.</summary>
internal sealed class RecurrenceTurns
{
    private readonly WorkflowDb db;
    private readonly CurrentAct act;
    private readonly RuleSet rules;
    private readonly WorkingCalendar calendar;
    private readonly DateOnly signDueOn;
    private readonly List<AnnualTask> tasks = [];
    private readonly List<(Recurrence Recurrence, string Because)> stopped = [];
    private Dictionary<Guid, AnnualTask> last = [];
    private Dictionary<Guid, Measure> measures = [];
    private Dictionary<Guid, Measure> written = [];
    private Dictionary<Guid, Plan> plans = [];
    private HashSet<Guid> ended = [];
    private HashSet<(Guid Origin, Guid Lead)> standing = [];
    private LedgerCounter counter = null!;

    private RecurrenceTurns(WorkflowDb db, CurrentAct act, RuleSet rules, WorkingCalendar calendar)
    {
        (this.db, this.act, this.rules, this.calendar) = (db, act, rules, calendar);
        signDueOn = calendar.AddWorkingDays(Today, rules.SignTermWorkingDays);
    }

    public int Issued => tasks.Count;

    public int Skipped { get; private set; }

    public int Ended => stopped.Count;

    private DateOnly Today => act.Actor.Day;

    public static async Task<RecurrenceTurns> Load(
        WorkflowDb db, CurrentAct act, IReadOnlyList<Recurrence> due, RuleSet rules, WorkingCalendar calendar, CancellationToken ct)
    {
        var (lastIds, origins, planIds) = (due.Select(r => r.LastTaskId).ToList(), due.Select(r => r.MeasureOriginId).ToList(), due.Select(r => r.PlanId).ToList());
        var (jurisdiction, year) = (act.Actor.JurisdictionId, act.Actor.Day.Year);
        var measures = await (from m in db.Measures.AsNoTracking().Include(m => m.Targets)
                              join v in db.PlanVersions on m.PlanVersionId equals v.Id
                              where origins.Contains(m.OriginId) && planIds.Contains(v.PlanId) && v.State == PlanVersionState.Confirmed
                              select m).ToListAsync(ct);
        var standing = await (from t in db.AnnualTasks
                              join m in db.Measures on t.MeasureId equals m.Id
                              where t.JurisdictionId == jurisdiction && t.Year == year && t.State != TaskState.Withdrawn && origins.Contains(m.OriginId)
                                    && !db.RebalancingMoves.Any(x => x.TaskId == t.Id)
                              select new { m.OriginId, t.LeadUnitId }).ToListAsync(ct);
        var last = await db.AnnualTasks.AsNoTracking().Include(t => t.Units).Include(t => t.Required).AsSplitQuery().Where(t => lastIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        var writtenIds = last.Values.Select(t => t.MeasureId).ToList();
        return new RecurrenceTurns(db, act, rules, calendar)
        {
            last = last,
            written = await db.Measures.AsNoTracking().Include(m => m.Targets).Where(m => writtenIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct),
            measures = measures.DistinctBy(m => m.OriginId).ToDictionary(m => m.OriginId),
            plans = await db.Plans.AsNoTracking().Where(p => planIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct),
            ended = await db.Units.Where(u => u.JurisdictionId == jurisdiction && u.EndedOn < act.Actor.Day).Select(u => u.Id).ToHashSetAsync(ct),
            standing = [.. standing.Select(s => (s.OriginId, s.LeadUnitId))],
            counter = await IssueService.Counter(db, jurisdiction, year, ct),
        };
    }

    /// <summary>Takes one recurrence past all its turns that have come due; at most one of them becomes a task.</summary>
    public void Pass(Recurrence recurrence)
    {
        if (Obstacle(recurrence) is { } obstacle)
        {
            recurrence.End(obstacle, Today);
            stopped.Add((recurrence, obstacle));
            return;
        }

        for (var due = recurrence.TurnsDue(Today); due > 1; due--)
        {
            Skip(recurrence, "下达日系统未运行，已由下一期接续。");
        }

        var template = last[recurrence.LastTaskId];
        if (recurrence.PlannedOn(recurrence.NextOrdinal + 1) <= Today)
        {
            Skip(recurrence, "下达日系统未运行，本期时间已过。");
        }
        else if (recurrence.Cycle == RecurrenceCycle.Yearly && standing.Contains((recurrence.MeasureOriginId, template.LeadUnitId)) && template.Year != Today.Year)
        {
            Skip(recurrence, "本年度任务已由办公室另行下达。");
        }
        else
        {
            Issue(recurrence, template);
        }
    }

    /// <summary>One notice a person for all turns of the batch; the office hears which series could not go on.</summary>
    public async Task Tell(CancellationToken ct)
    {
        var parts = tasks.SelectMany(t => t.Units.Select(u => (Task: t, Unit: u))).ToList();
        var byUnit = (await Recipients.Of(db, [.. parts.Select(p => p.Unit.UnitId).Distinct()], [Role.Contact, Role.UnitHead], Today, ct)).ToLookup(p => p.UnitId, p => p.PersonId);
        foreach (var unit in parts.GroupBy(p => p.Unit.UnitId))
        {
            var first = unit.First().Task;
            if (unit.Count() == 1)
            {
                db.Notify(byUnit[unit.Key], NoticeKind.TaskIssued, nameof(AnnualTask), first.Id, null,
                    "周期任务 {0}“{1}”已下达，请在 {2} 前签收。", first.Number, first.Title, signDueOn);
            }
            else
            {
                db.Notify(byUnit[unit.Key], NoticeKind.TaskIssued, nameof(Plan), first.PlanId, null,
                    "本单位有 {0} 项周期任务下达了新的一期，请在 {1} 前签收。", unit.Count(), signDueOn);
            }
        }

        if (stopped.Count == 0)
        {
            return;
        }

        var office = await Recipients.Office(db, act.Actor.JurisdictionId, Today, ct);
        foreach (var (recurrence, because) in stopped)
        {
            db.Tell(recurrence.LastTaskId, ActKind.Recurrence, recurrence.Id, because, "停止周期下达");
            db.Notify(office, NoticeKind.RecurrenceEnded, nameof(AnnualTask), recurrence.LastTaskId, null, "周期任务“{0}”已停止下达：{1}", recurrence.Title, because);
        }
    }

    /// <summary>Why no further turn can be issued, in words for the office; null when it can.</summary>
    private string? Obstacle(Recurrence recurrence)
    {
        var (plan, task) = (plans[recurrence.PlanId], last[recurrence.LastTaskId]);
        return plan.State != PlanState.InForce || RecurrenceService.EndOf(plan) < Today ? "方案已经到期或终止。"
            : !measures.ContainsKey(recurrence.MeasureOriginId) ? "方案修订后不再有这条措施。"
            : task.State == TaskState.Withdrawn ? "上一期任务已撤回。需要继续的，请在现行任务上重新设定。"
            : ended.Contains(task.LeadUnitId) ? "牵头单位已撤销。请由承接单位的任务重新设定。"
            : null;
    }

    private void Skip(Recurrence recurrence, string because)
    {
        recurrence.Skip(because, act.At);
        Skipped++;
    }

    private void Issue(Recurrence recurrence, AnnualTask template)
    {
        var measure = measures[recurrence.MeasureOriginId];
        // What was taken from the measure is taken from it again, for the new year; what the office wrote on the task goes on as it is.
        var before = written[template.MeasureId];
        var content = template.Content == before.Body ? measure.Body : template.Content;
        var criteria = template.Criteria == IssueQueries.DraftCriteria(before, template.Year) ? IssueQueries.DraftCriteria(measure, Today.Year) : template.Criteria;
        var (planned, ordinal) = (recurrence.NextOn, recurrence.NextOrdinal);
        var task = new AnnualTask(
            template.JurisdictionId, template.PlanId, measure.Id, measure.Position, counter.NextTask(), recurrence.TitleOf(planned), content, criteria,
            template.LeadUnitId, Today, recurrence.DueOf(Today, calendar, RecurrenceService.EndOf(plans[recurrence.PlanId])), rules.Number, act.At);
        task.Classify(template.Class);
        task.Rate(template.Risk);
        foreach (var part in template.Units.Where(u => u.TakesPart && !ended.Contains(u.UnitId)).OrderBy(u => u.Id))
        {
            task.Add(new TaskUnit(task, part.UnitId, part.Role, part.Duty, signDueOn));
        }

        IssueService.AddTargets(task, measure);
        foreach (var kind in template.Required.Select(r => r.Kind))
        {
            task.Add(new RequiredEvidence { JurisdictionId = task.JurisdictionId, TaskId = task.Id, Kind = kind });
        }

        LightBook.Rejudge(task, rules, calendar, Today);
        db.Add(task);
        db.StartProcess("annual-task", task.Id, ("taskId", task.Id));
        db.Tell(task.Id, ActKind.Issue, null, null, "周期任务第 {0} 期下达，期限 {1}，签收期限 {2}", ordinal, task.CurrentDueOn, signDueOn);
        recurrence.Book(task.Id, act.At);
        standing.Add((recurrence.MeasureOriginId, template.LeadUnitId));
        tasks.Add(task);
    }
}
