using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>That the tools of the browser tests find what is wrong.</summary>
public sealed class ChromiumTests(Chromium chromium)
{
    private const string Poor = """
        <html lang="zh"><head><title>差</title></head><body style="width:3000px">
        <main><h1>差</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="color:#aaa;background:#fff">看不清</p></main></body></html>
        """;

    [Fact]
    public async Task The_sign_in_page_of_the_real_program_works_in_a_browser()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        await using var tab = await chromium.Open(site);
        await tab.Page.GotoAsync("/Accounts/SignIn");
        await tab.Page.Locator("[name='Input.UserName']").FillAsync(TestSite.UserNameOf(city.Office.PersonId));
        await tab.Page.Locator("[name='Input.Password']").FillAsync(TestSite.Password);
        await tab.Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await tab.Page.WaitForURLAsync(url => !url.Contains("SignIn", StringComparison.Ordinal));

        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_poor_page_is_found()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        await using var tab = await chromium.Open(site);
        await tab.Page.SetContentAsync(Poor);
        await tab.Page.EvaluateAsync("() => { console.error('坏'); fetch('http://elsewhere.invalid/').catch(() => 0); }");
        var breaches = await tab.Axe();

        Assert.Contains(breaches, b => b.StartsWith("image-alt", StringComparison.Ordinal));
        Assert.Contains(breaches, b => b.StartsWith("color-contrast", StringComparison.Ordinal));
        Assert.True(await tab.Overflow() > 1000);
        Assert.Contains("console: 坏", tab.Complaints);
        Assert.Contains("outside: http://elsewhere.invalid/", tab.Complaints);
    }
}
