using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.HandOns;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Accountabilities;

/// <summary>Transfer and filing of a decided case, and the process that waits for them.</summary>
public sealed class HandOnServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_case_is_archived_after_transfer_and_filing_and_its_process_waits_for_each()
    {
        await using var city = await TestCity.Create();
        var id = await Decided(city, toTransfer: true);
        Assert.Equal("receipt", await city.Stands("accountability", id));
        await city.Receive(CityTasks.Lead, (await city.Case(id)).DecisionPaperId);
        Assert.Equal("rights-open", await Archive(city, id));
        await city.PassTo(city.Clock.Today().AddDays(40), 10);
        Assert.Equal("transfer", await city.Stands("accountability", id));
        Assert.Equal("transfer-open", await Archive(city, id));

        await HandOn(city, id, new HandOnOrder(HandOnKind.Transfer, "市纪委监委", null, city.Clock.Today(), "有关人员的线索和案卷材料。"));
        Assert.Equal("filing", await city.Stands("accountability", id));
        Assert.Equal("filing-open", await Archive(city, id));

        await city.FileCase(id);
        Assert.Equal("waits", await city.Stands("accountability", id));
        var view = await city.Get<CaseFileService>().Open(city.Office, id, Ct);
        Assert.True(view.MayArchive);
        Assert.Equal([(HandOnKind.Transfer, "市纪委监委"), (HandOnKind.Filing, "省教育督导委员会办公室")], view.HandOns.Select(h => (h.Kind, h.Body)));
        Assert.Null(await Archive(city, id));
        Assert.Equal("over", await city.Stands("accountability", id));
    }

    [Fact]
    public async Task What_a_decision_does_not_ask_for_need_not_be_transferred_but_every_case_is_filed_once()
    {
        await using var city = await TestCity.Create();
        var id = await Decided(city, toTransfer: false);
        Assert.Equal(HandOnKind.Filing, (await city.Get<CaseFileService>().Open(city.Office, id, Ct)).Owed);

        await city.FileCase(id);
        Assert.Null((await city.Get<CaseFileService>().Open(city.Office, id, Ct)).Owed);
        Assert.Equal("filed", await Refusal(() => city.FileCase(id)));
    }

    [Fact]
    public async Task A_record_needs_its_body_its_day_and_what_was_transferred_and_is_the_offices()
    {
        await using var city = await TestCity.Create();
        var early = await city.OpenCase(CityTasks.Lead);
        Assert.Equal("case-step", await Refusal(() => city.FileCase(early)));
        var id = await Decided(city, toTransfer: false);
        var right = new HandOnOrder(HandOnKind.Transfer, "市纪委监委", null, city.Clock.Today(), "线索。");

        Assert.Equal("hand-on-body", await Refusal(() => HandOn(city, id, right with { Body = " " })));
        Assert.Equal("hand-on-what", await Refusal(() => HandOn(city, id, right with { What = null })));
        Assert.Equal("hand-on-day", await Refusal(() => HandOn(city, id, right with { On = null })));
        Assert.Equal("hand-on-day", await Refusal(() => HandOn(city, id, right with { On = city.Clock.Today().AddDays(1) })));
        Assert.Equal("hand-on-day", await Refusal(() => HandOn(city, id, right with { On = city.Clock.Today().AddDays(-1) })));
        var version = (await city.Case(id)).Version;
        Assert.Equal(RuleBroken.NotAllowed, await Refusal(() => city.Get<HandOnService>().HandOn(city.Leader, id, version, right, Ct)));
        Assert.Equal(RuleBroken.NotFound, await Refusal(() => city.Get<HandOnService>().HandOn(city.Auditor, id, version, right, Ct)));
    }

    /// <summary>Decided today, and the decision not yet signed for.</summary>
    private static async Task<Guid> Decided(TestCity city, bool toTransfer)
    {
        var id = await city.OpenCase(CityTasks.Lead);
        await city.TellCase(id);
        await city.Receive(CityTasks.Lead, (await city.Case(id)).NoticePaperId);
        await city.Get<DecisionService>().Hear(city.Head(CityTasks.Lead), id, "已采取补救措施。", [], Ct);
        await city.ProposeCase(id);
        await city.Get<DecisionService>().Decide(
            city.Office, id, (await city.Case(id)).Version, StoryCases.Decision(city.Clock.Today()) with { ToTransfer = toTransfer }, [], TestSite.Password, Ct);
        return id;
    }

    private static async Task HandOn(TestCity city, Guid id, HandOnOrder order) =>
        await city.Get<HandOnService>().HandOn(city.Office, id, (await city.Case(id)).Version, order, Ct);

    private static async Task<string?> Archive(TestCity city, Guid id)
    {
        var version = (await city.Case(id)).Version;
        return (await Record.ExceptionAsync(() => city.Get<DecisionService>().Archive(city.Office, id, version, Ct)) as RuleBroken)?.Code;
    }

    private static async Task<string> Refusal(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Code;
}
