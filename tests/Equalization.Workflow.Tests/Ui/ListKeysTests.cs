using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Ui;

/// <summary>Lists by keyboard, in a real browser.</summary>
public sealed class ListKeysTests(Chromium chromium)
{
    [Fact]
    public async Task Rows_are_walked_ticked_and_opened_by_keys()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await using var tab = await chromium.Open(site, story.City.Office);
        var page = tab.Page;
        await page.GotoAsync("/Tasks");
        var links = page.Locator(".table-rows td.title a");

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(links.Nth(0)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#list-place")).ToContainTextAsync("第 1 行");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(links.Nth(1)).ToBeFocusedAsync();
        // Not scrolled, for what lies half under the top bar counts as too small.
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        Assert.Empty(await tab.Axe());

        var box = page.Locator(".table-rows > tbody > tr").Filter(new() { Has = page.Locator("input[type=checkbox]") }).First;
        var title = box.Locator("td.title a");
        await title.FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(box.Locator("input[type=checkbox]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#batch-Urge [role=status]")).ToHaveTextAsync("已勾选 1 项");
        await Assertions.Expect(page.Locator("#list-place")).ToHaveTextAsync("已勾选。");

        var address = await title.GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**" + address);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task The_keys_are_shown_rest_while_somebody_types_and_can_be_switched_off()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await using var tab = await chromium.Open(site, story.City.Contact(StoryCity.Lead));
        var page = tab.Page;
        await page.GotoAsync("/Tasks");
        await page.Keyboard.PressAsync("?");
        var sheet = page.Locator("dialog#keys");
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        Assert.Empty(await tab.Axe());
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet).ToBeHiddenAsync();

        var text = page.Locator("input[name=q]").Last;
        await text.FocusAsync();
        await page.Keyboard.TypeAsync("jx?");
        await Assertions.Expect(text).ToHaveValueAsync("jx?");
        await Assertions.Expect(sheet).ToBeHiddenAsync();

        await page.GotoAsync("/Help");
        await page.Locator("main [data-keys-switch]").UncheckAsync();
        await page.GotoAsync("/Tasks");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".table-rows td.title a").First).Not.ToBeFocusedAsync();
        Assert.Empty(tab.Complaints);
    }

    [Theory]
    [InlineData("/Work")]
    [InlineData("/Units")]
    [InlineData("/Notices")]
    [InlineData("/Supervision?show=all")]
    public async Task Other_lists_answer_to_the_same_keys(string address)
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await using var tab = await chromium.Open(site, story.City.Head(StoryCity.Lead));
        await tab.Page.GotoAsync(address);
        await tab.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(tab.Page.Locator("#list-place")).ToContainTextAsync("第 1 行");
        Assert.Equal("MAIN", await tab.Page.EvaluateAsync<string>("() => document.activeElement.closest('main')?.tagName ?? document.activeElement.tagName"));
        await Assertions.Expect(tab.Page.Locator("main :focus")).ToHaveCountAsync(1);
    }
}
