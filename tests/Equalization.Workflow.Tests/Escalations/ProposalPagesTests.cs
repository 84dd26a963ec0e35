using System.Net;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Escalations;

public sealed class ProposalPagesTests
{
    private const string Page = "/Supervision/Proposals";

    [Fact]
    public async Task Refusing_with_nothing_ticked_says_so_and_keeps_the_reason()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        using var office = await site.SignedIn(story.City.Office);

        using var answer = await TestSite.Post(office, Page, Page + "?handler=Refuse", ("Input.Reason", "已当面约定时间。"));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestCity.Ct));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("没有选中任何建议。请先勾选要办理的建议。", html);
        Assert.Contains("已当面约定时间。", html);
        Assert.DoesNotContain("已记录不予签发的理由。", html);
    }

    [Fact]
    public async Task Refusing_several_at_once_says_what_became_of_each()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var (open, decided) = (await story.Paper(StoryCity.Drafted), await story.Paper(StoryCity.Late));
        using var office = await site.SignedIn(story.City.Office);
        await story.City.Get<ProposalService>().Refuse(story.City.Office, decided.Id, decided.Version, "先行面谈。", TestCity.Ct);

        using var answer = await TestSite.Post(office, Page, Page + "?handler=Refuse",
            ("Input.Picked", $"{decided.Id}:{decided.Version}"), ("Input.Picked", $"{open.Id}:{open.Version}"), ("Input.Reason", "已当面约定时间。"));

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestCity.Ct));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("办理结果：1 项已记录不予签发，1 项未办理", html);
        Assert.Contains((await story.Task(StoryCity.Late)).Number + " " + StoryCity.Late, html);
        Assert.Equal("已当面约定时间。", (await story.Paper(StoryCity.Drafted)).RefusedBecause);
        Assert.Equal("先行面谈。", (await story.Paper(StoryCity.Late)).RefusedBecause);
    }

    [Fact]
    public async Task Refusing_several_without_a_reason_refuses_none()
    {
        await using var story = await StoryCity.Create();
        var proposal = await story.Paper(StoryCity.Drafted);

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() =>
            story.City.Get<ProposalService>().RefuseAll(story.City.Office, [new ProposalPick(proposal.Id, proposal.Version)], " ", TestCity.Ct));

        Assert.Equal(("refusal-reason", "Reason"), (refusal.Code, refusal.Field));
        Assert.Equal(StepState.Proposed, (await story.Paper(StoryCity.Drafted)).State);
    }

    [Fact]
    public async Task Guessing_the_password_at_signing_locks_the_sign_in_and_the_right_one_no_longer_signs()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var signing = site.Services.GetRequiredService<Signing>();
        Assert.Equal(city.Office, (await signing.Confirm(city.Office, TestSite.Password, TestCity.Ct)).Actor);

        var codes = new List<string>();
        while (codes.Count < 50 && !codes.Contains("sign-in-locked"))
        {
            codes.Add((await Assert.ThrowsAsync<RuleBroken>(() => signing.Confirm(city.Office, "guess", TestCity.Ct))).Code);
        }

        Assert.Equal("password-wrong", codes[0]);
        Assert.Equal("sign-in-locked", codes[^1]);
        Assert.Equal("sign-in-locked", (await Assert.ThrowsAsync<RuleBroken>(() => signing.Confirm(city.Office, TestSite.Password, TestCity.Ct))).Code);
    }
}
