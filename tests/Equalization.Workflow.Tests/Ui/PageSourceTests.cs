using System.Text.RegularExpressions;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Tests.Ui;

public sealed partial class PageSourceTests
{
    private static readonly string Web = Path.Combine(SourceTexts.Root(), "src/Equalization.Workflow.Web");

    [Fact]
    public void No_page_carries_what_its_own_content_policy_forbids()
    {
        var inline = SourceTexts.Files(".cshtml").SelectMany(file => Inline(file.Text), (file, text) => $"{file.File}: {text}").ToList();
        Assert.True(inline.Count == 0, "Move to wwwroot/css or wwwroot/js:\n" + string.Join('\n', inline));
    }

    [Fact]
    public void Every_icon_of_the_pages_is_in_the_sprite()
    {
        var drawn = File.ReadAllLines(Path.Combine(Web, "FrontEnd/icons.txt")).ToHashSet();
        var used = SourceTexts.Files(".cshtml").SelectMany(file => Icons(file.Text)).Concat(Menu.All.Select(item => item.Icon)).ToHashSet();
        Assert.Contains("bell", used);
        Assert.Empty(used.Except(drawn));
    }

    [Fact]
    public void The_front_end_is_pinned_to_no_registry()
    {
        var lockFile = File.ReadAllText(Path.Combine(Web, "package-lock.json"));
        Assert.Contains("\"integrity\"", lockFile);
        Assert.DoesNotContain("resolved", lockFile);
        Assert.DoesNotContain("http", lockFile);
    }

    [Fact]
    public void The_checks_find_what_they_are_for()
    {
        Assert.Equal(4, Inline("""<p style="color:red" onclick="go()" hx-on:click="go()"><script>go()</script><script src="a.js"></script>""").Count());
        Assert.Equal(["nothing", "such"], Icons("""<icon name="nothing" /> <doc-card icon="such" title="@L["icon"]">""").Order());
    }

    private static IEnumerable<string> Inline(string page) => Forbidden().Matches(page).Select(match => match.Value);

    private static IEnumerable<string> Icons(string page) => Named().Matches(page).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("""\s(?:style|on[a-z]+|hx-on[\w:-]*)\s*=\s*["']|<script(?![^>]*\ssrc=)|<style\b""")]
    private static partial Regex Forbidden();

    [GeneratedRegex("""(?:<icon\s+name|\sicon)="(?<name>[a-z0-9-]+)""")]
    private static partial Regex Named();
}
