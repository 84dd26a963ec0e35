using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>A leader writes an instruction from the telephone, the unit answers it, the leader reads the answer and ends it: all at 360 px.</summary>
public sealed class InstructionInTheBrowserTests(Chromium chromium)
{
    private const string Words = "请逐校核对学位缺口，一周内报结果。";
    private const string Reply = "已核对 12 所学校，缺口 340 个学位，9 月前补足。";

    [Fact]
    public async Task An_instruction_is_written_answered_and_ended_on_the_telephone()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var task = await story.Task(StoryCity.Signed);

        await using var leader = await chromium.Open(site, story.City.Leader, Chromium.Phone);
        var phone = leader.Page;
        await phone.GotoAsync($"/Tasks/{task.Id}");
        await phone.GetByRole(AriaRole.Link, new() { Name = "批示", Exact = true }).ClickAsync();
        await Sound(leader);
        await phone.Locator("#Input_AnswerDueOn").FillAsync("2018-04-17");
        await Press(phone, "作出批示");
        await Assertions.Expect(phone.Locator("#Input_Text-error")).ToBeVisibleAsync();
        await phone.Locator("#Input_Text").FillAsync(Words);
        await Press(phone, "作出批示");
        await phone.WaitForURLAsync("**/Instructions/*-*");
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("待答复");
        await Sound(leader);
        var address = new Uri(phone.Url).AbsolutePath;

        await using var unit = await chromium.Open(site, story.City.Contact(StoryCity.Lead), Chromium.Phone);
        await unit.Page.GotoAsync("/Work");
        await unit.Page.GetByRole(AriaRole.Link, new() { Name = "答复批示" }).First.ClickAsync();
        await Assertions.Expect(unit.Page.Locator("main")).ToContainTextAsync(Words);
        await Sound(unit);
        await unit.Page.Locator("#Input_Answer").FillAsync(Reply);
        await Press(unit.Page, "答复批示");
        await Assertions.Expect(unit.Page.Locator("main")).ToContainTextAsync("已答复，待领导审阅");
        await Assertions.Expect(unit.Page.GetByRole(AriaRole.Button, new() { Name = "已阅，办结" })).ToHaveCountAsync(0);

        await phone.GotoAsync("/Notices");
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("已答复您在任务");
        await phone.GotoAsync(address);
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync(Reply);
        await Sound(leader);
        await phone.Locator("#Input_Words").FillAsync("同意，按此办理。");
        await Press(phone, "已阅，办结");
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("同意，按此办理。");
        await Assertions.Expect(phone.Locator("#Input_Words")).ToHaveCountAsync(0);
        await Sound(leader);
        await phone.GotoAsync($"/Tasks/{task.Id}");
        await Assertions.Expect(phone.Locator(".story")).ToContainTextAsync("已阅批示的答复");

        var kept = await story.City.Read(db => db.Instructions.AsNoTracking().SingleAsync(i => i.Text == Words));
        Assert.Equal((InstructionState.Closed, Reply, "同意，按此办理。", new DateOnly(2018, 4, 17)), (kept.State, kept.Answer, kept.EndedWith, kept.AnswerDueOn));
        Assert.All(leader.Complaints.Concat(unit.Complaints), c => Assert.Contains("422", c, StringComparison.Ordinal));
    }

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task Sound(BrowserPage tab)
    {
        Assert.Empty(await tab.Axe());
        Assert.Equal(0, await tab.Overflow());
    }
}
