using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Plans;

/// <summary>The review and issue screens over HTTP, scripts off.</summary>
public sealed class ReviewPagesTests
{
    [Fact]
    public async Task The_source_stands_on_the_page_sign_by_sign_with_its_measures_marked()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var review = await PlanServiceTests.Import(city);
        using var office = await site.SignedIn(city.Office);

        var page = await Parse(office, Address(review));

        Assert.Equal(review.SourceText, page.QuerySelector("[data-source]")!.TextContent);
        Assert.Equal("4 条措施2 条可下达3 处待确认原文覆盖 100%", Squeeze(page.QuerySelector(".review-sums")!));
        Assert.Equal(4, page.QuerySelectorAll(".measure").Length);
        Assert.Equal(3, page.QuerySelectorAll("[data-doubt]").Length);
    }

    [Fact]
    public async Task A_refused_form_comes_back_open_with_what_was_typed_and_the_sentence_at_its_field()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var review = await PlanServiceTests.Import(city);
        using var office = await site.SignedIn(city.Office);
        var measure = review.Measures[0];

        using var answer = await TestSite.Post(
            office, Address(review, measure), Address(review, measure) + "&handler=Reword",
            ("Input.MeasureId", $"{measure.Id}"), ("Input.Version", $"{measure.Version}"), ("Input.Title", ""), ("Input.Body", "新写的正文"));

        var page = await Parse(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("新写的正文", page.QuerySelector("#W_Body")!.TextContent);
        Assert.Contains("措施名称不能为空", page.QuerySelector("#Input_Title-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_the_second_is_told_and_keeps_the_words()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var review = await PlanServiceTests.Import(city);
        var measure = review.Measures[0];
        using var office = await site.SignedIn(city.Office);
        using var colleague = await site.SignedIn(city.As(Role.Office, TestCity.OfficeUnit, 1));
        (string, string)[] fields = [("Input.MeasureId", $"{measure.Id}"), ("Input.Version", $"{measure.Version}"), ("Input.Body", "")];

        using var first = await TestSite.Post(
            office, Address(review, measure), Address(review, measure) + "&handler=Reword", [.. fields, ("Input.Title", "甲的名称")]);
        using var second = await TestSite.Post(
            colleague, Address(review, measure), Address(review, measure) + "&handler=Reword", [.. fields, ("Input.Title", "乙的名称")]);

        var page = await Parse(second);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (first.StatusCode, second.StatusCode));
        Assert.Equal("乙的名称", page.QuerySelector("#W_Title")!.GetAttribute("value"));
        Assert.Contains("已被他人修改", page.QuerySelector(".form-refusal")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_matched_and_the_plan_confirmed_without_scripts()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var review = await PlanServiceTests.Import(city);
        using var office = await site.SignedIn(city.Office);
        var measure = review.Measures[1];
        var unknown = measure.Units.Single(u => u.ListId is null);

        using var matched = await TestSite.Post(
            office, Address(review, measure), Address(review, measure) + "&handler=Match",
            ("Input.MeasureId", $"{measure.Id}"), ("Input.Version", $"{measure.Version}"), ("Input.PartId", $"{unknown.Id}"),
            ("Input.ListId", $"{city.Unit("市财政局").Id}"), ("Input.Remember", "true"));
        var page = await Parse(office, Address(review));
        using var confirmed = await TestSite.Post(
            office, Address(review), Address(review) + "&handler=Confirm",
            ("Input.Version", page.QuerySelector(".review-confirm [name='Input.Version']")!.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.Redirect, matched.StatusCode);
        Assert.Equal($"/Plans/{review.Plan.Id}", confirmed.Headers.Location!.ToString());
        var plan = await city.Get<PlanQueries>().Review(city.Office, review.Plan.Id, null, TestCity.Ct);
        Assert.Equal((PlanVersionState.Confirmed, 3), (plan.State, plan.Issuable));
    }

    [Fact]
    public async Task Words_that_the_source_does_not_hold_make_no_measure()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var review = await PlanServiceTests.Import(city);
        using var office = await site.SignedIn(city.Office);

        using var answer = await TestSite.Post(
            office, Address(review), Address(review) + "&handler=Add", ("Input.At", "-1"), ("Input.Words", "原文没有的话"));

        Assert.Contains("原文中没有这段文字", (await Parse(answer)).QuerySelector("#Input_Words-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_and_a_leader_cannot_open_the_review()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var review = await PlanServiceTests.Import(city);
        foreach (var actor in new[] { city.Contact("市教育局"), city.Leader, city.Auditor, city.Admin })
        {
            using var client = await site.SignedIn(actor);
            using var answer = await client.GetAsync(Address(review), TestCity.Ct);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var stranger = await site.SignedIn(city.AsNeighbour(Role.Office, TestCity.OfficeUnit));
        using var hidden = await stranger.GetAsync(Address(review), TestCity.Ct);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task The_ticked_measures_are_issued_and_the_others_say_why_not()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var review = await PlanServiceTests.Import(city);
        await city.Get<PlanService>().Confirm(city.Office, review.VersionId, review.Version, TestCity.Ct);
        using var office = await site.SignedIn(city.Office);
        var address = $"/Plans/{review.Plan.Id}/Issue?year=2018";

        var page = await Parse(office, address);
        using var answer = await TestSite.Post(
            office, address, address, ("Input.Rows[0].MeasureId", $"{review.Measures[0].Id}"), ("Input.Rows[0].Chosen", "true"),
            ("Input.Rows[0].DueOn", "2018-11-30"), ("Input.Rows[0].Evidence", "工作总结、验收报告"));

        Assert.Equal(2, page.QuerySelectorAll("tr.row-off").Length);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var task = await city.Read(db => db.AnnualTasks.Include(t => t.Required).SingleAsync(TestCity.Ct));
        Assert.Equal((new DateOnly(2018, 11, 30), TaskState.Issued), (task.CurrentDueOn, task.State));
        Assert.Equal(["工作总结", "验收报告"], task.Required.Select(r => r.Kind).Order());
    }

    private static string Address(PlanReview review, MeasureRow? edit = null) =>
        $"/Plans/{review.Plan.Id}/Review?version={review.VersionId}" + (edit is null ? "" : $"&edit={edit.Id}");

    private static async Task<IDocument> Parse(HttpClient client, string address) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(address, TestCity.Ct));

    private static async Task<IDocument> Parse(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestCity.Ct));

    private static string Squeeze(IElement element) => string.Concat(element.TextContent.Split('\n').Select(t => t.Trim()));
}
