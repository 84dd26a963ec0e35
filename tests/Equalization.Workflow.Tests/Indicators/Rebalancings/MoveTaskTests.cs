using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.AnnualTasks.Moves;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Indicators.Rebalancings;

/// <summary>Moves of a plan become an annual task.</summary>
public sealed class MoveTaskTests
{
    [Fact]
    public async Task Chosen_moves_become_one_task_that_lists_them_with_the_coefficient_as_its_target()
    {
        await using var story = await StoryCity.Create();
        var plan = await story.City.FoundPlan(RebalancingDesk.Teachers);

        var id = await story.City.Get<MoveTaskService>().Issue(story.City.Office, await story.MoveTask(plan), TestCity.Ct);

        var task = await story.City.Read(db => db.AnnualTasks.Include(t => t.Targets).Include(t => t.Units).Include(t => t.Required).AsSplitQuery().SingleAsync(t => t.Id == id, TestCity.Ct));
        Assert.Equal("调配东湖区小学县级以上骨干教师 2 人", task.Title);
        Assert.Contains("差异系数为 0.6667，上限 0.5；按下列清单办理后为 0.4444", task.Content, StringComparison.Ordinal);
        Assert.Contains("1. 第一小学 → 第二小学：2 人", task.Content, StringComparison.Ordinal);
        Assert.Equal([(2m, "人"), (0.5m, null)], task.Targets.OrderBy(t => t.Position).Select(t => (t.Value!.Value, t.Unit)));
        Assert.Equal(("调配文件和到岗名单", story.City.Unit(StoryCity.Lead).Id, 2018), (Assert.Single(task.Required).Kind, task.LeadUnitId, task.Year));
        Assert.Equal(id, Assert.Single(await story.City.MovesOf(plan)).TaskId);
        Assert.True(await story.City.Read(db => db.Notices.AnyAsync(n => n.Kind == NoticeKind.TaskIssued && n.SubjectId == id, TestCity.Ct)));
        Assert.Equal(TaskUnitState.ToSign, Assert.Single(task.Units).State);
    }

    [Fact]
    public async Task Moves_in_a_task_cannot_go_into_another()
    {
        await using var story = await StoryCity.Create();
        var input = await story.MoveTask(await story.City.FoundPlan(RebalancingDesk.Rooms));
        var service = story.City.Get<MoveTaskService>();
        await service.Issue(story.City.Office, input, TestCity.Ct);

        Assert.Equal("moves-tasked", await Refused(() => service.Issue(story.City.Office, input, TestCity.Ct)));
    }

    [Fact]
    public async Task Of_two_who_make_tasks_of_the_same_line_at_once_the_second_loses_its_save()
    {
        await using var story = await StoryCity.Create();
        var plan = await story.City.FoundPlan(RebalancingDesk.Teachers);
        var tasks = await story.City.Read(db => db.AnnualTasks.Select(t => t.Id).Take(2).ToListAsync(TestCity.Ct));
        // Both have read the line before either wrote, as snapshots on SQL Server allow.
        await using var one = await story.City.Contexts.CreateDbContextAsync(TestCity.Ct);
        await using var other = await story.City.Contexts.CreateDbContextAsync(TestCity.Ct);
        (await one.RebalancingMoves.SingleAsync(m => m.RebalancingId == plan, TestCity.Ct)).TaskId = tasks[0];
        (await other.RebalancingMoves.SingleAsync(m => m.RebalancingId == plan, TestCity.Ct)).TaskId = tasks[1];
        await one.SaveChangesAsync(TestCity.Ct);

        var lost = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(TestCity.Ct));

        Assert.True(other.IsConflict(lost));
        Assert.Equal(tasks[0], Assert.Single(await story.City.MovesOf(plan)).TaskId);
    }

    [Fact]
    public async Task The_measures_own_task_of_the_year_is_issued_all_the_same()
    {
        await using var story = await StoryCity.Create();
        var issues = story.City.Get<IssueQueries>();
        var plan = await story.City.FoundPlan(RebalancingDesk.Teachers);
        var input = await story.MoveTask(plan);
        var planId = await story.City.Read(db => db.Plans.Where(p => p.Title == StoryCity.PlanTitle).Select(p => p.Id).SingleAsync(TestCity.Ct));
        var before = await issues.Preview(story.City.Office, planId, 2019, TestCity.Ct);

        await story.City.Get<MoveTaskService>().Issue(story.City.Office, input with { DueOn = new DateOnly(2019, 6, 30) }, TestCity.Ct);

        var after = await issues.Preview(story.City.Office, planId, 2019, TestCity.Ct);
        Assert.Equal(before.Rows.Select(r => (r.MeasureId, r.Tasks, r.AlreadyIssued)), after.Rows.Select(r => (r.MeasureId, r.Tasks, r.AlreadyIssued)));
    }

    [Fact]
    public async Task What_cannot_be_a_task_is_refused_beside_its_field()
    {
        await using var story = await StoryCity.Create();
        var plan = await story.City.FoundPlan(RebalancingDesk.Teachers);
        var input = await story.MoveTask(plan);
        var service = story.City.Get<MoveTaskService>();

        Assert.Equal("moves-nothing", await Refused(() => service.Issue(story.City.Office, input with { MoveIds = [] }, TestCity.Ct)));
        Assert.Equal("moves-measure", await Refused(() => service.Issue(story.City.Office, input with { MeasureId = null }, TestCity.Ct)));
        Assert.Equal("lead-unit", await Refused(() => service.Issue(story.City.Office, input with { LeadUnitId = null }, TestCity.Ct)));
        Assert.Equal("due-in-past", await Refused(() => service.Issue(story.City.Office, input with { DueOn = new DateOnly(2018, 4, 9) }, TestCity.Ct)));
        Assert.Equal("issue-year", await Refused(() => service.Issue(story.City.Office, input with { DueOn = new DateOnly(2031, 1, 1) }, TestCity.Ct)));
        Assert.Equal(RuleBroken.NotAllowed, await Refused(() => service.Issue(story.City.Contact(StoryCity.Lead), input, TestCity.Ct)));
        var asked = await story.City.AskPlan(story.City.Office, RebalancingDesk.Rooms);
        Assert.Equal("rebalancing-unended", await Refused(() => service.Issue(story.City.Office, input with { RebalancingId = asked }, TestCity.Ct)));
        await story.City.TakeSchools(2023, RebalancingDesk.Rich, RebalancingDesk.Poor.Replace(",3,,9", ",4,,9", StringComparison.Ordinal));
        Assert.Equal("rebalancing-stale", await Refused(() => service.Issue(story.City.Office, input, TestCity.Ct)));
    }

    private static async Task<string> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Code;
}
