using System.Net;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Bulletins;

/// <summary>What somebody who is not signed in reads of bulletins.</summary>
public sealed partial class PublicBulletinTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task Anybody_reads_what_was_published_to_the_public_and_nothing_else()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        using var visitor = site.Visitor();
        var open = await story.PublicBulletin();
        foreach (var state in new[] { BulletinState.FactCheck, BulletinState.Signed, BulletinState.Published })
        {
            var closed = (await story.City.Read(db => db.Bulletins.AsNoTracking().Where(b => b.State == state && b.Range != BulletinRange.Public).FirstOrDefaultAsync(Ct))) ?? await Lay(state);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/Bulletins/Public/{closed.Id}", Ct)).StatusCode);
        }

        var list = WebUtility.HtmlDecode(await visitor.GetStringAsync("/Bulletins/Public", Ct));
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync($"/Bulletins/Public/{open.Id}", Ct));

        Assert.Single(Links(list), l => l.StartsWith("/Bulletins/Public/", StringComparison.Ordinal));
        Assert.Contains(open.Number!, page);
        Assert.Contains(open.SnapshotHash, page);
        Assert.Equal(open.Standing.Count(), Row().Count(page) - 2 - open.Units.Count);
        Assert.All(open.Lines.Where(l => l.Answer == ObjectionAnswer.Corrected), l => Assert.Contains(l.AnswerText!, page));

        // Published bulletins of narrower range are laid once more: the story's own may be the public one.
        async Task<Bulletin> Lay(BulletinState state)
        {
            var signed = await story.Bulletin(BulletinState.Signed);
            if (state == BulletinState.Published)
            {
                await story.City.Get<BulletinIssueService>().Publish(story.City.Office, signed.Id, signed.Version, BulletinRange.AllUnits, Ct);
            }

            return state == BulletinState.FactCheck ? await story.Bulletin(state) : signed;
        }
    }

    [Fact]
    public async Task The_public_page_names_no_person_leads_nowhere_inside_and_may_be_kept_by_a_cache()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        using var visitor = site.Visitor();
        var open = await story.PublicBulletin();
        var people = await story.City.Read(db => db.People.Select(p => p.Name).ToListAsync(Ct));
        foreach (var address in new[] { "/Bulletins/Public", $"/Bulletins/Public/{open.Id}" })
        {
            using var answer = await visitor.GetAsync(address, Ct);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

            Assert.All(people, name => Assert.DoesNotContain(name, page));
            Assert.All(Links(page), link => Assert.True(link.StartsWith("/Bulletins/Public", StringComparison.Ordinal) || link.StartsWith("?", StringComparison.Ordinal), link));
            Assert.DoesNotContain("/Accounts", page);
            Assert.DoesNotContain(open.Lines.Select(l => l.Objection).OfType<string>(), o => page.Contains(o, StringComparison.Ordinal));
            Assert.Equal("public, max-age=300", answer.Headers.CacheControl!.ToString());
            Assert.Equal(["Cookie"], answer.Headers.Vary);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        using var english = await visitor.GetAsync("/Bulletins/Public?culture=en", Ct);
        Assert.True(english.Headers.CacheControl!.Private);
        using var office = await site.SignedIn(story.City.Office);
        Assert.True((await office.GetAsync("/Bulletins/Public", Ct)).Headers.CacheControl!.Private);
    }

    [Fact]
    public async Task Words_that_name_a_person_come_neither_into_an_answer_nor_before_the_public()
    {
        await using var story = await StoryCity.Create();
        var (city, check) = (story.City, story.City.Get<BulletinCheckService>());
        var deciding = await story.Bulletin(BulletinState.Deciding);
        var line = deciding.Lines.Single(l => l.Check == CheckState.Objected);
        var named = await Refusal(() => check.Answer(city.Office, deciding.Id, line.Id, line.Version, ObjectionAnswer.Corrected, $"已由{city.Leader.PersonName}核实。", Ct));
        Assert.Equal(("person-named", "AnswerText"), (named.Code, named.Field));
        var asked = await story.Bulletin(BulletinState.FactCheck);
        var own = asked.LineOf(city, StoryCity.Lead);
        Assert.Equal("person-named", (await Refusal(() => check.Object(city.Head(StoryCity.Lead), asked.Id, own.Id, own.Version, $"请问{city.Office.PersonName}。", Ct))).Code);

        // Somebody who came later bears a name that stands in the text.
        var signed = await story.Bulletin(BulletinState.Signed);
        await city.Read(db => db.People.Where(p => p.Id == city.Leader.PersonId).ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, "领导小组办公室"), Ct));
        Assert.Equal("person-named", (await Refusal(() => city.Get<BulletinIssueService>().Publish(city.Office, signed.Id, signed.Version, BulletinRange.Public, Ct))).Code);
        await city.Get<BulletinIssueService>().Publish(city.Office, signed.Id, signed.Version, BulletinRange.AllUnits, Ct);
    }

    private static Task<RuleBroken> Refusal(Func<Task> act) => Assert.ThrowsAsync<RuleBroken>(act);

    private static List<string> Links(string page) => [.. Link().Matches(page).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("<a [^>]*href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<tr>")]
    private static partial Regex Row();
}
