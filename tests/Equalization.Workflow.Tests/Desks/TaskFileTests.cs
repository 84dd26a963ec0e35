using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Desks;

/// <summary>Whose turn the task page says it is, and which steps it offers to whom.</summary>
public sealed class TaskFileTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_fresh_task_waits_for_each_unit_to_sign()
    {
        await using var city = await TestCity.Create();
        var task = await city.LayTask();

        var file = await Load(city, city.Contact(CityTasks.Lead), task);

        Assert.Equal([TurnKind.SignFor, TurnKind.SignFor], file.Now.Select(t => t.Kind));
        Assert.Equal([true, false], file.Now.Select(t => t.Yours));
        Assert.True(file.Mine is { MaySign: true, MayReport: false, MayAskCompletion: false });
    }

    [Fact]
    public async Task The_office_decides_a_decline()
    {
        await using var city = await TestCity.Create();
        var task = await city.LayTask();
        await city.Get<SignForService>().Decline(city.Contact(CityTasks.Lead), task.Lead.Id, 0, "职责在市发改委", Ct);

        var file = await Load(city, city.Office, task);

        Assert.Contains(file.Now, t => t is { Kind: TurnKind.DecideDecline, Unit: null, Yours: true });
        Assert.True(file.Mine.MayDecideDecline);
        Assert.DoesNotContain((await Load(city, city.Auditor, task)).Now, t => t.Yours);
    }

    [Fact]
    public async Task A_submitted_report_waits_for_that_units_head_and_is_not_offered_again()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        await city.Get<ReportService>().Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40), Ct);

        var head = await Load(city, city.Head(CityTasks.Lead), task);
        Assert.Equal((TurnKind.ApproveReport, "2018Q1"), (head.Now[0].Kind, head.Now[0].Period));
        Assert.True(head.Now[0].Yours);
        Assert.False(head.Mine.MayReport);
        Assert.DoesNotContain((await Load(city, city.Head(CityTasks.Cooperating), task)).Now, t => t.Yours);
        Assert.True((await Load(city, city.Contact(CityTasks.Cooperating), task)).Mine is { MayReport: true, MayAskCompletion: false, MayAskExtension: false });
    }

    [Fact]
    public async Task No_change_is_offered_once_there_is_something_to_repeat()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        Assert.False((await Load(city, city.Contact(CityTasks.Lead), task)).Mine.MayReportNoChange);
        await city.ReportApproved(task, CityTasks.Lead, 40);
        Assert.False((await Load(city, city.Contact(CityTasks.Lead), task)).Mine.MayReport);

        city.Clock.SetDay(new DateOnly(2018, 4, 2));

        Assert.True((await Load(city, city.Contact(CityTasks.Lead), task)).Mine is { MayReportNoChange: true, ReportPeriod: "2018Q2" });
    }

    [Fact]
    public async Task A_completion_goes_from_the_contact_over_the_head_to_the_office_and_ends()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var completions = city.Get<CompletionService>();
        var id = await completions.Ask(city.Contact(CityTasks.Lead), task.Id, task.Version, new CompletionAsk("已完成。", []), Ct);
        Assert.Equal(TurnKind.PassOnCompletion, Assert.Single((await Load(city, city.Head(CityTasks.Lead), task)).Now).Kind);

        await completions.HeadApprove(city.Head(CityTasks.Lead), id, 0, Ct);
        var review = Assert.Single((await Load(city, city.Office, task)).Now);
        Assert.Equal((TurnKind.Review, true), (review.Kind, review.Yours));

        await completions.Accept(city.Office, id, 1, null, Ct);
        var closed = await Load(city, city.Contact(CityTasks.Lead), task);
        Assert.Empty(closed.Now);
        Assert.Equal("销2018-0001", closed.Head.WriteOff?.Number);
        Assert.True(closed.Mine is { MayReport: false, MayAskExtension: false, MayAskCompletion: false, MayHandOn: false });
    }

    [Fact]
    public async Task What_a_contact_wrote_is_not_in_the_story_before_the_head_approved_it()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var id = await city.Get<ReportService>().Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40, "内部数字"), Ct);
        Assert.DoesNotContain((await Load(city, city.Office, task)).Story.Lines, s => s.Detail == "内部数字");

        await city.Get<ReportService>().Approve(city.Head(CityTasks.Lead), id, (await city.Report(id)).Version, Ct);

        Assert.Equal("内部数字", (await Load(city, city.Office, task)).Story.Lines[0].Detail);
    }

    [Fact]
    public async Task The_story_is_newest_first_and_filtered_by_kind()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        city.Clock.AdvanceDays(1);
        await city.ReportApproved(task, CityTasks.Lead, 40);

        var all = await Load(city, city.Office, task);
        var signing = await city.Get<TaskFileQueries>().Load(city.Office, task.Id, StoryFilter.Signing, TaskFileQueries.StorySize, Ct);

        Assert.Equal(all.Story.Lines.Select(s => s.At).OrderDescending(), all.Story.Lines.Select(s => s.At));
        Assert.Equal(2, signing.Story.Lines.Count);
        Assert.All(signing.Story.Lines, s => Assert.Equal(ActKind.SignFor, s.Kind));
    }

    [Fact]
    public async Task Who_has_no_part_in_it_finds_no_task()
    {
        await using var city = await TestCity.Create();
        var task = await city.LayTask();

        foreach (var actor in new[] { city.Contact(CityTasks.Stranger), city.Admin, city.AsNeighbour(Role.Office, TestCity.OfficeUnit) })
        {
            Assert.Equal(RuleBroken.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => Load(city, actor, task))).Code);
        }
    }

    private static Task<TaskFile> Load(TestCity city, Actor actor, AnnualTask task) =>
        city.Get<TaskFileQueries>().Load(actor, task.Id, StoryFilter.All, TaskFileQueries.StorySize, Ct);
}
