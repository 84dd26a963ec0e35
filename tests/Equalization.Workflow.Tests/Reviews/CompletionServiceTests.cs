using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Reviews;

public sealed class CompletionServiceTests
{
    private const string Kind = "验收报告";

    private static readonly DateOnly NewDueOn = new(2019, 1, 31);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_circle_turns_from_completion_over_return_to_write_off()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(required: [Kind]);
        var service = city.Get<CompletionService>();
        var evidence = await city.Upload(CityTasks.Lead, Kind);

        var first = await AskThroughHead(city, task.Id, evidence);
        Assert.Equal(TaskState.UnderReview, (await city.Task(task.Id)).State);
        await service.Return(city.Office, first, await Version(city, first), "请补充三所学校的数据", NewDueOn, Ct);
        var returned = await city.Task(task.Id);
        Assert.Equal((TaskState.Returned, NewDueOn, 1), (returned.State, returned.CurrentDueOn, returned.ReturnCount));

        var second = await AskThroughHead(city, task.Id, evidence);
        var number = await service.Accept(city.Office, second, await Version(city, second), null, Ct);

        Assert.Equal("销2018-0001", number);
        var closed = await city.Task(task.Id);
        Assert.Equal((TaskState.WrittenOff, city.Office.Day), (closed.State, closed.ClosedOn));
        Assert.All(closed.Units, u => Assert.Equal(TaskUnitState.Finished, u.State));
        var writeOff = await city.Read(db => db.WriteOffs.SingleAsync(Ct));
        Assert.Equal(3, writeOff.Signers.Split('；').Length);
        Assert.EndsWith("陈办事（领导小组办公室综合组组长）", writeOff.Signers, StringComparison.Ordinal);
        Assert.Equal(2, await city.Read(db => db.Reviews.CountAsync(Ct)));
        var contact = city.Contact(CityTasks.Cooperating).PersonId;
        Assert.True(await city.Read(db => db.Notices.AnyAsync(n => n.PersonId == contact && n.Kind == NoticeKind.WrittenOff, Ct)));
        Assert.Equal(
            ["签收任务", "签收任务", "申请办结，引用佐证 {0} 项", "审签办结申请，报领导小组办公室审核", "退回办结申请，请在 {0} 前重新申请",
                "申请办结，引用佐证 {0} 项", "审签办结申请，报领导小组办公室审核", "审核通过，销账编号 {0}"],
            await city.Story(task.Id));
    }

    [Fact]
    public async Task Missing_evidence_is_named_and_gates_the_request()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(required: [Kind, "资金拨付凭证"]);
        var evidence = await city.Upload(CityTasks.Lead, Kind);

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => Ask(city, task.Id, city.Contact(CityTasks.Lead), evidence));

        Assert.Equal(("evidence-missing", "Evidence"), (refusal.Code, refusal.Field));
        Assert.Contains("缺 1 项必备佐证（资金拨付凭证）", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lead_may_cite_what_a_cooperating_units_approved_report_rests_on()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(required: [Kind]);
        var theirs = await city.Upload(CityTasks.Cooperating, Kind);
        await Refused("evidence-not-yours", () => Ask(city, task.Id, city.Contact(CityTasks.Lead), theirs));

        await city.Get<ReportService>().Submit(
            city.Head(CityTasks.Cooperating), task.PartOf(city, CityTasks.Cooperating).Id, null, CityTasks.Draft(40) with { Evidence = [theirs] }, Ct);

        Assert.NotEqual(Guid.Empty, await Ask(city, task.Id, city.Contact(CityTasks.Lead), theirs));
    }

    [Fact]
    public async Task What_was_added_for_another_task_is_offered_but_does_not_stand_for_the_required_evidence()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask(required: [Kind]);
        var evidence = await city.Upload(CityTasks.Lead, Kind);
        var queries = city.Get<CompletionQueries>();

        var page = await queries.Page(city.Contact(CityTasks.Lead), task.Id, Ct);
        Assert.Empty(page.Required.Single().Evidence);
        Assert.Equal([evidence], page.Citable.Select(r => r.VersionId));

        await city.Get<ReportService>().Submit(city.Head(CityTasks.Lead), task.PartOf(city, CityTasks.Lead).Id, null, CityTasks.Draft(40) with { Evidence = [evidence] }, Ct);
        page = await queries.Page(city.Contact(CityTasks.Lead), task.Id, Ct);
        Assert.Equal([evidence], page.Required.Single().Evidence.Select(r => r.VersionId));
    }

    [Fact]
    public async Task After_write_off_nothing_more_is_taken_in()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var id = await AskThroughHead(city, task.Id);
        await city.Get<CompletionService>().Accept(city.Office, id, await Version(city, id), null, Ct);
        var now = await city.Task(task.Id);

        var report = await Assert.ThrowsAsync<RuleBroken>(() =>
            city.Get<ReportService>().Submit(city.Contact(CityTasks.Lead), now.Lead.Id, null, CityTasks.Draft(40), Ct));
        Assert.Equal("task-closed", report.Code);
        Assert.Contains("已销账", report.Message, StringComparison.Ordinal);
        await Refused("task-closed", () => Ask(city, task.Id, city.Contact(CityTasks.Lead)));
        await Refused("task-closed", () => city.Get<ExtensionService>().Ask(
            city.Contact(CityTasks.Lead), task.Id, now.Version, new ExtensionAsk(NewDueOn, "征地", "", ""), Ct));
    }

    [Fact]
    public async Task An_extension_request_that_lies_open_lapses_with_the_write_off()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        await city.Get<ExtensionService>().Ask(city.Head(CityTasks.Lead), task.Id, task.Version, new ExtensionAsk(NewDueOn, "征地", "", ""), Ct);
        var id = await AskThroughHead(city, task.Id);

        await city.Get<CompletionService>().Accept(city.Office, id, await Version(city, id), null, Ct);

        Assert.Equal(ExtensionState.Lapsed, await city.Read(db => db.ExtensionRequests.Select(e => e.State).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Who_asked_or_approved_does_not_review()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var id = await AskThroughHead(city, task.Id);
        var version = await Version(city, id);
        var service = city.Get<CompletionService>();

        foreach (var person in new[] { city.Contact(CityTasks.Lead).PersonId, city.Head(CityTasks.Lead).PersonId })
        {
            await Refused("own-review", () => service.Accept(city.Office with { PersonId = person }, id, version, null, Ct));
            await Refused("own-review", () => service.Return(city.Office with { PersonId = person }, id, version, "请补充", NewDueOn, Ct));
        }

        await Refused(RuleBroken.NotAllowed, () => service.Accept(city.Head(CityTasks.Lead), id, version, null, Ct));
        await Refused(RuleBroken.NotAllowed, () => service.Accept(city.Leader, id, version, null, Ct));
        await Refused(RuleBroken.NotFound, () => service.Accept(city.AsNeighbour(Role.Office, TestCity.OfficeUnit), id, version, null, Ct));
    }

    [Fact]
    public async Task Of_two_reviewers_at_once_the_second_reads_what_happened()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var id = await AskThroughHead(city, task.Id);
        var version = await Version(city, id);
        var service = city.Get<CompletionService>();
        var other = city.As(Role.Office, TestCity.OfficeUnit, nth: 1);

        var outcomes = await Task.WhenAll(
            Record.ExceptionAsync(() => service.Accept(city.Office, id, version, null, Ct)).AsTask(),
            Record.ExceptionAsync(() => service.Return(other, id, version, "请补充", NewDueOn, Ct)).AsTask());

        Assert.Equal(1, outcomes.Count(o => o is null));
        Assert.Contains(outcomes, o => o is RuleBroken { Code: "completion-decided" });
        Assert.Equal(1, await city.Read(db => db.Reviews.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_return_needs_a_reason_and_a_day_to_come()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var id = await AskThroughHead(city, task.Id);
        var version = await Version(city, id);
        var service = city.Get<CompletionService>();

        await Refused("return-reason", () => service.Return(city.Office, id, version, "  ", NewDueOn, Ct));
        await Refused("due-in-past", () => service.Return(city.Office, id, version, "请补充", city.Office.Day.AddDays(-1), Ct));
        Assert.Equal(TaskState.UnderReview, (await city.Task(task.Id)).State);
    }

    [Fact]
    public async Task The_heads_return_keeps_the_task_at_work_and_says_why()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var id = await Ask(city, task.Id, city.Contact(CityTasks.Lead));

        await city.Get<CompletionService>().HeadReturn(city.Head(CityTasks.Lead), id, await Version(city, id), "数据不全", Ct);

        Assert.Equal("数据不全", await city.Read(db => db.CompletionRequests.Select(c => c.ReturnReason).SingleAsync(Ct)));
        Assert.Equal(TaskState.UnderWay, (await city.Task(task.Id)).State);
        Assert.NotEqual(Guid.Empty, await Ask(city, task.Id, city.Contact(CityTasks.Lead)));
    }

    [Fact]
    public async Task Write_offs_are_numbered_without_gaps()
    {
        await using var city = await TestCity.Create();
        var numbers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var task = await city.LaySignedTask();
            var id = await AskThroughHead(city, task.Id);
            numbers.Add(await city.Get<CompletionService>().Accept(city.Office, id, await Version(city, id), null, Ct));
        }

        Assert.Equal(["销2018-0001", "销2018-0002", "销2018-0003"], numbers);
    }

    private static async Task<Guid> AskThroughHead(TestCity city, Guid taskId, params Guid[] evidence)
    {
        var id = await Ask(city, taskId, city.Contact(CityTasks.Lead), evidence);
        await city.Get<CompletionService>().HeadApprove(city.Head(CityTasks.Lead), id, await Version(city, id), Ct);
        return id;
    }

    private static async Task<Guid> Ask(TestCity city, Guid taskId, Actor actor, params Guid[] evidence) => await city.Get<CompletionService>().Ask(
        actor, taskId, (await city.Task(taskId)).Version, new CompletionAsk("两所学校已投入使用。", evidence), Ct);

    private static Task<int> Version(TestCity city, Guid id) => city.Read(db => db.CompletionRequests.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Ct));

    private static async Task Refused(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);
}
