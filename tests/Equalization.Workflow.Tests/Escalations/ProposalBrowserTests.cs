using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Escalations;

/// <summary>Signing many at once at a desk, and the unit's answer, in a real browser.</summary>
public sealed class ProposalBrowserTests(Chromium chromium)
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_office_signs_a_bulk_with_one_password_and_sees_what_became_of_each()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var (sound, done) = (await story.Task(StoryCity.Late), await story.Task(StoryCity.Drafted));
        await using var tab = await chromium.Open(site, story.City.Office);
        await tab.Page.GotoAsync("/Supervision/Proposals");
        await tab.Page.GetByLabel("勾选本页全部").CheckAsync();
        await tab.Page.GetByText("已勾选 2 项").WaitForAsync();
        await WriteOff(story, done.Id);
        await tab.Page.Locator("#Input_Password").FillAsync("wrong");
        await Sign(tab.Page);
        await Assertions.Expect(tab.Page.Locator("#Input_Password-error")).ToContainTextAsync("密码不对");
        await tab.Page.GetByText("已勾选 2 项").WaitForAsync();
        await tab.Page.Locator("#Input_Password").FillAsync(TestSite.Password);
        await Sign(tab.Page);

        var results = tab.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "签发结果：1 项已签发，1 项未签发" }).Locator("li");
        await Assertions.Expect(results).ToHaveCountAsync(2);
        await Assertions.Expect(results.Filter(new() { HasText = $"{sound.Number} {sound.Title}" })).ToContainTextAsync((await story.Paper(StoryCity.Late)).Number!);
        await Assertions.Expect(results.Filter(new() { HasText = $"{done.Number} {done.Title}" })).ToContainTextAsync("已办结");
        Assert.Equal((StepState.Served, StepState.Proposed), ((await story.Paper(StoryCity.Late)).State, (await story.Paper(StoryCity.Drafted)).State));
        Assert.Equal(2, await story.City.Read(db => db.Papers.CountAsync(Ct)));
        Assert.All(tab.Complaints, c => Assert.Contains("422", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_unit_head_finds_the_notice_signs_for_it_and_answers_on_the_phone()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var notice = await story.Paper(StoryCity.Approved);
        await using var tab = await chromium.Open(site, story.City.Head(StoryCity.Lead), Chromium.Phone);
        await tab.Page.GotoAsync("/Supervision?show=out");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = StoryCity.Approved }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "签收文书" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "签收文书" }).ClickAsync();
        await tab.Page.GetByText("已签收文书。").WaitForAsync();
        Assert.Equal(0, await tab.Overflow());
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "返回", Exact = true }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "答复督办文书" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#Input_Answer-error")).ToContainTextAsync("请填写办理情况");
        await tab.Page.GetByLabel("办理情况").FillAsync("已完成选址，六月底前开工。");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "答复督办文书" }).ClickAsync();
        await tab.Page.GetByText("已完成选址，六月底前开工。").WaitForAsync();

        Assert.Equal(0, await tab.Overflow());
        var after = await story.City.Read(db => db.EscalationSteps.SingleAsync(s => s.Id == notice.Id, Ct));
        Assert.Equal((StepState.Answered, "已完成选址，六月底前开工。"), (after.State, after.Answer));
        Assert.Contains(story.City.Head(StoryCity.Lead).PersonName, after.AnsweredBy);
        Assert.NotNull((await story.City.Read(db => db.PaperReceipts.SingleAsync(r => r.PaperId == db.Papers.Where(p => p.SubjectId == notice.Id).Select(p => p.Id).First(), Ct))).SignedForAt);
        Assert.All(tab.Complaints, c => Assert.Contains("422", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_label_of_a_row_on_the_phone_makes_its_cell_higher_and_lies_over_none()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await using var tab = await chromium.Open(site, story.City.Admin, Chromium.Phone);
        await tab.Page.GotoAsync("/Rules/LadderEdit");

        var cell = (await tab.Page.Locator("td[data-label='已答复未办结的，几个工作日后']").First.BoundingBoxAsync())!;

        // Three lines of the label beside a field that is two lines high.
        Assert.True(cell.Height >= 60, $"{cell.Height} px");
    }

    private static Task Sign(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "签发所选", Exact = true }).ClickAsync();

    /// <summary>The unit asks, the office accepts, while somebody else's list lies open.</summary>
    private static async Task WriteOff(StoryCity story, Guid taskId)
    {
        var (city, service) = (story.City, story.City.Get<CompletionService>());
        var task = await city.Task(taskId);
        await service.Ask(city.Head(StoryCity.Lead), taskId, task.Version, new CompletionAsk("全部完成。", []), Ct);
        var request = await city.Read(db => db.CompletionRequests.SingleAsync(r => r.TaskId == taskId, Ct));
        await service.Accept(city.Office, request.Id, request.Version, "同意销账。", Ct);
    }
}
