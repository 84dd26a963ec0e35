using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Bulletins;

/// <summary>The fact check in a browser at a phone's width, and the office's answer at a desk.</summary>
public sealed class BulletinBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task A_unit_head_objects_to_a_line_on_the_phone_and_the_page_says_it_was_told()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var bulletin = await story.Bulletin(BulletinState.FactCheck);
        var line = bulletin.LineOf(story.City, StoryCity.Lead);
        await using var tab = await chromium.Open(site, story.City.Head(StoryCity.Lead).PersonId, Chromium.Phone);
        await tab.Page.GotoAsync($"/Bulletins/{bulletin.Id}");
        var item = tab.Page.Locator($"#line-{line.Position}");
        await item.Locator("summary").ClickAsync();
        await item.Locator("textarea").FillAsync("该项已于三月底完成，验收报告已上传。");
        await item.GetByRole(AriaRole.Button, new() { Name = "提交异议" }).ClickAsync();

        await tab.Page.GetByText("已提出异议，并通知领导小组办公室。").WaitForAsync();

        Assert.Equal(0, await tab.Overflow());
        var after = (await story.Reload(bulletin.Id)).Lines.Single(l => l.Id == line.Id);
        Assert.Equal((CheckState.Objected, "该项已于三月底完成，验收报告已上传。"), (after.Check, after.Objection));
        Assert.Empty(tab.Complaints);
    }
}
