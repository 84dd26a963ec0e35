using System.Net;
using System.Text;
using System.Text.Json;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Controllers;
using Equalization.Workflow.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Progress;

/// <summary>Evidence looked at on a page: nothing of it runs, nobody sees more than the download gives, and each look is written down.</summary>
public sealed class EvidencePreviewPagesTests
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_text_is_shown_as_text_whatever_it_says()
    {
        await using var city = await TestCity.Create();
        var lines = string.Concat(Enumerable.Range(1, 205).Select(i => $"第 {i} 行\n"));
        var version = await Upload(city, "说明.txt", Encoding.UTF8.GetBytes("<script>alert(1)</script><svg onload=alert(2)>\n" + lines));
        await using var site = await TestSite.Start(city);

        var page = await Page(site, city.Contact(CityTasks.Lead), version);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;svg onload=alert(2)&gt;", page, StringComparison.Ordinal);
        Assert.Contains("第 199 行", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("第 200 行\n", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("只显示前 200 行", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("页面.html", "<html><script>alert(1)</script></html>")]
    [InlineData("图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    public async Task A_page_or_a_drawing_with_scripts_is_not_taken_in(string name, string content)
    {
        await using var city = await TestCity.Create();

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => Upload(city, name, Encoding.UTF8.GetBytes(content)));

        Assert.Equal("file-kind", refused.Code);
    }

    [Theory]
    [InlineData("text/html", "<html><script>alert(1)</script></html>")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("image/png", "<html><script>alert(1)</script></html>")]
    public async Task What_stands_in_the_store_as_a_page_or_a_drawing_is_neither_shown_nor_sent_in_place(string contentType, string content)
    {
        await using var city = await TestCity.Create();
        var version = await Upload(city, "说明.txt", Encoding.UTF8.GetBytes(content));
        await city.Read(db => db.Database.ExecuteSqlAsync($"UPDATE EvidenceVersions SET ContentType = {contentType}", Ct));
        await using var site = await TestSite.Start(city);
        using var client = await site.SignedIn(city.Contact(CityTasks.Lead));

        var page = await client.GetStringAsync($"/Evidence/{version}/Preview", Ct);
        using var picture = await client.GetAsync($"/Evidence/{version}/Picture", Ct);
        using var download = await client.GetAsync($"/Evidence/{version}", Ct);

        Assert.DoesNotContain("alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/Evidence/{version}/Picture", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, picture.StatusCode);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(EvidenceController.SealedPolicy, Assert.Single(download.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(download.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_picture_comes_from_here_as_a_picture_and_may_do_nothing()
    {
        await using var city = await TestCity.Create();
        var version = await Upload(city, "现场.png", [.. Convert.FromBase64String(Dot), .. "<script>alert(1)</script>"u8]);
        await using var site = await TestSite.Start(city);
        using var client = await site.SignedIn(city.Contact(CityTasks.Lead));

        using var page = await client.GetAsync($"/Evidence/{version}/Preview", Ct);
        using var picture = await client.GetAsync($"/Evidence/{version}/Picture", Ct);

        Assert.Contains($"src=\"/Evidence/{version}/Picture\"", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", Assert.Single(picture.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(picture.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(picture.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task It_is_looked_at_by_whoever_may_take_it_along()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var version = await Upload(city, "现场.png", Convert.FromBase64String(Dot));
        var reports = city.Get<ReportService>();
        var report = await reports.Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40) with { Evidence = [version] }, Ct);
        await using var site = await TestSite.Start(city);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await Looks(site, city.Head(CityTasks.Lead), version));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await Looks(site, city.Contact(CityTasks.Cooperating), version));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await Looks(site, city.Office, version));

        await reports.Approve(city.Head(CityTasks.Lead), report, (await city.Report(report)).Version, Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await Looks(site, city.Contact(CityTasks.Cooperating), version));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await Looks(site, city.Office, version));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await Looks(site, city.Contact(CityTasks.Stranger), version));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await Looks(site, city.AsNeighbour(Role.Office, TestCity.OfficeUnit), version));
    }

    [Fact]
    public async Task Each_look_and_each_download_leaves_one_row()
    {
        await using var city = await TestCity.Create();
        var text = await Upload(city, "说明.txt", "已完成。"u8.ToArray());
        var picture = await Upload(city, "现场.png", Convert.FromBase64String(Dot));
        var strange = await Upload(city, "说明.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]);
        await using var site = await TestSite.Start(city);
        using var client = await site.SignedIn(city.Contact(CityTasks.Lead));
        foreach (var address in new[] { $"{text}/Preview", $"{picture}/Preview", $"{picture}/Picture", $"{strange}/Preview", $"{strange}" })
        {
            using var answer = await client.GetAsync($"/Evidence/{address}", Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var rows = await city.Read(db => db.AuditEntries.AsNoTracking().Where(e => e.Change == ExportService.Change).OrderBy(e => e.Sequence).ToListAsync(Ct));

        Assert.Equal(
            [("预览佐证材料", $"{text}", "txt"), ("预览佐证材料", $"{picture}", "png"), ("下载佐证材料", $"{strange}", "doc")],
            rows.Select(r => (r.Act, r.EntityId, JsonSerializer.Deserialize<Dictionary<string, string?[]>>(r.Values)!["Form"][1]!)));
    }

    [Fact]
    public async Task What_cannot_be_shown_says_so_and_can_still_be_downloaded()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        foreach (var (name, content, says) in new (string, byte[], string)[]
        {
            ("坏图.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0], "文件已损坏或格式不符"),
            ("巨图.png", [.. Convert.FromBase64String(Dot)[..16], 0, 1, 0, 0, 0, 1, 0, 0, 8, 6, 0, 0, 0], "文件太大"),
            ("旧文.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "这种文件不在页面里预览"),
            ("坏表.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "文件已损坏或格式不符"),
            ("锁表.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "文件有打开密码"),
            ("空.txt", "\n\n"u8.ToArray(), "没有可以显示的文字"),
        })
        {
            var version = await Upload(city, name, content);

            var page = WebUtility.HtmlDecode(await Page(site, city.Contact(CityTasks.Lead), version));

            Assert.Contains(says, page, StringComparison.Ordinal);
            Assert.Contains($"href=\"/Evidence/{version}\" download", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_goes_from_piece_to_piece_of_a_task_and_back_to_it()
    {
        await using var city = await TestCity.Create();
        var task = await city.LaySignedTask();
        var first = await Upload(city, "说明.txt", "一"u8.ToArray(), "甲");
        var second = await Upload(city, "现场.png", Convert.FromBase64String(Dot), "乙");
        await city.Get<ReportService>().Submit(city.Contact(CityTasks.Lead), task.Lead.Id, null, CityTasks.Draft(40) with { Evidence = [first, second] }, Ct);
        await using var site = await TestSite.Start(city);
        using var client = await site.SignedIn(city.Contact(CityTasks.Lead));

        var tab = await client.GetStringAsync($"/Tasks/{task.Id}?tab=evidence", Ct);
        var page = await client.GetStringAsync($"/Evidence/{second}/Preview?task={task.Id}", Ct);

        Assert.Contains($"/Evidence/{first}/Preview?task={task.Id}", tab, StringComparison.Ordinal);
        Assert.Contains($"rel=\"next\" href=\"/Evidence/{first}/Preview?task={task.Id}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/Tasks/{task.Id}?tab=evidence\"", page, StringComparison.Ordinal);
    }

    private static Task<Guid> Upload(TestCity city, string name, byte[] content, string kind = "验收报告") => city.Get<EvidenceService>().Upload(
        city.Contact(CityTasks.Lead), new EvidenceUpload(name, kind, null, null), new MemoryStream(content), Ct);

    private static async Task<string> Page(TestSite site, Actor actor, Guid version)
    {
        using var client = await site.SignedIn(actor);
        return await client.GetStringAsync($"/Evidence/{version}/Preview", Ct);
    }

    private static async Task<(HttpStatusCode Page, HttpStatusCode Picture)> Looks(TestSite site, Actor actor, Guid version)
    {
        using var client = await site.SignedIn(actor);
        using var page = await client.GetAsync($"/Evidence/{version}/Preview", Ct);
        using var picture = await client.GetAsync($"/Evidence/{version}/Picture", Ct);
        return (page.StatusCode, picture.StatusCode);
    }
}
