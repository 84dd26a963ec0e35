using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Processes;

/// <summary>The definition annual-task with its children, moved by the services and the clock.</summary>
public sealed class TaskProcessTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_task_waits_for_its_lead_unit_then_for_its_day()
    {
        await using var city = await TestCity.Create();
        var task = await Laid(city);
        Assert.Equal("decided sign-due signed", await city.Stands("annual-task", task.Id));

        await Sign(city, task, CityTasks.Lead);
        Assert.Equal("due moved sign-due submitted", await city.Stands("annual-task", task.Id));
        Assert.Equal("closed moved term times-changed", await city.Stands("reporting-cycle", task.Id));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task Who_has_not_signed_when_the_term_ends_stands_in_the_story()
    {
        await using var city = await TestCity.Create();
        var task = await Laid(city);
        await Sign(city, task, CityTasks.Lead);

        await city.PassTo(new DateOnly(2018, 3, 8), hour: 23);
        Assert.DoesNotContain("签收期限 {0} 已过，尚未签收：{1}", await city.Story(task.Id));
        await city.PassTo(new DateOnly(2018, 3, 9), hour: 0);
        var line = await city.Read(db => db.Stories.SingleAsync(s => s.Format == "签收期限 {0} 已过，尚未签收：{1}", Ct));
        Assert.Contains(CityTasks.Cooperating, line.Arguments);
        Assert.DoesNotContain(CityTasks.Lead, line.Arguments);

        await Sign(city, task, CityTasks.Cooperating);
        Assert.Equal("due moved submitted", await city.Stands("annual-task", task.Id));
    }

    [Fact]
    public async Task The_day_after_its_due_day_it_is_red_without_any_sweep()
    {
        await using var city = await TestCity.Create();
        var task = await Laid(city, new DateOnly(2018, 3, 20));
        await Sign(city, task, CityTasks.Lead);

        await city.PassTo(new DateOnly(2018, 3, 20), hour: 23);
        Assert.NotEqual(Light.Red, (await city.Task(task.Id)).Light);
        await city.PassTo(new DateOnly(2018, 3, 21), hour: 0);
        Assert.Equal(Light.Red, (await city.Task(task.Id)).Light);
        Assert.Equal("late-moved late-submitted unit-decided unit-signed", await city.Stands("annual-task", task.Id));
        Assert.NotEqual("none", await city.Stands("escalation", task.Id));
    }

    [Fact]
    public async Task A_moved_day_arms_the_timer_anew_and_the_old_one_is_gone()
    {
        await using var city = await TestCity.Create();
        var task = await Laid(city, new DateOnly(2018, 3, 20));
        await Sign(city, task, CityTasks.Lead);
        var service = city.Get<ExtensionService>();
        var id = await service.Ask(city.Head(CityTasks.Lead), task.Id, (await city.Task(task.Id)).Version, new ExtensionAsk(new DateOnly(2018, 4, 4), "征地", "", ""), Ct);
        Assert.Equal("decided office-over reply-term times-changed", await city.Stands("extension-request", id));
        await service.Grant(city.Office, id, await Version(city, id), new DateOnly(2018, 4, 4), "同意", Ct);

        Assert.Equal("over", await city.Stands("extension-request", id));
        await city.PassTo(new DateOnly(2018, 4, 4), hour: 23);
        Assert.NotEqual(Light.Red, (await city.Task(task.Id)).Light);
        await city.PassTo(new DateOnly(2018, 4, 5), hour: 0);
        Assert.Equal(Light.Red, (await city.Task(task.Id)).Light);
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task A_write_off_ends_every_process_of_the_task()
    {
        await using var city = await TestCity.Create();
        var task = await Laid(city);
        await Sign(city, task, CityTasks.Lead);
        var service = city.Get<CompletionService>();
        var id = await service.Ask(city.Head(CityTasks.Lead), task.Id, (await city.Task(task.Id)).Version, new CompletionAsk("全部完成。", []), Ct);
        Assert.Equal("review-term reviewed sign-due times-changed", await city.Stands("annual-task", task.Id));

        await service.Accept(city.Office, id, await city.Read(db => db.CompletionRequests.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Ct)), "同意", Ct);
        Assert.Equal(("over", "over"), (await city.Stands("annual-task", task.Id), await city.Stands("reporting-cycle", task.Id)));
        Assert.Equal(0, await city.Read(db => db.Set<Bookmark>().CountAsync(Ct)));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task A_late_review_is_the_offices_own_delay()
    {
        await using var city = await TestCity.Create();
        var task = await Laid(city);
        await Sign(city, task, CityTasks.Lead);
        await city.Get<CompletionService>().Ask(city.Head(CityTasks.Lead), task.Id, (await city.Task(task.Id)).Version, new CompletionAsk("全部完成。", []), Ct);

        // Ten working days after 1 March 2018 end with 15 March.
        await city.PassTo(new DateOnly(2018, 3, 15), hour: 23);
        Assert.DoesNotContain("办结申请报送后 {0} 个工作日内未获审核，由领导小组办公室承担时长", await city.Story(task.Id));
        await city.PassTo(new DateOnly(2018, 3, 16), hour: 0);
        Assert.Contains("办结申请报送后 {0} 个工作日内未获审核，由领导小组办公室承担时长", await city.Story(task.Id));
        Assert.Contains("late-review", await city.Stands("annual-task", task.Id));
    }

    [Fact]
    public async Task The_end_of_a_reports_term_books_who_has_not_reported()
    {
        await using var city = await TestCity.Create();
        var task = await Laid(city);
        await Sign(city, task, CityTasks.Lead);
        await Sign(city, task, CityTasks.Cooperating);
        city.Clock.SetDay(new DateOnly(2018, 4, 3));
        await city.ReportApproved(await city.Task(task.Id), CityTasks.Lead, 25);

        // The first quarter's reports are due five working days after 31 March: 5 to 7 April 2018 are holidays, Sunday the 8th is worked.
        await city.PassTo(new DateOnly(2018, 4, 9), hour: 23);
        Assert.DoesNotContain("{0} 进展报告期限已过，未反馈：{1}", await city.Story(task.Id));
        await city.PassTo(new DateOnly(2018, 4, 10), hour: 0);
        var line = await city.Read(db => db.Stories.SingleAsync(s => s.Format == "{0} 进展报告期限已过，未反馈：{1}", Ct));
        Assert.Contains("2018Q1", line.Arguments);
        Assert.Contains(CityTasks.Cooperating, line.Arguments);
        Assert.DoesNotContain(CityTasks.Lead, line.Arguments);
        Assert.True((await city.Task(task.Id)).PartOf(city, CityTasks.Cooperating).Silent);
    }

    [Fact]
    public async Task A_late_answer_to_an_extension_is_the_offices_own_delay_and_the_request_still_waits()
    {
        await using var city = await TestCity.Create();
        var task = await Laid(city);
        await Sign(city, task, CityTasks.Lead);
        var id = await city.Get<ExtensionService>().Ask(
            city.Head(CityTasks.Lead), task.Id, (await city.Task(task.Id)).Version, new ExtensionAsk(new DateOnly(2019, 3, 31), "征地", "", ""), Ct);

        await city.PassTo(new DateOnly(2018, 3, 9), hour: 0);
        Assert.Contains("延期申请报送后 {0} 个工作日内未获答复，由领导小组办公室承担时长", await city.Story(task.Id));
        Assert.Equal("late-decided late-over", await city.Stands("extension-request", id));
        await city.Get<ExtensionService>().Refuse(city.Office, id, await Version(city, id), "按期完成", Ct);
        Assert.Equal("over", await city.Stands("extension-request", id));
    }

    [Fact]
    public async Task A_released_lead_unit_ends_the_process()
    {
        await using var city = await TestCity.Create();
        var task = await Laid(city);
        var service = city.Get<SignForService>();
        var part = task.PartOf(city, CityTasks.Lead);
        await service.Decline(city.Contact(CityTasks.Lead), part.Id, part.Version, "职责不符", Ct);
        part = (await city.Task(task.Id)).PartOf(city, CityTasks.Lead);
        await service.DecideDecline(city.Office, part.Id, part.Version, release: true, "同意", Ct);
        Assert.Equal("over", await city.Stands("annual-task", task.Id));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task Open_things_without_a_process_get_one_where_they_stand_and_only_once()
    {
        await using var city = await TestCity.Create();
        var signed = await city.LaySignedTask();
        var issued = await city.LayTask();
        Assert.Equal("none", await city.Stands("annual-task", signed.Id));

        Assert.Equal(2, await city.Get<ProcessAdoption>().Run(Ct));
        Assert.Equal("due moved submitted", await city.Stands("annual-task", signed.Id));
        Assert.Equal("decided sign-due signed", await city.Stands("annual-task", issued.Id));
        Assert.Equal(0, await city.Get<ProcessAdoption>().Run(Ct));
    }

    internal static async Task<AnnualTask> Laid(TestCity city, DateOnly? dueOn = null)
    {
        var task = await city.LayTask(dueOn);
        await city.Get<ProcessAdoption>().Run(Ct);
        return task;
    }

    internal static async Task Sign(TestCity city, AnnualTask task, string unit)
    {
        var part = (await city.Task(task.Id)).PartOf(city, unit);
        await city.Get<SignForService>().SignFor(city.Contact(unit), part.Id, part.Version, Ct);
    }

    private static Task<int> Version(TestCity city, Guid requestId) =>
        city.Read(db => db.ExtensionRequests.Where(e => e.Id == requestId).Select(e => e.Version).SingleAsync(Ct));
}
