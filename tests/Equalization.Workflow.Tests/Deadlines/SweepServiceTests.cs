using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Deadlines;

public sealed class SweepServiceTests
{
    [Fact]
    public async Task A_task_left_alone_turns_red_the_day_after_and_tells_head_contact_leader_and_office_once()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var task = await story.Task(StoryCity.Signed);
        city.Clock.SetDay(task.CurrentDueOn);
        await city.Get<SweepService>().Run(TestCity.Ct);
        Assert.Empty(await Overdue(city, task.Id));

        city.Clock.SetDay(task.CurrentDueOn.AddDays(1));
        await city.Get<SweepService>().Run(TestCity.Ct);
        var again = await city.Get<SweepService>().Run(TestCity.Ct);
        Assert.Equal(0, again.OverdueNotices);
        var told = await Overdue(city, task.Id);
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.Contains(city.Head(StoryCity.Lead).PersonId, told);
        Assert.Contains(city.Contact(StoryCity.Lead).PersonId, told);
        Assert.Contains(city.Leader.PersonId, told);
        Assert.Contains(city.Office.PersonId, told);
        Assert.DoesNotContain(city.Contact(StoryCity.Bystander).PersonId, told);
        Assert.Equal(Light.Red, (await story.Task(StoryCity.Signed)).Light);
    }

    [Fact]
    public async Task A_written_off_task_is_left_in_peace()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.WrittenOff);
        story.City.Clock.SetDay(task.CurrentDueOn.AddYears(1));
        await story.City.Get<SweepService>().Run(TestCity.Ct);
        Assert.Empty(await Overdue(story.City, task.Id));
        Assert.Equal(Light.Green, (await story.Task(StoryCity.WrittenOff)).Light);
    }

    [Fact]
    public async Task More_tasks_than_a_batch_are_all_judged()
    {
        await using var city = await TestCity.Create();
        var planId = await Changsha(city);
        var result = await city.Get<SweepService>().Run(TestCity.Ct);
        Assert.Equal(await city.Read(db => db.AnnualTasks.CountAsync(t => t.PlanId == planId, TestCity.Ct)), result.Judged);
        Assert.True(result.Judged > 200);
    }

    private static async Task<Guid> Changsha(TestCity city)
    {
        var planId = await AnnualTasks.Changsha.InForce(city);
        await AnnualTasks.Changsha.Issue(city, planId, 2018);
        await AnnualTasks.Changsha.Issue(city, planId, 2019);
        return planId;
    }

    private static Task<List<Guid>> Overdue(TestCity city, Guid taskId) => city.Read(db => db.Notices
        .Where(n => n.SubjectId == taskId && n.Kind == NoticeKind.Overdue).Select(n => n.PersonId).ToListAsync(TestCity.Ct));
}
