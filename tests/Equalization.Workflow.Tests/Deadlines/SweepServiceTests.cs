using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Deadlines;

public sealed class SweepServiceTests
{
    [Fact]
    public async Task A_task_left_alone_turns_red_the_day_after_and_the_night_tells_nobody()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var task = await story.Task(StoryCity.Signed);
        var notices = await city.Read(db => db.Notices.CountAsync(TestCity.Ct));
        city.Clock.SetDay(task.CurrentDueOn.AddDays(1));
        await city.Get<SweepService>().Run(TestCity.Ct);
        Assert.Equal(Light.Red, (await story.Task(StoryCity.Signed)).Light);
        Assert.Equal(notices, await city.Read(db => db.Notices.CountAsync(TestCity.Ct)));
    }

    [Fact]
    public async Task A_written_off_task_is_left_in_peace()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.WrittenOff);
        story.City.Clock.SetDay(task.CurrentDueOn.AddYears(1));
        await story.City.Get<SweepService>().Run(TestCity.Ct);
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
}
