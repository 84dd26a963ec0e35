using System.Text.RegularExpressions;
using Equalization.Workflow.Tests.Plans.Files;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>A plan with signed tasks gets a second edition: its differences are read, a pairing is corrected, it is confirmed, and what it asks of the tasks is decided.</summary>
public sealed class EditionInTheBrowserTests(Chromium chromium)
{
    private const string Lead = "市教育局";
    private const string Head = "测试市均衡发展行动计划（2018—2020年）\n一、主要措施\n";
    private const string First = Head
        + "1.完善布局规划。修订中小学布局规划，预留教育用地。（牵头单位：市教育局，配合单位：市发改委）\n"
        + "2.配齐教学设备。生均教学仪器设备值达到规定标准。（牵头单位：市教育局，配合单位：市财政局）\n"
        + "3.加强教师交流。骨干教师交流轮岗比例不低于两成。（牵头单位：市教育局，配合单位：市人社局）\n";

    private const string Second = Head
        + "1.完善布局规划。修订中小学和幼儿园布局规划，预留教育用地。（牵头单位：市教育局，配合单位：市发改委）\n"
        + "2.配齐教学设备。生均教学仪器设备值达到规定标准。（牵头单位：市财政局，配合单位：市教育局）\n"
        + "3.办好学校食堂。新建标准化学生食堂。（牵头单位：市教育局，配合单位：市财政局）\n";

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task A_second_edition_shows_what_changed_and_a_signed_task_follows_it(int width)
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        await using var circle = new Circle(site, chromium);
        var folder = Directory.CreateTempSubdirectory("editions-").FullName;
        var review = await circle.Import(await Write(folder, First));
        await circle.Confirm(review);
        await circle.Issue(review, 2018);
        var task = await city.Read(db => db.AnnualTasks.AsNoTracking().SingleAsync(t => t.Title == "完善布局规划", TestCity.Ct));
        await circle.Sign(city.Contact(Lead), task.Id);

