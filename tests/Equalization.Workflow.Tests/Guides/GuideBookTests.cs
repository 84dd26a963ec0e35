using System.Net;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Equalization.Workflow.Web.Guides;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Guides;

public sealed partial class GuideBookTests(Chromium chromium)
{
    [Fact]
    public async Task Every_page_a_guide_names_opens_for_its_role()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var shut = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await site.SignedIn(Holder(story.City, role));
            var html = WebUtility.HtmlDecode(await client.GetStringAsync("/Help", TestCity.Ct));
            var main = html[html.IndexOf("<main", StringComparison.Ordinal)..];
            var links = Link().Matches(main).Select(m => m.Groups[1].Value).Where(l => !l.StartsWith("/help/", StringComparison.Ordinal)).Distinct().ToList();
            Assert.True(links.Count > 6, role.ToString());
            foreach (var link in links)
            {
                using var answer = await client.GetAsync(link, TestCity.Ct);
                if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Redirect) || answer.Headers.Location?.ToString().Contains("problems", StringComparison.Ordinal) == true)
                {
                    shut.Add($"{role}: {link} {answer.StatusCode}");
                }
            }
        }

        Assert.Empty(shut);
    }

    [Fact]
    public void Every_picture_of_a_guide_is_there_and_none_is_left_over()
    {
        var named = GuideBook.Pictures.Select(p => p.Name + ".png").ToList();
        Assert.Equal(named.Count, named.Distinct().Count());
        var kept = Directory.EnumerateFiles(Repository.PathOf("src", "Equalization.Workflow.Web", "wwwroot", "help")).Select(Path.GetFileName);
        Assert.Equal(named.Order(), kept.Order());
    }

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task Each_roles_help_reads_at_both_widths(int width)
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        foreach (var role in Enum.GetValues<Role>())
        {
            await using var tab = await chromium.Open(site, Holder(story.City, role), width);
            await tab.Page.GotoAsync("/Help");
            Assert.Equal(0, await tab.Overflow());
            Assert.Empty(await tab.Axe());
            foreach (var picture in await tab.Page.Locator(".help-picture img").AllAsync())
            {
                await picture.ScrollIntoViewIfNeededAsync();
                await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
                Assert.NotEqual(0, await picture.EvaluateAsync<int>("i => i.naturalWidth"));
            }

            Assert.Empty(tab.Complaints);
        }
    }

    private static Actor Holder(TestCity city, Role role) => role switch
    {
        Role.Office => city.Office,
        Role.Contact => city.Contact(StoryCity.Lead),
        Role.UnitHead => city.Head(StoryCity.Lead),
        Role.Leader => city.Leader,
        Role.Auditor => city.Auditor,
        Role.Admin => city.Admin,
    };

    [GeneratedRegex("<a [^>]*href=\"(/[^\"#?][^\"]*)\"")]
    private static partial Regex Link();
}
