using System.Net;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Processes;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Tests.Processes;

/// <summary>The pages of processes as people meet them, and the words for what the engine wrote.</summary>
public sealed class ProcessPagesTests
{
    [Fact]
    public async Task A_stopped_process_shows_in_the_administrators_menu_on_every_page_and_in_nobody_elses()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);

        Assert.Contains("1 个流程停在异常上", await Page(site, story.City.Admin, "/Units"), StringComparison.Ordinal);
        Assert.DoesNotContain("个流程停在异常上", await Page(site, story.City.Office, "/Units"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_shows_where_it_stands_and_what_it_waits_for()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var page = await Page(site, story.City.Contact(StoryCity.Lead), $"/Processes/Instance/{(await story.HelpProcess()).Id}");

        Assert.Contains("data-here", page, StringComparison.Ordinal);
        Assert.Contains("停在这里", page, StringComparison.Ordinal);
        Assert.Contains("等待事件“协调事项已答复”", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_without_a_reason_comes_back_beside_its_field()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        using var admin = await site.SignedIn(story.City.Admin);
        var address = $"/Processes/Instance/{(await story.StoppedProcess()).Id}";
        using var answer = await TestSite.Post(admin, address, address + "?handler=Cancel", ("Input.Reason", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请填写取消流程的理由。", await answer.Content.ReadAsStringAsync(TestCity.Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("事件 help-answered：答复协调事项，李明（市教育局局长）", "协调事项已答复：答复协调事项，李明（市教育局局长）")]
    [InlineData("定时 2018-03-09T16:00:00.0000000Z", "到时：2018年3月10日 (周六) 00:00")]
    [InlineData("启动：提交进展，李明（市教育局局长）", "启动：提交进展，李明（市教育局局长）")]
    [InlineData("启动：活动 urge", "启动：流程步骤 urge")]
    [InlineData("重试（管理员）：定时 2018-03-09T16:00:00.0000000Z", "重试（管理员）：到时：2018年3月10日 (周六) 00:00")]
    [InlineData("子流程 help-request 结束", "“需协调事项”已结束")]
    [InlineData("取消（管理员）：停办", "取消（管理员）：停办")]
    public void A_cause_reads_as_people_say_it(string written, string read) => Assert.Equal(read, Words().Cause(written));

    [Fact]
    public void Values_read_as_people_say_them()
    {
        var values = Words().Values("""{"dueAt":"2018-03-09T16:00:00Z","eventName":"help-answered","people":3,"period":null,"dueOn":"2018-12-31","other":true}""");

        Assert.Equal(
            [("等到", "2018年3月10日 (周六) 00:00"), ("等待的事件", "协调事项已答复"), ("通知人数", "3"), ("报告期", "—"), ("完成期限", "2018年12月31日 (周一)"), ("other", "是")],
            values);
        Assert.Equal([("数值", "{\"cut\":\"off…")], Words().Values("{\"cut\":\"off…"));
        Assert.Empty(Words().Values(null));
    }

    private static HistoryWords Words()
    {
        var texts = new Texts(new Dictionary<string, string>());
        return new HistoryWords(texts, new ProcessWords(texts, id => id == "help-request" ? "需协调事项" : null));
    }

    private static async Task<string> Page(TestSite site, Actor actor, string address)
    {
        using var client = await site.SignedIn(actor);
        return WebUtility.HtmlDecode(await client.GetStringAsync(address, TestCity.Ct));
    }
}