        await circle.Import(await Write(folder, Second));
        var office = await circle.TabOf(city.Office);
        var address = office.Url;
        await using var tab = await chromium.Open(site, city.Office, width);
        await tab.Page.GotoAsync(address);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "与前一版的差异" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".review-sums")).ToContainTextAsync("新增 1 条");
        await Assertions.Expect(Named(tab.Page, "完善布局规划").Locator(".said ins")).ToContainTextAsync("和幼儿园");
        await Assertions.Expect(tab.Page.Locator(".difference").First).ToContainTextAsync("先看");
        await Assertions.Expect(Named(tab.Page, "加强教师交流")).ToContainTextAsync("删去的措施");
        await Assertions.Expect(Named(tab.Page, "配齐教学设备").Locator("ins", new() { HasText = "市财政局" })).ToBeVisibleAsync();
        // Tasks of one measure stand under each other: each must be large enough to be hit.
        Assert.InRange((await tab.Page.Locator(".difference .plain-list a").First.BoundingBoxAsync())!.Height, 24, 40);
        Assert.Empty(await tab.Axe());
        Assert.Equal(0, await tab.Overflow());

        await Named(tab.Page, "办好学校食堂").Locator(".pair-position").FillAsync("9");
        await Named(tab.Page, "办好学校食堂").GetByRole(AriaRole.Button, new() { Name = "配对", Exact = true }).ClickAsync();
        await Assertions.Expect(Named(tab.Page, "办好学校食堂")).ToContainTextAsync("现行版没有第 9 条措施");
        await Named(tab.Page, "办好学校食堂").Locator(".pair-position").FillAsync("3");
        await Named(tab.Page, "办好学校食堂").GetByRole(AriaRole.Button, new() { Name = "配对", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".review-sums")).ToContainTextAsync("新增 0 条");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "不是同一条措施", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".review-sums")).ToContainTextAsync("新增 1 条");

        await tab.Page.Locator("details.confirm summary").First.ClickAsync();
        await tab.Page.Locator("details.confirm").First.GetByRole(AriaRole.Button, new() { Name = "确认方案", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("body")).ToContainTextAsync("方案已确认生效，共 3 条措施。对已下达任务有 4 项变更建议");
        await Assertions.Expect(tab.Page.Locator(".difference")).ToHaveCountAsync(4);
        await Assertions.Expect(Named(tab.Page, "完善布局规划").Locator(".said ins")).ToContainTextAsync("和幼儿园");
        Assert.Empty(await tab.Axe());
        Assert.Equal(0, await tab.Overflow());

        await Decide(Named(tab.Page, "加强教师交流"), "任务保留原样");
        await Assertions.Expect(Named(tab.Page, "加强教师交流")).ToContainTextAsync("请写明任务保留原样的理由。");
        await Sheet(Named(tab.Page, "加强教师交流"), "任务保留原样").Locator("summary").ClickAsync();
        await Sheet(Named(tab.Page, "加强教师交流"), "任务保留原样").GetByLabel("理由").FillAsync("本年度继续实施。");
        await Decide(Named(tab.Page, "加强教师交流"), "任务保留原样");
        await Assertions.Expect(tab.Page.Locator("body")).ToContainTextAsync("任务保留原样，理由已记录。");
        await Decide(Named(tab.Page, "完善布局规划"), "采纳建议");
        await Assertions.Expect(tab.Page.Locator("body")).ToContainTextAsync("已采纳并办理，有关单位已收到通知。");
        await tab.Page.Locator("[data-pick-all]").CheckAsync();
        await Decide(tab.Page.Locator("#revisions"), "采纳所选建议");
        await Assertions.Expect(tab.Page.Locator("#revision-results")).ToContainTextAsync("办理结果：2 项已办理，0 项未办理");
        Assert.Empty(await tab.Axe());
        Assert.Equal(0, await tab.Overflow());

        await tab.Page.GotoAsync(address);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "与前一版的差异" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".pair-position")).ToHaveCountAsync(0);
        await Assertions.Expect(Named(tab.Page, "配齐教学设备")).ToContainTextAsync("按新分工重新下达：已采纳 1 项");
        await Assertions.Expect(Named(tab.Page, "加强教师交流")).ToContainTextAsync("撤回任务：保留原样 1 项");
        Assert.Empty(await tab.Axe());
        Assert.Equal(0, await tab.Overflow());

        var unit = await circle.TabOf(city.Contact(Lead));
        await unit.GotoAsync($"/Tasks/{task.Id}");
        await Assertions.Expect(unit.Locator(".story")).ToContainTextAsync("按方案第2版修订");
        await Assertions.Expect(unit.GetByRole(AriaRole.Button, new() { Name = "签收任务", Exact = true })).ToBeVisibleAsync();
        Directory.Delete(folder, recursive: true);
        await circle.DisposeAsync();
        // A refused form is answered with 422, which the browser's console notes.
        Assert.DoesNotContain(circle.Complaints.Concat(tab.Complaints), c => !c.Contains("422", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Word_files_are_brought_in_two_marked_fields_corrected_and_what_the_revised_edition_asks_is_accepted()
    {
        OneOffice.Needed();
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        await using var circle = new Circle(site, chromium);
        var folder = Directory.CreateTempSubdirectory("editions-").FullName;
        var review = await circle.Import(await Word(folder, "修订中小学布局规划，预留教育用地。", "新建寄宿制学校宿舍。（牵头单位：市教育局，配合单位：市财局）"));
        var office = await circle.TabOf(city.Office);
        await Assertions.Expect(office.Locator("article.measure")).ToHaveCountAsync(2);
        await circle.CorrectUnit("完善布局规划", "市发改局", "市发改委");
        await circle.CorrectUnit("改善寄宿条件", "市财局", "市财政局");
        await circle.Confirm(review);
        await circle.Issue(review, 2018);
        var task = await city.Read(db => db.AnnualTasks.AsNoTracking().SingleAsync(t => t.Title == "完善布局规划", TestCity.Ct));
        await circle.Sign(city.Contact(Lead), task.Id);

        var second = await circle.Import(await Word(folder, "修订中小学和幼儿园布局规划，预留教育用地。", "新建寄宿制学校宿舍。（牵头单位：市住建委，配合单位：市财政局）"));
        // What a person chose for the first edition is remembered for the second.
        await office.GotoAsync(second);
        await Decide(office.Locator("main"), "确认方案");
        await Assertions.Expect(office.Locator("body")).ToContainTextAsync("对已下达任务有 2 项变更建议");
        await office.GotoAsync(second[..second.IndexOf("/Review", StringComparison.Ordinal)]);
        await office.GetByRole(AriaRole.Link, new() { Name = "第 2 版对已下达任务有 2 项修订建议待处理。" }).ClickAsync();
        await office.Locator("[data-pick-all]").CheckAsync();
        await Decide(office.Locator("#revisions"), "采纳所选建议");
        await Assertions.Expect(office.Locator("#revision-results")).ToContainTextAsync("办理结果：2 项已办理，0 项未办理");

        var unit = await circle.TabOf(city.Contact(Lead));
        await unit.GotoAsync($"/Tasks/{task.Id}");
        await Assertions.Expect(unit.Locator(".story")).ToContainTextAsync("按方案第2版修订");
        await Assertions.Expect(unit.GetByRole(AriaRole.Button, new() { Name = "签收任务", Exact = true })).ToBeVisibleAsync();
        Assert.Equal(city.Unit("市住建委").Id, await city.Read(db => db.AnnualTasks.Where(t => t.Title == "改善寄宿条件").Select(t => t.LeadUnitId).SingleAsync(TestCity.Ct)));
        Directory.Delete(folder, recursive: true);
        await circle.DisposeAsync();
        Assert.Empty(circle.Complaints);
    }

    private static ILocator Named(IPage page, string title) => page.Locator(".difference", new() { Has = page.Locator(".difference-title", new() { HasText = title }) });

    /// <summary>Opens what a decision says it will do, and does it.</summary>
    private static async Task Decide(ILocator within, string act)
    {
        var sheet = Sheet(within, act);
        if (await sheet.GetAttributeAsync("open") is null)
        {
            await sheet.Locator("summary").ClickAsync();
        }

        await sheet.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
    }

    private static ILocator Sheet(ILocator within, string act) =>
        within.Locator("details.confirm", new() { Has = within.Page.Locator("summary", new() { HasTextRegex = new Regex($"^{act}$") }) });

    private static async Task<string> Write(string folder, string text)
    {
        var path = Path.Combine(folder, "行动计划.txt");
        await File.WriteAllTextAsync(path, text, TestCity.Ct);
        return path;
    }

    /// <summary>A plan as LibreOffice saves it for Word, its headings numbered by the program.</summary>
    private static async Task<string> Word(string folder, string layout, string boarding)
    {
        var source = OfficePlans.Document(
            OfficePlans.Paragraph("测试市均衡发展行动计划（2018—2020年）")
            + OfficePlans.List(false, OfficePlans.Item(
                "主要措施",
                OfficePlans.Item($"完善布局规划。{layout}（牵头单位：市教育局，配合单位：市发改局）"),
                OfficePlans.Item($"改善寄宿条件。{boarding}"))));
        var path = Path.Combine(folder, "行动计划.docx");
        await File.WriteAllBytesAsync(path, await Office.Saved(source, "fodt", "docx"), TestCity.Ct);
        return path;
    }
}
