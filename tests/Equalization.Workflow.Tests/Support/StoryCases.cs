using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.HandOns;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>Accountability cases of a test city, opened by hand for a unit and brought through the services into the state a test asks for.</summary>
internal static class StoryCases
{
    public static readonly CaseFinding Finding = new("经查，该单位未按期完成任务，负责人张㐂未履职。", "《教育督导问责办法》第八条", CaseForm.Bulletin, [], null);

    private static CancellationToken Ct => TestCity.Ct;

    public static CaseDecision Decision(DateOnly on) => new("市教育督导委员会", "教督问〔2018〕7号", on, "未按期完成任务。", "《教育督导问责办法》第八条", CaseForm.Bulletin, on);

    public static Task<Guid> OpenCase(this TestCity city, string unit) =>
        city.Get<AccountabilityService>().Open(city.Office, new CaseOpening(null, city.Unit(unit).Id, CaseTrigger.Behind, "任务严重滞后，经约谈仍未整改。", null), Ct);

    public static Task<AccountabilityCase> Case(this TestCity city, Guid id) => city.Read(db =>
        db.AccountabilityCases.AsNoTracking().Include(c => c.Statements).Include(c => c.Documents).Include(c => c.Remedies).AsSplitQuery().SingleAsync(c => c.Id == id, Ct));

    public static async Task<string> TellCase(this TestCity city, Guid id)
    {
        await city.Get<AccountabilityService>().Find(city.Office, id, (await city.Case(id)).Version, Finding, Ct);
        return await city.Get<AccountabilityService>().Tell(city.Leader, id, (await city.Case(id)).Version, TestSite.Password, Ct);
    }

    /// <summary>The unit's head signs for the paper.</summary>
    public static Task Receive(this TestCity city, string unit, Guid? paperId) => city.Get<PaperService>().SignFor(city.Head(unit), paperId!.Value, Ct);

    public static async Task ProposeCase(this TestCity city, Guid id)
    {
        await city.Get<DecisionService>().Form(city.Office, id, (await city.Case(id)).Version, Finding, "陈述申辩理由不成立，建议予以督导通报。", Ct);
        await city.Get<DecisionService>().Propose(city.Leader, id, (await city.Case(id)).Version, "市教育督导委员会", TestSite.Password, Ct);
    }

    /// <summary>A case told, heard, proposed and decided today; the decision is not signed for.</summary>
    public static async Task<Guid> DecidedCase(this TestCity city, string unit)
    {
        var id = await city.OpenCase(unit);
        await city.TellCase(id);
        await city.Receive(unit, (await city.Case(id)).NoticePaperId);
        await city.Get<DecisionService>().Hear(city.Head(unit), id, "已采取补救措施。", [], Ct);
        await city.ProposeCase(id);
        await city.DecideCase(id);
        return id;
    }

    public static async Task DecideCase(this TestCity city, Guid id) => await city.Get<DecisionService>().Decide(
        city.Office, id, (await city.Case(id)).Version, Decision(city.Clock.Today()), [], TestSite.Password, Ct);

    /// <summary>Files the decided case with the office above, today.</summary>
    public static async Task FileCase(this TestCity city, Guid id) => await city.Get<HandOnService>().HandOn(
        city.Office, id, (await city.Case(id)).Version, new HandOnOrder(HandOnKind.Filing, "省教育督导委员会办公室", "湘教督备〔2018〕3号", city.Clock.Today(), null), Ct);

    /// <summary>The clocks as the office reads them, by term.</summary>
    public static async Task<Dictionary<CaseTerm, ClockRow>> Clocks(this TestCity city, Guid id) =>
        (await city.Get<CaseFileService>().Open(city.Office, id, Ct)).Clocks.ToDictionary(c => c.Term);

    /// <summary>A case of the story's lead unit in the state, laid down when there is none.</summary>
    public static async Task<AccountabilityCase> CaseIn(this StoryCity story, CaseState state, bool formed = false)
    {
        var city = story.City;
        var there = await city.Read(db => db.AccountabilityCases.AsNoTracking().Where(c => c.JurisdictionId == city.Jurisdiction.Id && c.State == state
                && (state != CaseState.Inquiry || (c.FoundAt != null) == formed) && (state != CaseState.Forming || (c.OpinionAt != null) == formed)
                && (state != CaseState.Decided || (!c.Remedies.Any() && db.PaperReceipts.Any(r => r.PaperId == c.DecisionPaperId && r.SignedForAt != null))))
            .OrderBy(c => c.OpenedAt).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(Ct));
        return await city.Case(there ?? await Lay(city, state, formed));
    }

    private static async Task<Guid> Lay(TestCity city, CaseState state, bool formed)
    {
        if (state == CaseState.Decided)
        {
            var decided = await city.DecidedCase(StoryCity.Lead);
            await city.Receive(StoryCity.Lead, (await city.Case(decided)).DecisionPaperId);
            return decided;
        }

        var id = await city.OpenCase(StoryCity.Lead);
        if (state == CaseState.Inquiry)
        {
            if (formed)
            {
                await city.Get<AccountabilityService>().Find(city.Office, id, (await city.Case(id)).Version, Finding, Ct);
            }

            return id;
        }

        await city.TellCase(id);
        if (state == CaseState.Told)
        {
            return id;
        }

        await city.Get<DecisionService>().Hear(city.Head(StoryCity.Lead), id, "已采取补救措施。", [], Ct);
        if (state == CaseState.Proposed)
        {
            await city.ProposeCase(id);
        }
        else if (formed)
        {
            await city.Get<DecisionService>().Form(city.Office, id, (await city.Case(id)).Version, Finding, "建议予以督导通报。", Ct);
        }

        return id;
    }
}
