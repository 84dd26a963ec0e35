using System.Globalization;
using System.Text.RegularExpressions;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Equalization.Workflow.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>An empty database becomes a working office from three sheets and one plan, by its own hands and without the sample city.</summary>
public sealed partial class WorkingOfficeTests(Chromium chromium) : IAsyncLifetime
{
    private const string OwnPassword = "correct horse battery";

    private const string Plan = "校园建设方案（2018—2020年）\n一、主要措施\n1.扩建学校。2018年新建学校6所。（牵头单位：教育局）\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("equalization-");
    private readonly StringWriter output = new();
    private readonly List<BrowserPage> tabs = [];
    private WebApplication app = null!;
    private Uri address = null!;

    public async ValueTask InitializeAsync()
    {
        app = WebProgram.Build([], new TestClock(CityPeople.FirstDay), builder =>
        {
            builder.Configuration["Urls"] = "http://127.0.0.1:0";
            builder.Configuration["Files:DataFolder"] = folder.FullName;
            builder.Configuration["Sample:Load"] = "false";
            builder.Configuration["Jobs:Run"] = "false";
            builder.Logging.ClearProviders();
            builder.WebHost.UseStaticWebAssets();
        });
        address = await WebProgram.Start(app, output, TestCity.Ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in tabs)
        {
            await tab.DisposeAsync();
        }

        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_empty_database_becomes_a_working_office_from_three_sheets_and_one_plan()
    {
        var office = await Tab();
        await SetUp(office);
        await office.GotoAsync("/Units");
        await Assertions.Expect(office.Locator("main")).ToContainTextAsync("登记单位（下一步）");

        await Import(office, "Units", 3, ["全称", "简称", "类别", "上级单位", "别名"],
            ["市教育局", "", "部门", "市政府", "教育局"], ["市财政局", "", "部门", "市政府", ""], ["市政府", "", "领导机构", "", ""]);
        await Import(office, "People", 3, ["姓名", "单位", "职务", "角色", "手机", "用户名"],
            ["王芳", "教育局", "基础教育科科长", "联络员", "13800000001", "wangfang"], ["李明", "市教育局", "局长", "单位负责人", "", "liming"], ["赵强", "市政府", "副市长", "领导", "", "zhaoqiang"]);
        await Import(office, "Portfolios", 1, ["领导", "分管单位"], ["赵强", "市教育局、市财政局"]);

        var codes = await PrintCodes(office, 3);
        var contact = await Tab();
        await FirstSignIn(contact, "wangfang", codes["wangfang"]);

        await ActAsOffice(office);
        await office.GotoAsync("/Board");
        await Assertions.Expect(office.Locator(".starts-done")).ToHaveCountAsync(4);
        await Assertions.Expect(office.Locator(".starts")).ToContainTextAsync("导入并确认方案（下一步）");
        await ImportPlan(office);
        await office.GotoAsync("/Board");
        await Assertions.Expect(office.Locator(".starts")).ToHaveCountAsync(0);
        await contact.GotoAsync("/Work");
        await contact.GetByRole(AriaRole.Button, new() { Name = "签收任务" }).First.ClickAsync();
        await Assertions.Expect(contact.Locator("main")).Not.ToContainTextAsync("待签收 1");
        await contact.GotoAsync("/Tasks");
        await Assertions.Expect(contact.Locator("main")).ToContainTextAsync("扩建学校");

        await office.GotoAsync("/Units");
        await office.GetByRole(AriaRole.Link, new() { Name = "市教育局", Exact = true }).First.ClickAsync();
        await Assertions.Expect(office.Locator("main")).ToContainTextAsync("赵强");
        Assert.Empty(tabs.SelectMany(t => t.Complaints));
    }

    private async Task<IPage> Tab()
    {
        var tab = await chromium.OpenAt(address, []);
        tabs.Add(tab);
        return tab.Page;
    }

    private async Task SetUp(IPage page)
    {
        await page.GotoAsync("/");
        var code = Shown().Match(output.ToString()).Groups[1].Value;
        foreach (var (field, value) in new[]
                 {
                     ("Code", code), ("JurisdictionName", "测试市"), ("JurisdictionCode", "430100"), ("OfficeName", "领导小组办公室"), ("PersonName", "张三"), ("Post", "主任"),
                     ("UserName", "zhangsan"), ("Password", OwnPassword), ("PasswordAgain", OwnPassword),
                 })
        {
            await page.Locator($"#Input_{field}").FillAsync(value);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "完成设置" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/Setup", StringComparison.Ordinal));
        if (page.Url.Contains("/SignIn", StringComparison.Ordinal))
        {
            await SignIn(page, "zhangsan", OwnPassword);
        }
    }

    private static async Task SignIn(IPage page, string userName, string password)
    {
        await page.GotoAsync("/Accounts/SignIn");
        await page.Locator("[name='Input.UserName']").FillAsync(userName);
        await page.Locator("[name='Input.Password']").FillAsync(password);
        await page.Locator("[name='Input.Password']").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/SignIn", StringComparison.Ordinal));
    }

    private static async Task Import(IPage page, string kind, int rows, string[] head, params string[][] lines)
    {
        using var file = new MemoryStream();
        await SpreadsheetWriter.Write(file, new Sheet("名册", [.. head.Select(h => new SheetColumn(h, 20))]), Rows(lines), TestCity.Ct);
        await page.GotoAsync("/Units/Rosters");
        await page.Locator("#Input_Kind").SelectOptionAsync(kind);
        await page.Locator("#Input_File").SetInputFilesAsync(new FilePayload { Name = "名册.xlsx", MimeType = SpreadsheetWriter.ContentType, Buffer = file.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并核对" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = string.Create(CultureInfo.InvariantCulture, $"导入新增 {rows} 行") }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync($"导入完成：新增 {rows}");
    }

    private static async IAsyncEnumerable<SheetCell[]> Rows(string[][] lines)
    {
        foreach (var line in lines)
        {
            yield return [.. line.Select(cell => (SheetCell)cell)];
        }

        await Task.CompletedTask;
    }

    /// <summary>Asks for sign-ins, lets the job run, and reads the strips as they would be printed.</summary>
    private async Task<Dictionary<string, string>> PrintCodes(IPage page, int people)
    {
        await page.GotoAsync("/Units/SignIns");
        await page.GetByRole(AriaRole.Button, new() { Name = $"开通 {people} 个账户" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"已处理 0/{people} 人");
        Assert.Equal(people, await app.Services.GetRequiredService<SignInSheets>().Run(TestCity.Ct));
        await page.ReloadAsync();
        await page.Locator("details.confirm summary").First.ClickAsync();
        await page.Locator("details.confirm").GetByRole(AriaRole.Button, new() { Name = "显示并打印纸条" }).ClickAsync();
        await Assertions.Expect(page.Locator(".strip")).ToHaveCountAsync(people);
        var codes = new Dictionary<string, string>();
        foreach (var strip in await page.Locator(".strip").AllAsync())
        {
            var words = await strip.Locator("code").AllInnerTextsAsync();
            codes.Add(words[0], words[1]);
        }

        await page.GotoAsync("/Units/SignIns");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("打印");
        Assert.DoesNotContain(codes.Values.First(), await page.ContentAsync(), StringComparison.Ordinal);
        return codes;
    }

    private static async Task FirstSignIn(IPage page, string userName, string code)
    {
        await SignIn(page, userName, code);
        Assert.Contains("/Accounts/Password", page.Url, StringComparison.Ordinal);
        await page.Locator("#Input_Current").FillAsync(code);
        await page.Locator("#Input_New").FillAsync(OwnPassword);
        await page.Locator("#Input_Again").FillAsync(OwnPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "修改密码" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/Work", StringComparison.Ordinal));
    }

    /// <summary>The first person holds the administrator's and the office's post.</summary>
    private static async Task ActAsOffice(IPage page)
    {
        await page.Locator(".acting-drop summary").ClickAsync();
        var office = page.Locator(".acting-drop button", new() { HasText = "主任" });
        if (await office.CountAsync() > 0)
        {
            await office.ClickAsync();
            await page.WaitForURLAsync(url => url.Contains("/Board", StringComparison.Ordinal));
        }
    }

    private static async Task ImportPlan(IPage page)
    {
        await page.GotoAsync("/Plans/Import");
        await page.Locator("#Input_Text").FillAsync(Plan);
        await page.GetByRole(AriaRole.Button, new() { Name = "读取方案" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/Plans/.+/Review"));
        var review = page.Url;
        await Sure(page, "确认方案");
        await page.GotoAsync(review[..review.IndexOf("/Review", StringComparison.Ordinal)] + "/Issue?year=2018");
        await Sure(page, "下达2018年度任务");
        await page.WaitForURLAsync(url => !url.Contains("/Issue", StringComparison.Ordinal));
    }

    private static async Task Sure(IPage page, string act)
    {
        var confirm = page.Locator("details.confirm", new() { Has = page.Locator("summary", new() { HasTextRegex = new Regex($"^{Regex.Escape(act)}$") }) }).First;
        await confirm.Locator("summary").First.ClickAsync();
        await confirm.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    [GeneratedRegex("设置码：(\\S+)")]
    private static partial Regex Shown();
}
