using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Equalization.Workflow.Web;
using Equalization.Workflow.Web.Guides;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>
/// The first command as somebody new meets it: the sample city, each sample sign-in on its first page, and the pictures of the README
/// and of the help pages. They are kept in docs/ and in the site's help/ when EQUALIZATION_PICTURES is set to 1.
/// </summary>
public sealed class PicturesTests(Chromium chromium)
{
    private const int GuideWidth = 1280;
    private const int GuideHeight = 720;

    [Fact]
    public async Task Each_sample_sign_in_sees_its_first_page_and_the_pictures_can_be_taken()
    {
        var folder = Directory.CreateTempSubdirectory("pictures-").FullName;
        await using var app = WebProgram.Build([], new TestClock(new DateOnly(2026, 11, 20)), builder =>
        {
            builder.Configuration["Urls"] = "http://127.0.0.1:0";
            builder.Configuration["Files:DataFolder"] = folder;
            builder.Configuration["Jobs:Run"] = "false";
            builder.Environment.EnvironmentName = "Development";
            builder.Logging.ClearProviders();
        });
        var address = await WebProgram.Start(app, TextWriter.Null, TestCity.Ct);
        var password = app.Services.GetRequiredService<SampleSignIns>().Password;
        foreach (var (user, first) in new[]
        {
            ("办公室", "/Board"), ("联络员", "/Work"), ("区县联络员", "/Work"), ("单位负责人", "/Work"), ("区县负责人", "/Work"),
            ("分管领导", "/Leader"), ("监督员", "/Tasks"), ("管理员", "/Units"),
        })
        {
            await using var tab = await SignIn(address, user, password, Chromium.Desk);
            Assert.Equal(first, new Uri(tab.Page.Url).AbsolutePath);
            Assert.Empty(tab.Complaints);
        }

        await Pictures(app, address, password);
        await GuidePictures(address, password);
        await app.StopAsync(TestCity.Ct);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Pictures(WebApplication app, Uri address, string password)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync(TestCity.Ct);
        var plan = await db.Plans.SingleAsync(p => p.State == PlanState.InForce, TestCity.Ct);
        var task = await db.AnnualTasks.SingleAsync(t => t.Number == "2026-0020", TestCity.Ct);
        await using var office = await SignIn(address, "办公室", password, Chromium.Desk);
        await Take(office, "/Board", "board");
        await Take(office, $"/Tasks/{task.Id}", "task");
        await Take(office, $"/Plans/{plan.Id}/Review", "review");
        await using var leader = await SignIn(address, "分管领导", password, Chromium.Phone);
        await Take(leader, "/Leader", "leader");
        Assert.Equal(0, await leader.Overflow());
        Assert.Empty(office.Complaints);
    }

    /// <summary>The screens that the help pages show, each as the role it is for sees it.</summary>
    private async Task GuidePictures(Uri address, string password)
    {
        var taken = new List<string>();
        foreach (var (name, user, path, width) in new[]
        {
            ("office-roster", "办公室", "/Units/Rosters", GuideWidth), ("office-urge", "办公室", "/Tasks", GuideWidth),
            ("contact-work", "联络员", "/Work", GuideWidth), ("contact-report", "联络员", "/Work", GuideWidth), ("head-work", "单位负责人", "/Work", GuideWidth),
            ("leader-phone", "分管领导", "/Leader", Chromium.Phone), ("auditor-audit", "监督员", "/Audit", GuideWidth), ("admin-units", "管理员", "/Units", GuideWidth),
        })
        {
            await using var tab = await SignIn(address, user, password, width, GuideHeight);
            await tab.Page.GotoAsync(path);
            if (name == "office-urge")
            {
                await tab.Page.Locator("#batch-Urge [data-pick-all]").CheckAsync();
            }
            else if (name == "contact-report")
            {
                await tab.Page.GetByRole(AriaRole.Link, new() { Name = "填写进展" }).First.ClickAsync();
                await tab.Page.WaitForURLAsync("**/Report");
            }

            await Keep(tab, Path.Combine("src", "Equalization.Workflow.Web", "wwwroot", "help"), name);
            taken.Add(name);
        }

        Assert.Equal(GuideBook.Pictures.Select(p => p.Name).Order(), taken.Order());
    }

    private async Task<BrowserPage> SignIn(Uri address, string user, string password, int width, int height = 900)
    {
        var tab = await chromium.OpenAt(address, [], width, height);
        await tab.Page.GotoAsync("/Accounts/SignIn");
        await tab.Page.Locator("[name='Input.UserName']").FillAsync(user);
        await tab.Page.Locator("[name='Input.Password']").FillAsync(password);
        await tab.Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await tab.Page.WaitForURLAsync(url => !url.Contains("SignIn", StringComparison.Ordinal) && new Uri(url).AbsolutePath != "/");
        return tab;
    }

    private static async Task Take(BrowserPage tab, string path, string name)
    {
        await tab.Page.GotoAsync(path);
        await Keep(tab, "docs", name);
    }

    private static async Task Keep(BrowserPage tab, string folder, string name)
    {
        var picture = await tab.Page.ScreenshotAsync();
        Assert.True(picture.Length > 10_000, "An empty picture.");
        if (Environment.GetEnvironmentVariable("EQUALIZATION_PICTURES") == "1")
        {
            Directory.CreateDirectory(Repository.PathOf(folder));
            await File.WriteAllBytesAsync(Repository.PathOf(folder, name + ".png"), picture, TestCity.Ct);
        }
    }
}
