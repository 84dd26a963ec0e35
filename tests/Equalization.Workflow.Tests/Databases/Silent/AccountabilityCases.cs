using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.HandOns;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of accountability.</summary>
public static class AccountabilityCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<AccountabilityService>(nameof(AccountabilityService.Open), s => TaskCases.Now(s.City.Office, new CaseOpening(null, s.City.Unit(StoryCity.Lead).Id, CaseTrigger.Duties, "履职不到位。", null))),
        On<AccountabilityService>(nameof(AccountabilityService.Find), CaseState.Inquiry, (s, c) => [s.City.Office, c.Id, c.Version, StoryCases.Finding]),
        Case.Of<AccountabilityService>(nameof(AccountabilityService.Tell), async s =>
        {
            var about = await s.CaseIn(CaseState.Inquiry, formed: true);
            return [s.City.Leader, about.Id, about.Version, TestSite.Password];
        }),
        On<AccountabilityService>(nameof(AccountabilityService.Leave), CaseState.Told, (s, c) => [s.City.Office, c.Id, c.NoticePaperId, "当面送达，拒签。"]),
        On<AccountabilityService>(nameof(AccountabilityService.Admit), CaseState.Told, (s, c) => [s.City.Office, c.Id, s.City.Auditor.PersonId, "监督。"]),
        On<AccountabilityService>(nameof(AccountabilityService.Remove), CaseState.Told, (s, c) => [s.City.Office, c.Id, s.City.Leader.PersonId, "不再分管。"]),
        On<AccountabilityService>(nameof(AccountabilityService.Close), CaseState.Told, (s, c) => [s.City.Office, c.Id, c.Version, "查无实据。"]),
        On<DecisionService>(nameof(DecisionService.Hear), CaseState.Told, (s, c) => [s.City.Head(StoryCity.Lead), c.Id, "已整改。", Array.Empty<CaseUpload>()]),
        On<DecisionService>(nameof(DecisionService.Form), CaseState.Forming, (s, c) => [s.City.Office, c.Id, c.Version, StoryCases.Finding, "建议通报。"]),
        Case.Of<DecisionService>(nameof(DecisionService.Propose), async s =>
        {
            var about = await s.CaseIn(CaseState.Forming, formed: true);
            return [s.City.Leader, about.Id, about.Version, "市教育督导委员会", TestSite.Password];
        }),
        On<DecisionService>(nameof(DecisionService.Decide), CaseState.Proposed, (s, c) => [s.City.Office, c.Id, c.Version, StoryCases.Decision(StoryCity.Today), Array.Empty<CaseUpload>(), TestSite.Password]),
        On<DecisionService>(nameof(DecisionService.Publish), CaseState.Decided, (s, c) => [s.City.Office, c.Id, c.Version, CaseRange.OwnUnit]),
        On<HandOnService>(nameof(HandOnService.HandOn), CaseState.Decided, (s, c) =>
            [s.City.Office, c.Id, c.Version, new HandOnOrder(HandOnKind.Transfer, "市纪委监委", null, StoryCity.Today, "有关人员线索。")]),
        Case.Of<DecisionService>(nameof(DecisionService.Archive), async s =>
        {
            var about = await s.CaseIn(CaseState.Decided);
            await s.City.FileCase(about.Id);
            about = await s.City.Case(about.Id);
            s.City.Clock.AdvanceDays(60);
            return [s.City.Office, about.Id, about.Version];
        }),
        On<RemedyService>(nameof(RemedyService.Ask), CaseState.Decided, (s, c) => [s.City.Head(StoryCity.Lead), c.Id, RemedyKind.Appeal, "不服。"]),
        Case.Of<RemedyService>(nameof(RemedyService.Answer), async s =>
        {
            var (about, remedy) = await Appealed(s);
            return [s.City.Office, about, remedy.Id, remedy.Version, Revoked, TestSite.Password];
        }),
        Case.Of<RemedyService>(nameof(RemedyService.Correct), async s =>
        {
            var (about, remedy) = await Appealed(s);
            await s.City.Get<RemedyService>().Answer(s.City.Office, about, remedy.Id, remedy.Version, Revoked, TestSite.Password, TestCity.Ct);
            return [s.City.Office, about, remedy.Id, (await s.City.Case(about)).Appeal!.Version, "已撤销。"];
        }),
        On<CaseFileService>(nameof(CaseFileService.Open), CaseState.Told, (s, c) => [s.City.Office, c.Id]),
        On<CaseFileService>(nameof(CaseFileService.Document), CaseState.Told, (s, c) => [s.City.Office, c.Id, c.Documents[0].Id]),
        On<CaseFileService>(nameof(CaseFileService.All), CaseState.Told, (s, c) => [s.City.Office, c.Id]),
        On<CaseReminderService>(nameof(CaseReminderService.Run), CaseState.Told, (s, _) =>
        {
            s.City.Clock.AdvanceDays(58);
            return [];
        }),
        Case.Of<AccountabilityRuleService>(nameof(AccountabilityRuleService.Put), s => TaskCases.Now(s.City.Admin, 0, AccountabilityRules.DefaultValues, "按默认发布。")),
        On<AccountabilityQueries>(nameof(AccountabilityQueries.Page), CaseState.Decided, (s, _) => [s.City.Office, 1, 20]),
        Case.Of<AccountabilityQueries>(nameof(AccountabilityQueries.Opening), s => TaskCases.Now(s.City.Office, null)),
        On<AccountabilityQueries>(nameof(AccountabilityQueries.Terms), CaseState.Inquiry, (s, _) => [s.City.Admin]),
    ];

    private static RemedyAnswer Revoked => new(RemedyOutcome.Revoked, "事实不清。", "省教育督导委员会");

    private static async Task<(Guid About, Remedy Remedy)> Appealed(StoryCity story)
    {
        var about = await story.CaseIn(CaseState.Decided);
        await story.City.Get<RemedyService>().Ask(story.City.Head(StoryCity.Lead), about.Id, RemedyKind.Appeal, "不服。", TestCity.Ct);
        return (about.Id, (await story.City.Case(about.Id)).Appeal!);
    }

    private static Case On<T>(string method, CaseState state, Func<StoryCity, AccountabilityCase, object?[]> arguments) =>
        Case.Of<T>(method, async s => arguments(s, await s.CaseIn(state)));
}
