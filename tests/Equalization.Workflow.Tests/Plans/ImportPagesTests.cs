using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Parser;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Plans;

/// <summary>Bringing a plan in over HTTP, and what the page says to files that are none.</summary>
public sealed class ImportPagesTests
{
    private const string Page = "/Plans/Import";

    [Fact]
    public async Task A_text_file_becomes_a_draft_and_is_kept_as_it_was_uploaded()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var office = await site.SignedIn(city.Office);
        var bytes = Encoding.UTF8.GetBytes(SmallPlan.Text);

        using var answer = await Upload(office, "行动计划.txt", bytes);
        var review = await office.GetStringAsync(answer.Headers.Location!, TestCity.Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("配齐设备", review, StringComparison.Ordinal);
        var id = await city.Read(db => db.Plans.Select(p => p.Id).SingleAsync(TestCity.Ct));
        Assert.Equal(bytes, await office.GetByteArrayAsync($"/Plans/{id}?handler=File", TestCity.Ct));
    }

    [Fact]
    public async Task A_file_in_gb18030_is_read()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var office = await site.SignedIn(city.Office);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        using var answer = await Upload(office, "行动计划.txt", Encoding.GetEncoding("GB18030").GetBytes(SmallPlan.Text));

        Assert.Contains("完善规划", await office.GetStringAsync(answer.Headers.Location!, TestCity.Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty", "文件是空的")]
    [InlineData("picture", "这是图片，不能导入")]
    [InlineData("password", "这份文件有打开密码")]
    [InlineData("binary", "这不是文本文件")]
    [InlineData("large", "超过 20 MB 的上限")]
    public async Task A_file_that_cannot_be_read_is_refused_at_its_field_and_the_pasted_text_stays(string kind, string words)
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var office = await site.SignedIn(city.Office);

        using var answer = await Upload(office, "计划.txt", Bad(kind), "已经粘贴的文字");

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestCity.Ct));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, page.QuerySelector("#Input_File-error")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Equal("已经粘贴的文字", page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(0, await city.Read(db => db.Plans.CountAsync(TestCity.Ct)));
    }

    [Fact]
    public async Task Nothing_chosen_and_nothing_pasted_is_refused()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var office = await site.SignedIn(city.Office);

        using var answer = await TestSite.Post(office, Page, Page, ("Input.Text", " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请选择方案文件，或粘贴方案全文。", await answer.Content.ReadAsStringAsync(TestCity.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_text_is_read_like_a_file()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var office = await site.SignedIn(city.Office);

        using var answer = await TestSite.Post(office, Page, Page, ("Input.Text", SmallPlan.Text));

        Assert.Contains("开展监测", await office.GetStringAsync(answer.Headers.Location!, TestCity.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_plans_in_one_file_the_chosen_one_is_imported_and_nothing_before()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var office = await site.SignedIn(city.Office);
        var text = Two("甲市义务教育优质均衡发展实施方案", "完善规划") + Two("乙市学前教育普及普惠实施方案", "扩建园所");

        using var asked = await Upload(office, "两份.txt", Encoding.UTF8.GetBytes(text));
        var address = asked.Headers.Location!.ToString();
        var page = new HtmlParser().ParseDocument(await office.GetStringAsync(address, TestCity.Ct));
        Assert.Equal(["1", "2"], page.QuerySelectorAll("input[name='Input.Document']").Select(choice => choice.GetAttribute("value")));
        Assert.Equal(0, await city.Read(db => db.Plans.CountAsync(TestCity.Ct)));

        using var none = await TestSite.Post(office, address, address + "&handler=Take", ("Input.Text", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains("请选择要导入的方案。", await none.Content.ReadAsStringAsync(TestCity.Ct), StringComparison.Ordinal);
        using var taken = await TestSite.Post(office, address, address + "&handler=Take", ("Input.Document", "2"));

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal("乙市学前教育普及普惠实施方案", await city.Read(db => db.Plans.Select(p => p.Title).SingleAsync(TestCity.Ct)));
    }

    [Fact]
    public async Task A_text_without_measures_is_stored_only_when_a_person_says_so()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var office = await site.SignedIn(city.Office);

        using var asked = await Upload(office, "报告.txt", Encoding.UTF8.GetBytes("关于工作的自查报告\n一、工作情况\n1、成绩很大。\n"));
        var address = asked.Headers.Location!.ToString();
        Assert.Contains("没有读到措施，还没有保存任何内容", await office.GetStringAsync(address, TestCity.Ct), StringComparison.Ordinal);
        Assert.Equal(0, await city.Read(db => db.Plans.CountAsync(TestCity.Ct)));
        using var taken = await TestSite.Post(office, address, address + "&handler=Take", ("Input.Document", "1"));

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(1, await city.Read(db => db.Plans.CountAsync(TestCity.Ct)));
    }

    [Fact]
    public async Task Somebody_elses_reading_is_not_there()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        using var office = await site.SignedIn(city.Office);

        using var answer = await office.GetAsync($"{Page}?reading={Guid.CreateVersion7()}", TestCity.Ct);

        Assert.Contains("请重新选择文件", await answer.Content.ReadAsStringAsync(TestCity.Ct), StringComparison.Ordinal);
    }

    private static string Two(string title, string measure) => $"{title}\n{title}\n（2021—2023年）\n一、指导思想\n坚持优先发展。\n二、主要措施\n1.{measure}。2022年底前完成。（牵头单位：市教育局）\n三、保障措施\n加强领导，落实经费。\n";

    private static byte[] Bad(string kind) => kind switch
    {
        "empty" => [],
        "picture" => [0x89, 0x50, 0x4E, 0x47, .. new byte[100]],
        "password" => [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
        "binary" => [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7 % 256))],
        "large" => new byte[PlanText.LargestFile + 1],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static async Task<HttpResponseMessage> Upload(HttpClient client, string name, byte[] bytes, string text = "")
    {
        var token = TestSite.TokenOf(await client.GetStringAsync(Page, TestCity.Ct));
        using var content = new MultipartFormDataContent();
        using var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } };
        using var typed = new StringContent(text);
        using var secret = new StringContent(token);
        content.Add(file, "Input.File", name);
        content.Add(typed, "Input.Text");
        content.Add(secret, "__RequestVerificationToken");
        return await client.PostAsync(Page, content, TestCity.Ct);
    }
}
