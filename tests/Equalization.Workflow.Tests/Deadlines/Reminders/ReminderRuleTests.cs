using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Deadlines.Rehearsals;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Deadlines.Reminders;

public sealed class ReminderRuleTests
{
    private static readonly ReminderRules Sparse = ReminderRules.Default with
    {
        Rungs = [new ReminderRung(ReminderMoment.PartDue, ReminderRecipient.Contact, RiskClass.General, -2)],
    };

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_office_proposes_the_administrator_puts_in_force_and_the_old_version_stays()
    {
        await using var city = await TestCity.Create();
        var service = city.Get<ReminderRuleService>();
        await service.SaveDraft(city.Office, Sparse, "减少打扰。", null, Ct);
        await Refused(RuleBroken.Stale, () => service.SaveDraft(city.Admin, Sparse, "同时修改。", null, Ct));
        await Refused(RuleBroken.NotAllowed, () => service.PutInForce(city.Office, 0, Ct));
        await Refused(RuleBroken.NotAllowed, () => service.SaveDraft(city.Leader, Sparse, "减少打扰。", 0, Ct));

        Assert.Equal(2, await service.PutInForce(city.Admin, 0, Ct));
        var page = await city.Get<ReminderRuleQueries>().Page(city.Auditor, null, Ct);
        Assert.Equal((2, 1, null), (page.Shown.Number, page.Shown.Rules.Rungs.Count, page.Draft));
        Assert.Equal(ReminderRules.Default.Checked().Rungs, (await city.Get<ReminderRuleQueries>().Page(city.Auditor, 1, Ct)).Shown.Rules.Rungs);

        await service.SaveDraft(city.Admin, Sparse, "没有变化。", null, Ct);
        await Refused("rules-same", () => service.PutInForce(city.Admin, 0, Ct));
    }

    [Theory]
    [InlineData("-3，0、5", "-3,0,5")]
    [InlineData("  ", "")]
    public void Offsets_are_read_as_people_write_them(string written, string offsets) =>
        Assert.Equal(offsets, string.Join(',', ReminderRules.Read(Ladder(ReminderMoment.PartDue), written).Select(r => r.Offset)));

    [Fact]
    public void What_makes_no_sense_is_refused_at_its_field()
    {
        Assert.Equal("Ladders[PartDue.Contact.General]", At("offset-number", () => ReminderRules.Read(Ladder(ReminderMoment.PartDue), "3天")));
        Assert.Equal("Ladders[PartDue.Contact.General]", At("offset", () => With(ReminderMoment.PartDue, ReminderRecipient.Contact, 61)));
        Assert.Equal("Ladders[PartDue.Contact.General]", At("offset", () => With(ReminderMoment.PartDue, ReminderRecipient.Contact, 1, 2, 3, 4, 5, 6, 7, 8, 9)));
        Assert.Equal("Ladders[ReviewWaiting.Office.General]", At("offset", () => With(ReminderMoment.ReviewWaiting, ReminderRecipient.Office, 0)));
        Assert.Equal("Ladders[ReviewWaiting.Contact.General]", At("ladder", () => With(ReminderMoment.ReviewWaiting, ReminderRecipient.Contact, 1)));
        Assert.Equal("SendTo", At("send-window", () => (Sparse with { SendFrom = new TimeOnly(17, 0), SendTo = new TimeOnly(9, 0) }).Checked()));
        Assert.Equal("SendTo", At("send-window", () => (Sparse with { SendFrom = new TimeOnly(23, 30), SendTo = new TimeOnly(23, 45) }).Checked()));
        Assert.Equal("UrgeCooldownWorkingDays", At("urge-cooldown", () => (Sparse with { UrgeCooldownWorkingDays = 0 }).Checked()));
    }

    [Fact]
    public async Task A_draft_is_rehearsed_and_nothing_is_written()
    {
        await using var city = await TestCity.Create();
        var due = new DateOnly(2018, 3, 14);
        await city.LaySignedTask(due);
        await city.Get<ReminderRuleService>().SaveDraft(city.Office, Sparse, "减少打扰。", null, Ct);
        var queries = city.Get<RehearsalQueries>();
        var from = city.Clock.Today();
        var draft = await queries.Rehearse(city.Office, new RehearsalAsk(from, from.AddDays(40), Draft: true), 1, 50, Ct);
        var only = Assert.Single(draft.Rows.Rows);
        Assert.Equal((new DateOnly(2018, 3, 12), city.Contact(CityTasks.Lead).PersonId, -2, 2), (only.On, only.PersonId, only.Offset, only.WorkingDaysLeft));

        var inForce = await queries.Rehearse(city.Office, new RehearsalAsk(from, from.AddDays(40)), 2, 5, Ct);
        Assert.Equal(5, inForce.Rows.Rows.Count);
        Assert.Equal(inForce.Days.Sum(d => d.Reminders), inForce.Rows.Total);
        Assert.Equal(inForce.People.Sum(p => p.Digests), inForce.Days.Sum(d => d.Digests));
        Assert.Equal((0, 0), await city.Read(async db => (await db.Reminders.CountAsync(Ct), await db.Digests.CountAsync(Ct))));
    }

    [Fact]
    public async Task A_period_that_is_past_or_too_long_or_another_role_is_refused()
    {
        await using var city = await TestCity.Create();
        var queries = city.Get<RehearsalQueries>();
        var today = city.Clock.Today();
        await Refused("rehearsal-period", () => queries.Rehearse(city.Office, new RehearsalAsk(today.AddDays(-1), today), 1, 50, Ct));
        await Refused("rehearsal-period", () => queries.Rehearse(city.Office, new RehearsalAsk(today, today.AddDays(RehearsalQueries.LongestDays)), 1, 50, Ct));
        await Refused("rehearsal-rules", () => queries.Rehearse(city.Office, new RehearsalAsk(today, today, Draft: true), 1, 50, Ct));
        await Refused(RuleBroken.NotAllowed, () => queries.Rehearse(city.Admin, new RehearsalAsk(today, today), 1, 50, Ct));
        await Refused(RuleBroken.NotAllowed, () => queries.Rehearse(city.Contact(CityTasks.Lead), new RehearsalAsk(today, today), 1, 50, Ct));
    }

    private static ReminderLadder Ladder(ReminderMoment moment) => new(moment, ReminderRecipient.Contact, RiskClass.General);

    private static ReminderRules With(ReminderMoment moment, ReminderRecipient recipient, params int[] offsets) =>
        (Sparse with { Rungs = [.. offsets.Select(o => new ReminderRung(moment, recipient, RiskClass.General, o))] }).Checked();

    private static string? At(string code, Func<object> act)
    {
        var refused = Assert.Throws<RuleBroken>(act);
        Assert.Equal(code, refused.Code);
        return refused.Field;
    }

    private static async Task Refused(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);
}
