using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Duplicates;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Duplicates;

/// <summary>The same thing asked of one unit by two plans: found, accepted, and one report used for both.</summary>
public sealed class DuplicateTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Theory]
    [InlineData("消除大班额", "全面消除56人以上大班额", true)]
    [InlineData("消除大班额（2018年5月）", "消除大班额", true)]
    [InlineData("扩充学位", "扩充学位", true)]
    [InlineData("消除大班额", "核定教职工编制", false)]
    [InlineData("推进集团化办学", "推进信息化建设", false)]
    [InlineData("学位", "学位", false)]
    public void Titles_are_the_same_demand_by_their_pairs_of_characters(string one, string other, bool same)
    {
        Assert.Equal(same, SameDemand.Looks(one, [], other, []));
        Assert.Equal(same, SameDemand.Looks(other, [], one, []));
    }

    [Fact]
    public void The_same_metric_is_the_same_demand_whatever_the_titles()
    {
        Assert.True(SameDemand.Looks("优化班额", ["大班额比例"], "办学条件达标", ["大班额比例"]));
        Assert.False(SameDemand.Looks("优化班额", ["大班额比例"], "办学条件达标", ["师生比"]));
    }

    [Fact]
    public async Task A_second_plans_task_is_said_on_the_page_of_the_first_for_whoever_sees_both()
    {
        await using var city = await TestCity.Create();
        var (one, other) = (await city.LayTask(), await city.LayTask(cooperating: CityTasks.Stranger));
        var queries = city.Get<DuplicateQueries>();

        var found = Assert.Single(await queries.OfTask(city.Office, one.Id, Ct));
        Assert.Equal((other.Id, city.Unit(CityTasks.Lead).Id, (Guid?)null), (found.TaskId, found.UnitId, found.LinkId));
        Assert.Single(await queries.OfTask(city.Contact(CityTasks.Lead), one.Id, Ct));
        // The finance bureau has no part in the other task and is told nothing of it.
        Assert.Empty(await queries.OfTask(city.Contact(CityTasks.Cooperating), one.Id, Ct));
    }

    [Fact]
    public async Task The_review_of_a_plan_says_what_another_plan_in_force_asks_already()
    {
        await using var story = await StoryCity.Create();
        var draft = await story.DraftVersion();
        var found = await story.City.Get<DuplicateQueries>().OfVersion(story.City.Office, draft.Id, Ct);

        var measure = (await story.DraftMeasures()).Single(m => m.Title == StoryCity.DraftTitles[0]);
        var (plan, position) = (found[measure.Id].First().OtherPlan, found[measure.Id].First().OtherPosition);
        Assert.Equal((StoryCity.OtherPlanTitle, 1), (plan, position));
        Assert.All(found.SelectMany(f => f), f => Assert.Equal(StoryCity.OtherPlanTitle, f.OtherPlan));
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() =>
            story.City.Get<DuplicateQueries>().OfVersion(story.City.Contact(StoryCity.Lead), draft.Id, Ct))).Code);
    }

    [Fact]
    public async Task A_report_on_one_is_offered_on_the_other_once_linked_and_each_keeps_its_own_approval()
    {
        await using var city = await TestCity.Create();
        var (one, other) = (await city.LayTask(withTarget: true), await city.LayTask(withTarget: true, cooperating: CityTasks.Stranger));
        var (contact, head) = (city.Contact(CityTasks.Lead), city.Head(CityTasks.Lead));
        foreach (var task in new[] { one, other })
        {
            var part = await Part(city, task);
            await city.Get<SignForService>().SignFor(contact, part.Id, part.Version, Ct);
        }

        var (service, queries, reports) = (city.Get<SharedReportService>(), city.Get<DuplicateQueries>(), city.Get<ReportService>());
        city.Clock.SetDay(new DateOnly(2018, 4, 2));
        (contact, head) = (contact with { Day = new DateOnly(2018, 4, 2) }, head with { Day = new DateOnly(2018, 4, 2) });
        var target = (await city.Read(db => db.TaskTargets.SingleAsync(t => t.TaskId == one.Id, Ct))).Id;
        var draft = new ReportDraft("2018Q1", 30, OwnWord.OnSchedule, "已消除三个大班额。", null, "继续推进。", [new MetricValue(target, 5)], null, []);
        await reports.Submit(head, (await Part(city, one)).Id, null, draft, Ct);
        Assert.Empty(await queries.Offered(contact, other.Id, "2018Q1", Ct));

        await service.Accept(city.Office, one.Id, other.Id, one.LeadUnitId, Ct);
        var offered = Assert.Single(await queries.Offered(contact, other.Id, "2018Q1", Ct));
        Assert.Equal(("已消除三个大班额。", 30m, 5m), (offered.Narrative, offered.Percent.Value, offered.Metrics["大班额"]));
        Assert.Empty(await queries.Offered(contact, other.Id, "2018Q2", Ct));
        Assert.Empty(await queries.Offered(city.Contact(CityTasks.Stranger), other.Id, "2018Q1", Ct));
        // Nothing has been reported on the other task by that.
        Assert.Equal(1, await city.Read(db => db.ProgressReports.CountAsync(Ct)));
        var id = await reports.Submit(contact, (await Part(city, other)).Id, null, draft with { Metrics = [] }, Ct);
        Assert.Equal(ReportState.WithHead, (await city.Read(db => db.ProgressReports.AsNoTracking().SingleAsync(r => r.Id == id, Ct))).State);

        var link = Assert.Single(await queries.OfTask(city.Office, other.Id, Ct));
        await service.End(city.Office, link.LinkId!.Value, link.Version, Ct);
        Assert.Empty(await queries.Offered(contact, other.Id, "2018Q1", Ct));
        Assert.Equal("shared-over", await Refused(() => service.End(city.Office, link.LinkId.Value, link.Version + 1, Ct)));
        await service.Accept(city.Office, other.Id, one.Id, one.LeadUnitId, Ct);
        Assert.Equal(1, await city.Read(db => db.SharedReports.CountAsync(Ct)));
    }

    [Fact]
    public async Task What_is_no_duplicate_cannot_be_linked()
    {
        await using var story = await StoryCity.Create();
        var (city, service, task) = (story.City, story.City.Get<SharedReportService>(), await story.Task(StoryCity.Signed));
        var other = await story.DuplicateTask();
        Assert.Equal("shared-plan", await Refused(async () => await service.Accept(city.Office, task.Id, (await story.Task(StoryCity.Late)).Id, task.LeadUnitId, Ct)));
        Assert.Equal("shared-unit", await Refused(() => service.Accept(city.Office, task.Id, other, city.Unit(StoryCity.Cooperating).Id, Ct)));
        Assert.Equal("task-closed", await Refused(async () => await service.Accept(city.Office, (await story.Task(StoryCity.WrittenOff)).Id, other, task.LeadUnitId, Ct)));
        Assert.Equal(RuleBroken.NotAllowed, await Refused(() => service.Accept(city.Leader, task.Id, other, task.LeadUnitId, Ct)));
        await service.Accept(city.Office, task.Id, other, task.LeadUnitId, Ct);
        Assert.Equal("shared-stands", await Refused(() => service.Accept(city.Office, task.Id, other, task.LeadUnitId, Ct)));
    }

    private static Task<TaskUnit> Part(TestCity city, AnnualTask task) =>
        city.Read(db => db.TaskUnits.AsNoTracking().SingleAsync(u => u.TaskId == task.Id && u.Role == UnitRole.Lead, Ct));

    private static async Task<string> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Code;
}
