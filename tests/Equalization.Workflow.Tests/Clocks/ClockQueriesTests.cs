using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Clocks;

/// <summary>The clock of a task that was lived through: signed, extended, sent for completion, returned.</summary>
public sealed class ClockQueriesTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_clock_follows_the_acts_and_is_the_same_when_told_again_later()
    {
        await using var city = await TestCity.Create();
        var task = await TaskProcessTests.Laid(city, new DateOnly(2018, 3, 23));
        await TaskProcessTests.Sign(city, task, CityTasks.Lead);
        await TaskProcessTests.Sign(city, task, CityTasks.Cooperating);
        await city.PassTo(new DateOnly(2018, 3, 22));
        var head = city.Head(CityTasks.Lead);
        var request = await city.Get<ExtensionService>().Ask(
            head, task.Id, (await city.Task(task.Id)).Version, new ExtensionAsk(new DateOnly(2018, 4, 20), "设计变更。", "一半。", "倒排工期。"), Ct);
        await city.PassTo(new DateOnly(2018, 3, 28));
        await city.Get<ExtensionService>().Refuse(city.Office, request, await Version(city, request), "理由不足。", Ct);
        await city.PassTo(new DateOnly(2018, 4, 3));
        var at = city.Clock.Now;
        var then = await Late(city, task.Id, at);
        Assert.Equal("逾期 7 个工作日：领导小组办公室（审核延期申请）3 天，市教育局（牵头单位）4 天。".Split('：')[0], then.Sentence.Split('：')[0]);
        Assert.Contains("领导小组办公室（审核延期申请）3 天", then.Sentence);
        Assert.Contains("市教育局（牵头单位）4 天", then.Sentence);

        var completion = await city.Get<CompletionService>().Ask(city.Head(CityTasks.Lead), task.Id, (await city.Task(task.Id)).Version, new CompletionAsk("全部完成。", []), Ct);
        await city.PassTo(new DateOnly(2018, 4, 10));
        await city.Get<CompletionService>().Return(city.Office, completion, await city.Read(db => db.CompletionRequests.Select(c => c.Version).SingleAsync(Ct)), "数据不全", new DateOnly(2018, 4, 27), Ct);
        await city.PassTo(new DateOnly(2018, 4, 12));

        var page = await city.Get<ClockQueries>().OfTask(city.Contact(CityTasks.Cooperating), task.Id, Ct);
        Assert.Equal(
            [(HeldBecause.Working, "市教育局"), (HeldBecause.ExtensionAsked, null), (HeldBecause.Working, "市教育局"), (HeldBecause.CompletionAsked, null), (HeldBecause.Working, "市教育局")],
            page.Spans.Select(s => (s.Span.Because, s.Unit)));
        Assert.Equal(page.WorkingDays, page.Spans.Sum(s => s.Span.WorkingDays));
        Assert.Equal((0, true), (page.Overdue, page.IsOpen));
        Assert.Equal(then, await Late(city, task.Id, at));
        Assert.Equal("not-found", (await Assert.ThrowsAsync<RuleBroken>(() => city.Get<ClockQueries>().OfTask(city.Contact(CityTasks.Stranger), task.Id, Ct))).Code);
    }

    [Fact]
    public async Task The_clock_of_every_task_of_the_story_adds_up()
    {
        await using var story = await StoryCity.Create();
        foreach (var title in StoryCity.Titles)
        {
            var task = await story.Task(title);
            var page = await story.City.Get<ClockQueries>().OfTask(story.City.Office, task.Id, Ct);
            Assert.Equal(page.WorkingDays, page.Spans.Sum(s => s.Span.WorkingDays));
            Assert.Equal((task.CurrentDueOn, task.IsOpen), (page.CurrentDueOn, page.IsOpen));
            var last = page.Spans[^1].Span.Because;
            Assert.Equal(title switch
            {
                StoryCity.Issued => HeldBecause.ToSign,
                StoryCity.Declined => HeldBecause.DeclineAsked,
                StoryCity.Approved => HeldBecause.HelpAsked,
                StoryCity.ExtensionAtOffice => HeldBecause.ExtensionAsked,
                StoryCity.CompletionAtOffice => HeldBecause.CompletionAsked,
                _ => last,
            }, last);
        }
    }

    private static Task<int> Version(TestCity city, Guid id) => city.Read(db => db.ExtensionRequests.Where(e => e.Id == id).Select(e => e.Version).SingleAsync(Ct));

    private static Task<LateFacts> Late(TestCity city, Guid taskId, DateTime at) => city.Read(async db =>
        (await ClockBook.Late(db, [taskId], at, await city.Get<WorkingCalendars>().Current(Ct), Ct))[taskId]);
}
