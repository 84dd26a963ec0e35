using System.Net;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Tests.Indicators.Rebalancings;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Indicators.WhatIfs;

/// <summary>The what-if page without script: other amounts, the search for least transfers, its plan, and the list to take away.</summary>
public sealed class WhatIfPagesTests
{
    private const string Address = "/Schools/WhatIf?level=Primary&indicator=2";
    private const string Rich = "001,第一小学,小学,1000,,42,,15,,9,,4500,7500,200,23";
    private const string Poor = "002,第二小学,小学,1000,,42,,3,,9,,4500,7500,200,23";

    [Fact]
    public async Task Other_amounts_show_at_the_school_and_in_the_county_and_are_kept_nowhere()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await story.City.TakeSchools(2023, Rich, Poor);
        var poor = (await story.City.CountySchools(2023)).Schools["002"].Id;
        using var client = await site.SignedIn(story.City.Contact(StoryCity.Lead));

        // The page's frame has a form of its own: the token must stand in this one too.
        var page = await client.GetStringAsync(Address, TestCity.Ct);
        var form = page[page.IndexOf("hx-post", StringComparison.Ordinal)..];
        using var answer = await TestSite.PostWith(client, TestSite.TokenOf(form[..form.IndexOf("</form>", StringComparison.Ordinal)]), Address, ($"Input.Amounts[{poor}]", "10"));
        var text = await TextOf(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("0.6667 → 0.2000", text, StringComparison.Ordinal);
        Assert.Contains("通过的学校 1 所 → 2 所，不通过的 1 所 → 0 所。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0.2000", await client.GetStringAsync(Address, TestCity.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_least_transfers_are_asked_for_here_made_by_the_job_listed_and_taken_away_as_a_file_that_leaves_a_row()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await story.City.TakeSchools(2023, Rich, Poor);
        using var client = await site.SignedIn(story.City.Office);

        using var asked = await TestSite.Post(client, Address, Address + "&handler=Ask", ("Input.MayGive", "20"), ("Input.Keeps", "1"), ("Input.Extra", "0"));
        var plan = asked.Headers.Location!.ToString();
        var waiting = await client.GetStringAsync(plan, TestCity.Ct);
        await story.City.Get<RebalancingService>().Run(TestCity.Ct);
        var text = WebUtility.HtmlDecode(await client.GetStringAsync(plan, TestCity.Ct));
        using var file = await client.GetAsync(plan + "/Moves.xlsx", TestCity.Ct);
        var laidIn = WebUtility.HtmlDecode(await client.GetStringAsync(Address + "&plan=" + plan[(plan.LastIndexOf('/') + 1)..], TestCity.Ct));

        Assert.Contains("正在排队", WebUtility.HtmlDecode(waiting), StringComparison.Ordinal);
        // 15 and 3 are 0.6667 apart from the mean of 9; two teachers make it 13 and 5, 0.4444.
        Assert.Contains("达标最少调配 2 人，已证明不能更少；本方案共调配 2 人。", text, StringComparison.Ordinal);
        Assert.Contains("差异系数 0.6667 → 0.4444，上限 0.50。", text, StringComparison.Ordinal);
        Assert.Contains("0.6667 → 0.4444", laidIn, StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal((byte)'P', (await file.Content.ReadAsByteArrayAsync(TestCity.Ct))[0]);
        using var auditor = await site.SignedIn(story.City.Auditor);
        Assert.Contains("导出均衡方案清单", WebUtility.HtmlDecode(await auditor.GetStringAsync("/Audit?act=导出均衡方案清单", TestCity.Ct)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.MayGive", "101", "调出比例“101”不成立")]
    [InlineData("Input.Keeps", "-1", "至少保留的教师数“-1”不成立")]
    [InlineData("Input.Extra", "-5", "可以多调的人数应在 0 和 200 之间")]
    [InlineData("Input.Extra", "100000", "可以多调的人数应在 0 和 200 之间")]
    public async Task Limits_that_cannot_be_come_back_beside_their_field(string field, string value, string says)
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await story.City.TakeSchools(2023, Rich, Poor);
        using var client = await site.SignedIn(story.City.Office);

        using var answer = await TestSite.Post(client, Address, Address + "&handler=Ask", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, await TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_way_is_told_with_the_best_coefficient()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var plan = await story.City.FoundPlan(RebalancingDesk.Teachers, new RebalancingTerms { MayGive = 7 });
        using var client = await site.SignedIn(story.City.Office);

        var text = WebUtility.HtmlDecode(await client.GetStringAsync($"/Schools/Rebalancings/{plan}", TestCity.Ct));

        Assert.Contains("差异系数最低可以降到 0.5556，上限 0.50。", text, StringComparison.Ordinal);
        Assert.Contains("受各校可调出人数限制", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_of_schools_is_leafed_through_and_keeps_what_was_typed()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await story.City.TakeSchools(2023, [.. Enumerable.Range(1, 60).Select(i => Rich.Replace("001,第一小学", $"{i:000},第{i:000}小学", StringComparison.Ordinal))]);
        var first = (await story.City.CountySchools(2023)).Schools["001"].Id;
        using var client = await site.SignedIn(story.City.Office);

        using var second = await TestSite.Post(client, Address, Address + "&p=2", ($"Input.Amounts[{first}]", "9"));
        var text = await TextOf(second);

        Assert.Contains("第060小学", text, StringComparison.Ordinal);
        Assert.DoesNotContain("第002小学", text, StringComparison.Ordinal);
        Assert.Contains($"<input type=\"hidden\" name=\"Input.Amounts[{first}]\" value=\"9\">", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_with_parts_of_teachers_is_named_on_the_page()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await story.City.TakeSchools(2023, Rich, Poor, "003,山里小学,小学,60,,3,,1,,1,,600,500,12,2");
        var schools = story.City.Get<SchoolQueries>();
        var view = await schools.School(story.City.Office, (await story.City.CountySchools(2023)).Schools["003"].Id, 2023, TestCity.Ct);
        var entry = new SchoolEntry(view.Id, "", "", "", 2023, view.Origin, view.Figures with { MoreSportsAndArtsTeachers = new Allowance(1.5m, "走教") }, view.Conditions, "走教安排") { OpenedYear = 2023 };
        await story.City.Get<SchoolEntryService>().Enter(story.City.Office, entry, view.Version, TestCity.Ct);
        using var client = await site.SignedIn(story.City.Office);

        using var answer = await TestSite.Post(client, Address, "/Schools/WhatIf?level=Primary&indicator=3&handler=Ask");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("学校“山里小学”的数量 2.5 不是整数", await TextOf(answer), StringComparison.Ordinal);
    }

    private static async Task<string> TextOf(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestCity.Ct));
}
