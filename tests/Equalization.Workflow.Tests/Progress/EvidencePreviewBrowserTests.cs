using System.Text;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Progress;

/// <summary>Real files, made by LibreOffice, opened in a browser at both widths.</summary>
public sealed class EvidencePreviewBrowserTests(Chromium chromium)
{
    private const string Book = """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
            office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
          <office:automatic-styles><style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
          <office:body><office:spreadsheet>
            <table:table table:name="学校名单">
              <table:table-row><table:table-cell office:value-type="string"><text:p>学校</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>&lt;b&gt;学位&lt;/b&gt;</text:p></table:table-cell></table:table-row>
              <table:table-row><table:table-cell office:value-type="string"><text:p>第一小学</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1080"><text:p>1080</text:p></table:table-cell></table:table-row>
            </table:table>
            <table:table table:name="旧表" table:style-name="hid"><table:table-row><table:table-cell office:value-type="string"><text:p>旧</text:p></table:table-cell></table:table-row></table:table>
          </office:spreadsheet></office:body>
        </office:document>
        """;

    private static CancellationToken Ct => TestCity.Ct;

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task A_picture_a_pdf_a_sheet_and_a_word_file_show_on_the_page(int width)
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var text = Encoding.UTF8.GetBytes("验收意见：合格。\n");
        var pdf = await Office.Saved(text, "txt", "pdf");
        Guid[] versions =
        [
            await Upload(city, "一.png", await Office.Png(text, "txt", 60)),
            await Upload(city, "二.pdf", pdf),
            await Upload(city, "三.xlsx", await Office.Saved(Encoding.UTF8.GetBytes(Book), "fods", "xlsx")),
            await Upload(city, "四.docx", await Office.Saved(text, "txt", "docx")),
        ];
        await city.Get<ReportService>().Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40) with { Evidence = versions }, Ct);
        await using var site = await TestSite.Start(city);
        await using var tab = await chromium.Open(site, city.Contact(CityTasks.Lead), width);

        await Show(tab, task.Id, versions[0]);
        Assert.True(await Drawn(tab) > 100);
        await Sound(tab);
        await Show(tab, task.Id, versions[1]);
        Assert.True(await Drawn(tab) > 500);
        await Sound(tab);
        await Show(tab, task.Id, versions[2]);
        Assert.Equal(["<b>学位</b>", "1080"], await tab.Page.Locator(".preview-table").First.Locator("td:nth-child(3)").AllInnerTextsAsync());
        Assert.Contains("（隐藏的工作表）", await tab.Page.Locator("h3", new PageLocatorOptions { HasText = "旧表" }).InnerTextAsync(), StringComparison.Ordinal);
        await Sound(tab);
        await Show(tab, task.Id, versions[3]);
        Assert.Contains("验收意见：合格。", await tab.Page.Locator(".preview-text").InnerTextAsync(), StringComparison.Ordinal);
        await Sound(tab);
    }

    [Fact]
    public async Task The_keyboard_goes_to_the_next_piece_and_back_to_the_task()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        Guid[] versions = [await Upload(city, "一.txt", "一"u8.ToArray(), "甲"), await Upload(city, "二.txt", "二"u8.ToArray(), "乙")];
        await city.Get<ReportService>().Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40) with { Evidence = versions }, Ct);
        await using var site = await TestSite.Start(city);
        await using var tab = await chromium.Open(site, city.Contact(CityTasks.Lead));
        await tab.Page.GotoAsync($"/Tasks/{task.Id}?tab=evidence");

        await tab.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "预览 二" }).ClickAsync();
        await At(tab, $"/Evidence/{versions[1]}/Preview");
        await tab.Page.Keyboard.PressAsync("ArrowRight");
        await At(tab, $"/Evidence/{versions[0]}/Preview");
        await tab.Page.Keyboard.PressAsync("Escape");
        await At(tab, $"/Tasks/{task.Id}?tab=evidence");

        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_pdf_with_a_password_and_a_broken_one_say_so()
    {
        Assert.SkipUnless(Office.IsThere, Office.IsAbsent);
        await using var city = await TestCity.Create();
        var locked = await Upload(city, "锁.pdf", await Office.Saved(
            "密"u8.ToArray(), "txt", """pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"k"}}"""));
        var broken = await Upload(city, "坏.pdf", "%PDF-1.7 坏"u8.ToArray());
        await using var site = await TestSite.Start(city);
        using var client = await site.SignedIn(city.Contact(CityTasks.Lead));

        Assert.Contains("文件有打开密码", System.Net.WebUtility.HtmlDecode(await client.GetStringAsync($"/Evidence/{locked}/Preview", Ct)), StringComparison.Ordinal);
        Assert.Contains("文件已损坏或格式不符", System.Net.WebUtility.HtmlDecode(await client.GetStringAsync($"/Evidence/{broken}/Preview", Ct)), StringComparison.Ordinal);
    }

    private static Task Show(BrowserPage tab, Guid task, Guid version) => tab.Page.GotoAsync($"/Evidence/{version}/Preview?task={task}");

    /// <summary>The natural width of the picture on the page, 0 when the browser could not draw it.</summary>
    private static Task<int> Drawn(BrowserPage tab) => tab.Page.Locator(".preview-picture").First.EvaluateAsync<int>("i => i.decode().then(() => i.naturalWidth)");

    private static async Task Sound(BrowserPage tab)
    {
        Assert.Empty(await tab.Axe());
        Assert.Empty(tab.Complaints);
        Assert.Equal(0, await tab.Overflow());
    }

    private static Task<Guid> Upload(TestCity city, string name, byte[] content, string kind = "验收报告") => city.Get<EvidenceService>().Upload(
        city.Contact(CityTasks.Lead), new EvidenceUpload(name, kind, null, null), new MemoryStream(content), Ct);

    /// <summary>Watches the address and the state: going back in history does not always fire the events of a page that loads.</summary>
    private static async Task At(BrowserPage tab, string address)
    {
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Regex(Regex.Escape(address)));
        await tab.Page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }
}
