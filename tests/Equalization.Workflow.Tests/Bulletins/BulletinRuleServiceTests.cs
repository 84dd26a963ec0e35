using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Bulletins.Rules;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Bulletins;

public sealed class BulletinRuleServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_new_version_counts_from_the_next_bulletin_on()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var before = await story.Bulletin(BulletinState.Draft);
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        var old = await city.Read(db => RuleBook.InForce(db, city.Jurisdiction.Id, Ct));
        var number = await city.Get<BulletinRuleService>().PutInForce(city.Admin, old.Number, new BulletinTerms(7, false), "延长核实时限，停用排名。", Ct);
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await story.Reload(await city.Get<BulletinService>().Draft(city.Office, BulletinKind.Criticism, before.SnapshotOn, Ct));
        var queries = city.Get<BulletinQueries>();

        Assert.Equal((3, true), await TermsOf(before));
        Assert.Equal((7, false), await TermsOf(after));
        var words = new BulletinWording("关于滞后事项的通报", "截至{截止日}。", "请整改。", StoryCity.Today.AddDays(20), true);
        await city.Get<BulletinService>().Write(city.Office, before.Id, before.Version, words, Ct);
        Assert.Equal("ranking-off", (await Refusal(() => city.Get<BulletinService>().Write(city.Office, after.Id, after.Version, words, Ct))).Code);
        // The ladder and all else of the set stay.
        var next = await city.Read(db => RuleBook.InForce(db, city.Jurisdiction.Id, Ct));
        Assert.Equal((number, old.Ladder, old.BlueWorkingDays, old.UrgeTermWorkingDays), (next.Number, next.Ladder, next.BlueWorkingDays, next.UrgeTermWorkingDays));

        async Task<(int, bool)> TermsOf(Bulletin bulletin)
        {
            var view = await queries.One(city.Office, bulletin.Id, Ct);
            return (view.CheckTerm, view.RankingAllowed);
        }
    }

    [Fact]
    public async Task What_is_stale_the_same_or_out_of_bounds_is_refused_and_so_is_the_office()
    {
        await using var story = await StoryCity.Create();
        var (city, service) = (story.City, story.City.Get<BulletinRuleService>());
        var now = (await service.Page(city.Office, Ct)).InForce;

        Assert.Equal(RuleBroken.NotAllowed, (await Refusal(() => service.PutInForce(city.Office, now.Number, new BulletinTerms(5, true), "试行。", Ct))).Code);
        Assert.Equal(RuleBroken.Stale, (await Refusal(() => service.PutInForce(city.Admin, now.Number - 1, new BulletinTerms(5, true), "试行。", Ct))).Code);
        Assert.Equal("rules-same", (await Refusal(() => service.PutInForce(city.Admin, now.Number, now.Terms, "试行。", Ct))).Code);
        Assert.Equal(("check-term", "FactCheckWorkingDays"), await Field(new BulletinTerms(31, true), "试行。"));
        Assert.Equal(("rules-note", "Note"), await Field(new BulletinTerms(5, true), " "));

        async Task<(string, string?)> Field(BulletinTerms terms, string note)
        {
            var refusal = await Refusal(() => service.PutInForce(city.Admin, now.Number, terms, note, Ct));
            return (refusal.Code, refusal.Field);
        }
    }

    private static Task<RuleBroken> Refusal(Func<Task> act) => Assert.ThrowsAsync<RuleBroken>(act);
}
