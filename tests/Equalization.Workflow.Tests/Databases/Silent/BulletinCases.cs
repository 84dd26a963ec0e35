using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Bulletins.Public;
using Equalization.Workflow.Core.Bulletins.Rules;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of bulletins.</summary>
public static class BulletinCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<BulletinService>(nameof(BulletinService.Draft), async s => [s.City.Office, BulletinKind.Praise, (await s.SealedDay()).On]),
        On<BulletinService>(nameof(BulletinService.Write), BulletinState.Draft, (s, b) =>
            [s.City.Office, b.Id, b.Version, new BulletinWording("关于滞后事项的通报", "截至{截止日}。", "请整改。", StoryCity.Today.AddDays(20), true)]),
        On<BulletinService>(nameof(BulletinService.SendToCheck), BulletinState.Draft, (s, b) => [s.City.Office, b.Id, b.Version, null]),
        On<BulletinService>(nameof(BulletinService.Drop), BulletinState.Draft, (s, b) => [s.City.Office, b.Id, b.Version, "另行起草。"]),
        On<BulletinService>(nameof(BulletinService.DropLine), BulletinState.Draft, (s, b) =>
            [s.City.Office, b.Id, b.LineOf(s.City, StoryCity.Lead).Id, b.LineOf(s.City, StoryCity.Lead).Version, "另行办理。"]),
        On<BulletinCheckService>(nameof(BulletinCheckService.Confirm), BulletinState.FactCheck, (s, b) => [s.City.Contact(StoryCity.Lead), b.Id, Array.Empty<Guid>()]),
        On<BulletinCheckService>(nameof(BulletinCheckService.Object), BulletinState.FactCheck, (s, b) =>
            [s.City.Head(StoryCity.Lead), b.Id, b.LineOf(s.City, StoryCity.Lead).Id, b.LineOf(s.City, StoryCity.Lead).Version, "已完成。"]),
        On<BulletinCheckService>(nameof(BulletinCheckService.Answer), BulletinState.Deciding, (s, b) =>
        {
            var line = b.Lines.Single(l => l.Check == CheckState.Objected);
            return [s.City.Office, b.Id, line.Id, line.Version, ObjectionAnswer.Kept, "佐证不足。"];
        }),
        Case.Of<BulletinIssueService>(nameof(BulletinIssueService.Sign), async s =>
        {
            var bulletin = await s.Bulletin(BulletinState.Deciding);
            var line = bulletin.Lines.Single(l => l.Check == CheckState.Objected);
            await s.City.Get<BulletinCheckService>().Answer(s.City.Office, bulletin.Id, line.Id, line.Version, ObjectionAnswer.Kept, "佐证不足。", TestCity.Ct);
            return [s.City.Office, bulletin.Id, (await s.Reload(bulletin.Id)).Version, TestSite.Password];
        }),
        On<BulletinIssueService>(nameof(BulletinIssueService.Publish), BulletinState.Signed, (s, b) => [s.City.Office, b.Id, b.Version, BulletinRange.LeadingGroup]),
        On<BulletinIssueService>(nameof(BulletinIssueService.Publish), BulletinState.Signed, (s, b) => [s.City.Office, b.Id, b.Version, BulletinRange.Public], "public"),
        Case.Of<BulletinRuleService>(nameof(BulletinRuleService.Page), s => TaskCases.Now(s.City.Office)),
        Case.Of<BulletinRuleService>(nameof(BulletinRuleService.PutInForce), s => TaskCases.Now(s.City.Admin, 1, new BulletinTerms(5, false), "试行。")),
        Case.Of<PublicBulletinQueries>(nameof(PublicBulletinQueries.Page), async s =>
        {
            await s.PublicBulletin();
            return [1, 20];
        }),
        Case.Of<PublicBulletinQueries>(nameof(PublicBulletinQueries.One), async s => [(await s.PublicBulletin()).Id]),
        On<BulletinIssueService>(nameof(BulletinIssueService.Open), BulletinState.Published, (s, b) => [s.City.Contact(StoryCity.Lead), b.Id]),
        On<BulletinQueries>(nameof(BulletinQueries.Page), BulletinState.FactCheck, (s, _) => [s.City.Contact(StoryCity.Lead), 1, 20]),
        On<BulletinQueries>(nameof(BulletinQueries.Page), BulletinState.FactCheck, (s, _) => [s.City.Office, 1, 20], "the office's"),
        On<BulletinQueries>(nameof(BulletinQueries.SealedDays), BulletinState.Draft, (s, _) => [s.City.Office, 10]),
        On<BulletinQueries>(nameof(BulletinQueries.One), BulletinState.Published, (s, b) => [s.City.Office, b.Id]),
        On<BulletinQueries>(nameof(BulletinQueries.Rows), BulletinState.Draft, (s, b) => [s.City.Office, b.Id, null, 1, 20]),
    ];

    private static Case On<T>(string method, BulletinState state, Func<StoryCity, Bulletin, object?[]> arguments, string note = "") =>
        Case.Of<T>(method, async s => arguments(s, await s.Bulletin(state)), note);
}
