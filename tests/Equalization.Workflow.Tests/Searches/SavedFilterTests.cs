using System.Net;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Core.Searches.Filters;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Searches;

/// <summary>The search page, the tools beside the filters, and saved filters.</summary>
public sealed class SavedFilterTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_filter_is_saved_under_a_name_and_found_again_on_its_list_by_nobody_else()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        using var office = await site.SignedIn(story.City.Office);
        var list = await office.GetStringAsync("/Tasks?show=overdue&p=2", Ct);
        const string Save = "/Filters/Save?path=%2FTasks&query=%3Fshow%3Doverdue";
        Assert.Contains(WebUtility.HtmlEncode(Save), list, StringComparison.Ordinal);
        Assert.Contains("data-copy=\"/Tasks?show=overdue\"", list, StringComparison.Ordinal);

        using var saved = await TestSite.Post(office, Save, Save, ("Input.Name", "逾期任务"));

        Assert.Equal("/Tasks?show=overdue", saved.Headers.Location!.OriginalString);
        Assert.Contains("href=\"/Tasks?show=overdue\">逾期任务</a>", await office.GetStringAsync("/Tasks", Ct), StringComparison.Ordinal);
        Assert.Contains("逾期任务", await office.GetStringAsync("/Filters", Ct), StringComparison.Ordinal);
        using var leader = await site.SignedIn(story.City.Leader);
        Assert.DoesNotContain("逾期任务", await leader.GetStringAsync("/Tasks", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("逾期任务", await leader.GetStringAsync("/Filters", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_name_on_the_same_list_is_replaced_and_another_person_cannot_delete_it()
    {
        await using var city = await TestCity.Create();
        var service = city.Get<SavedFilterService>();
        var first = await service.Save(city.Office, "本月", "/Tasks", "?show=week", Ct);
        var second = await service.Save(city.Office, " 本月 ", "/Tasks", "?show=overdue", Ct);
        await service.Save(city.Office, "本月", "/Units", "?kind=School", Ct);

        Assert.Equal(first, second);
        Assert.Equal("/Tasks?show=overdue", Assert.Single(await city.Get<SavedFilterQueries>().Of(city.Office, "/Tasks", Ct)).Address);
        Assert.Equal(RuleBroken.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() => service.Delete(city.Leader, first, Ct))).Code);
        await service.Delete(city.Office, first, Ct);
        Assert.Equal("/Units", Assert.Single(await city.Get<SavedFilterQueries>().Of(city.Office, null, Ct)).Path);
    }

    [Fact]
    public async Task A_name_in_the_other_case_or_width_is_the_same_name()
    {
        await using var city = await TestCity.Create();
        var service = city.Get<SavedFilterService>();
        var first = await service.Save(city.Office, "abc 一", "/Tasks", "?show=week", Ct);

        Assert.Equal(first, await service.Save(city.Office, "ABC 一", "/Tasks", "?show=month", Ct));
        Assert.Equal(first, await service.Save(city.Office, "ａｂＣ　一", "/tasks", "?show=overdue", Ct));

        var kept = Assert.Single(await city.Get<SavedFilterQueries>().Of(city.Office, null, Ct));
        Assert.Equal(("ａｂＣ　一", "/Tasks?show=overdue"), (kept.Name, kept.Address));
    }

    [Fact]
    public async Task Conditions_that_are_too_long_are_refused_as_that()
    {
        await using var city = await TestCity.Create();
        var service = city.Get<SavedFilterService>();
        await service.Save(city.Office, "最长", "/Tasks", "?q=" + new string('x', SavedFilter.LongestQuery - 3), Ct);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => service.Save(city.Office, "过长", "/Tasks", "?q=" + new string('x', SavedFilter.LongestQuery - 2), Ct));

        Assert.Equal("filter-too-long", refused.Code);
    }

    [Theory]
    [InlineData("", "/Tasks", "?show=week", "filter-name")]
    [InlineData("甲", "//evil.example", "?a=b", "filter-address")]
    [InlineData("甲", "/\\evil.example", "?a=b", "filter-address")]
    [InlineData("甲", "https://evil.example", "?a=b", "filter-address")]
    [InlineData("甲", "/Tasks", "", "filter-address")]
    [InlineData("甲", "/Tasks", "show=week", "filter-address")]
    [InlineData("甲", null, "?show=week", "filter-address")]
    [InlineData("甲", "/Tasks", "?q=学位", "filter-address")]
    [InlineData("甲", "/Tasks", "?q=a b", "filter-address")]
    [InlineData("甲", "/Tasks", "?q=\u007F", "filter-address")]
    public async Task What_is_no_narrowed_list_of_ours_is_refused(string name, string? path, string query, string code)
    {
        await using var city = await TestCity.Create();

        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(() => city.Get<SavedFilterService>().Save(city.Office, name, path, query, Ct))).Code);
    }

    [Fact]
    public async Task A_person_keeps_only_so_many()
    {
        await using var city = await TestCity.Create();
        for (var i = 0; i < SavedFilter.Most; i++)
        {
            await city.Get<SavedFilterService>().Save(city.Office, $"第{i}个", "/Tasks", "?show=week", Ct);
        }

        Assert.Equal("filters-full", (await Assert.ThrowsAsync<RuleBroken>(() => city.Get<SavedFilterService>().Save(city.Office, "再一个", "/Tasks", "?show=week", Ct))).Code);
    }

    [Fact]
    public async Task The_page_groups_by_kind_and_marks_the_words_and_nothing_else_of_the_text_is_markup()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.Signed);
        await story.City.Lay(db => db.Entry(db.AnnualTasks.Single(t => t.Id == task.Id)).Property(t => t.Content).CurrentValue = "<b>新增学位</b>２０００个");
        await story.Index();
        await using var site = await TestSite.Start(story.City);
        using var office = await site.SignedIn(story.City.Office);

        var page = await office.GetStringAsync("/Search?q=" + Uri.EscapeDataString("学位</b>2000"), Ct);

        Assert.Contains("&lt;b&gt;新增<mark>学位&lt;/b&gt;２０００</mark>个", Plain(page), StringComparison.Ordinal);
        Assert.Contains($"href=\"/Tasks/{task.Id}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_one_kind_is_leafed_through_and_a_long_query_is_refused_beside_what_was_typed()
    {
        await using var story = await StoryCity.Create();
        await story.Index();
        await using var site = await TestSite.Start(story.City);
        using var contact = await site.SignedIn(story.City.Contact(StoryCity.Lead));
        var titles = await contact.GetStringAsync($"/Search?q={Uri.EscapeDataString("报告")}&kind={SearchKind.Task}", Ct);
        Assert.Contains(StoryCity.Drafted, Plain(titles).Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal), StringComparison.Ordinal);

        using var refused = await contact.GetAsync("/Search?q=" + new string('x', SearchText.LongestQuery + 1), Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("最多 500 字", Plain(await refused.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    /// <summary>Chinese as characters, markup of the text still escaped.</summary>
    private static string Plain(string html) => System.Text.RegularExpressions.Regex.Replace(html, "&#x([0-9A-F]+);", m => char.ConvertFromUtf32(Convert.ToInt32(m.Groups[1].Value, 16)));
}
