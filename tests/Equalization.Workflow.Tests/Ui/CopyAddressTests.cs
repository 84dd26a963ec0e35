using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Ui;

/// <summary>The address of a list is copied where the browser gives no clipboard, as on plain http.</summary>
public sealed class CopyAddressTests(Chromium chromium)
{
    [Fact]
    public async Task Without_a_clipboard_the_address_is_copied_as_typed_text_is()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await using var tab = await chromium.Open(site, story.City.Office);
        var page = tab.Page;
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.addEventListener('copy', () => window.copied = document.activeElement.value);");
        await page.GotoAsync("/Tasks?show=overdue");
        var button = page.Locator("[data-copy]").First;
        await page.Locator("details").Filter(new() { Has = button }).EvaluateAllAsync<int>("all => all.map(d => d.open = true).length");

        await button.ClickAsync();

        await Assertions.Expect(page.Locator("[data-flashes]")).ToContainTextAsync("列表地址已复制");
        Assert.EndsWith("/Tasks?show=overdue", await page.EvaluateAsync<string>("() => window.copied"), StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }
}
