using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Accountabilities;

/// <summary>The legal terms day by day, against the table of <see cref="ExpectedTerms"/>.</summary>
public sealed class CaseClockTests
{
    private const string Unit = CityTasks.Lead;

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_default_terms_are_the_table_and_the_unconfirmed_one_says_so()
    {
        await using var city = await TestCity.Create();
        var clocks = await city.Clocks(await city.OpenCase(Unit));
        Assert.Equal(ExpectedTerms.Terms.Select(t => (t.Term, t.Days, t.Holder)), clocks.Values.Select(c => (c.Term.ToString(), c.Days, c.Holder.ToString())));
        Assert.All(ExpectedTerms.Terms, t => Assert.Equal(!t.Confirmed, clocks[Enum.Parse<CaseTerm>(t.Term)].Source.StartsWith("待查实", StringComparison.Ordinal)));
        Assert.Equal(ExpectedTerms.RepeatWindow, AccountabilityRules.DefaultValues.Single(v => v.Kind == CaseTerm.RepeatWindow).Days);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public async Task A_review_is_in_time_on_day_30_after_receipt_and_late_on_day_31(int day, bool isLate)
    {
        await using var city = await TestCity.Create();
        var id = await Received(city);
        await city.PassTo(city.Clock.Today().AddDays(day), 23);
        Assert.Equal(!isLate, await city.Get<RemedyService>().Ask(city.Head(Unit), id, RemedyKind.Review, "认定事实有误。", Ct));

        var about = await city.Case(id);
        Assert.Equal((isLate, isLate ? ClockState.Late : ClockState.InTime), (about.Review!.IsLate, (await city.Clocks(id))[CaseTerm.Review].State));
        Assert.Equal(city.Clock.Today().AddDays(30), about.Review.AnswerDueOn);
        var refusal = await Refusal(() => Answer(city, id, about.Review, RemedyOutcome.NotAdmitted));
        Assert.Equal(isLate ? null : "remedy-in-time", refusal);
        Assert.Empty(await city.Stopped());
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public async Task An_appeal_without_review_is_in_time_on_day_15_after_receipt_and_late_on_day_16(int day, bool isLate)
    {
        await using var city = await TestCity.Create();
        var id = await Received(city);
        await city.PassTo(city.Clock.Today().AddDays(day), 23);
        Assert.Equal(!isLate, await city.Get<RemedyService>().Ask(city.Head(Unit), id, RemedyKind.Appeal, "处理过重。", Ct));

        var clocks = await city.Clocks(id);
        Assert.Equal(isLate ? ClockState.Late : ClockState.InTime, clocks[CaseTerm.Appeal].State);
        Assert.Equal((ClockState.Void, ClockState.Running), (clocks[CaseTerm.Review].State, clocks[CaseTerm.AppealAnswer].State));
        Assert.Equal(city.Clock.Today().AddDays(60), clocks[CaseTerm.AppealAnswer].DueOn);
        Assert.Equal("remedy-order", await Refusal(() => city.Get<RemedyService>().Ask(city.Head(Unit), id, RemedyKind.Review, "再请复核。", Ct)));
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public async Task After_a_review_the_appeal_runs_from_receipt_of_the_review_decision(int day, bool isLate)
    {
        await using var city = await TestCity.Create();
        var id = await Received(city);
        var remedies = city.Get<RemedyService>();
        await remedies.Ask(city.Head(Unit), id, RemedyKind.Review, "认定事实有误。", Ct);
        Assert.Equal("review-open", await Refusal(() => remedies.Ask(city.Head(Unit), id, RemedyKind.Appeal, "直接申诉。", Ct)));
        await city.PassTo(city.Clock.Today().AddDays(20));
        Assert.Null(await Refusal(async () => await Answer(city, id, (await city.Case(id)).Review!, RemedyOutcome.Upheld)));
        await city.PassTo(city.Clock.Today().AddDays(7));
        Assert.Equal(ClockState.NotBegun, (await city.Clocks(id))[CaseTerm.AppealAfterReview].State);
        Assert.Equal("review-open", await Refusal(() => remedies.Ask(city.Head(Unit), id, RemedyKind.Appeal, "直接申诉。", Ct)));
        await city.Receive(Unit, (await city.Case(id)).Review!.PaperId);
        await city.PassTo(city.Clock.Today().AddDays(day), 23);

        Assert.Equal(!isLate, await remedies.Ask(city.Head(Unit), id, RemedyKind.Appeal, "不服复核。", Ct));
        Assert.Equal(isLate ? ClockState.Late : ClockState.InTime, (await city.Clocks(id))[CaseTerm.AppealAfterReview].State);
        Assert.Equal("remedy-asked", await Refusal(() => remedies.Ask(city.Head(Unit), id, RemedyKind.Appeal, "再次申诉。", Ct)));
    }

    [Fact]
    public async Task A_paper_that_is_not_signed_for_begins_no_term_until_it_is_left_with_the_unit()
    {
        await using var city = await TestCity.Create();
        var id = await city.DecidedCase(Unit);
        await city.PassTo(city.Clock.Today().AddDays(90));
        Assert.Equal((ClockState.NotBegun, ClockState.NotBegun), ((await city.Clocks(id))[CaseTerm.Review].State, (await city.Clocks(id))[CaseTerm.Appeal].State));
        Assert.Equal("receipt", await city.Stands("accountability", id));
        Assert.Equal("decision-unsigned", await Refusal(() => city.Get<RemedyService>().Ask(city.Head(Unit), id, RemedyKind.Review, "不服。", Ct)));
        Assert.Equal("rights-open", await Refusal(async () => await city.Get<DecisionService>().Archive(city.Office, id, (await city.Case(id)).Version, Ct)));

        await city.Get<AccountabilityService>().Leave(city.Office, id, (await city.Case(id)).DecisionPaperId!.Value, "当面送达，负责人拒签，居委会见证。", Ct);
        Assert.Equal((ClockState.Running, city.Clock.Today().AddDays(30)), ((await city.Clocks(id))[CaseTerm.Review].State, (await city.Clocks(id))[CaseTerm.Review].DueOn!.Value));
        Assert.Equal("rights-moved rights-term", await city.Stands("accountability", id));
    }

    [Fact]
    public async Task The_offices_silence_on_a_review_is_its_own_delay_and_does_not_bar_the_appeal()
    {
        await using var city = await TestCity.Create();
        var id = await Received(city);
        await city.Get<RemedyService>().Ask(city.Head(Unit), id, RemedyKind.Review, "认定事实有误。", Ct);
        var asked = city.Clock.Today();
        await city.PassTo(asked.AddDays(30), 23);
        Assert.Equal(ClockState.Running, (await city.Clocks(id))[CaseTerm.ReviewAnswer].State);
        await city.PassTo(asked.AddDays(33));

        var row = (await city.Clocks(id))[CaseTerm.ReviewAnswer];
        Assert.Equal((ClockState.Missed, TermHolder.Office, 3), (row.State, row.Holder, row.LateDays));
        Assert.Contains(await city.Read(db => db.Notices.Where(n => n.PersonId == city.Leader.PersonId).ToListAsync(Ct)), n => n.Format.Contains("计为办理机关延误", StringComparison.Ordinal));
        Assert.Equal("waits", await city.Stands("accountability", id));
        Assert.True(await city.Get<RemedyService>().Ask(city.Head(Unit), id, RemedyKind.Appeal, "复核逾期未答复。", Ct));
        Assert.Equal("appeal-moved appeal-term", await city.Stands("accountability", id));
    }

    [Theory]
    [InlineData(15, 0)]
    [InlineData(18, 3)]
    public async Task What_an_appeal_changes_is_corrected_within_15_days_and_later_is_the_offices_delay(int day, int late)
    {
        await using var city = await TestCity.Create();
        var id = await Received(city);
        var remedies = city.Get<RemedyService>();
        await remedies.Ask(city.Head(Unit), id, RemedyKind.Appeal, "处理过重。", Ct);
        await city.PassTo(city.Clock.Today().AddDays(50));
        Assert.Null(await Refusal(async () => await Answer(city, id, (await city.Case(id)).Appeal!, RemedyOutcome.Revoked)));
        Assert.Equal(DecisionStanding.Stands, (await city.Case(id)).Standing);
        Assert.Equal("correction-moved correction-term", await city.Stands("accountability", id));
        await city.PassTo(city.Clock.Today().AddDays(day));
        Assert.Equal("rights-open", await Refusal(async () => await city.Get<DecisionService>().Archive(city.Office, id, (await city.Case(id)).Version, Ct)));
        var appeal = (await city.Case(id)).Appeal!;
        await remedies.Correct(city.Office, id, appeal.Id, appeal.Version, "已撤销原决定并书面告知。", Ct);

        var row = (await city.Clocks(id))[CaseTerm.Correction];
        Assert.Equal((late == 0 ? ClockState.InTime : ClockState.Late, late), (row.State, row.LateDays));
        Assert.Equal(DecisionStanding.Revoked, (await city.Case(id)).Standing);
        await city.FileCase(id);
        await city.Get<DecisionService>().Archive(city.Office, id, (await city.Case(id)).Version, Ct);
        Assert.Equal("over", await city.Stands("accountability", id));
    }

    [Theory]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public async Task A_second_decision_is_heavier_on_day_365_and_not_on_day_366(int day, bool isHeavier)
    {
        await using var city = await TestCity.Create();
        var first = await city.DecidedCase(Unit);
        await city.PassTo(city.Clock.Today().AddDays(day));
        var second = await city.Case(await city.DecidedCase(Unit));

        Assert.Equal(isHeavier ? (first, "教督问〔2018〕7号", day) : ((Guid?)null, null, (int?)null), (second.RepeatOfId, second.RepeatNumber, second.RepeatDay));
        Assert.Equal(isHeavier, second.HeavierGrounds.Contains(HeavierGround.Repeated));
        var text = await city.Read(db => db.Papers.Where(p => p.Id == second.DecisionPaperId).Select(p => p.Model).SingleAsync(Ct));
        Assert.Equal(isHeavier, text.Contains($"第{day}日", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_units_case_and_a_revoked_one_are_no_repeat()
    {
        await using var city = await TestCity.Create();
        await city.DecidedCase(CityTasks.Cooperating);
        var revoked = await Received(city);
        await city.Get<RemedyService>().Ask(city.Head(Unit), revoked, RemedyKind.Review, "认定事实有误。", Ct);
        Assert.Null(await Refusal(async () => await Answer(city, revoked, (await city.Case(revoked)).Review!, RemedyOutcome.Revoked)));

        Assert.Null((await city.Case(await city.DecidedCase(Unit))).RepeatOfId);
    }

    [Fact]
    public async Task Both_sides_are_reminded_once_ahead_of_each_term()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenCase(Unit);
        await city.TellCase(id);
        await city.Receive(Unit, (await city.Case(id)).NoticePaperId);
        var reminders = city.Get<CaseReminderService>();
        await city.PassTo(city.Clock.Today().AddDays(6));
        Assert.Equal(0, await reminders.Run(Ct));
        await city.PassTo(city.Clock.Today().AddDays(1));
        Assert.Equal(1, await reminders.Run(Ct));
        Assert.Equal(0, await reminders.Run(Ct));

        var sent = await city.Read(db => db.Notices.Where(n => n.Kind == NoticeKind.CaseTerm).ToListAsync(Ct));
        Assert.Equal(new[] { city.Office.PersonId, city.Head(Unit).PersonId }.Order(), sent.Select(n => n.PersonId).Order());
        Assert.All(sent, n => Assert.DoesNotContain("问责", n.Format + n.Arguments, StringComparison.Ordinal));
    }

    private static async Task<Guid> Received(TestCity city)
    {
        var id = await city.DecidedCase(Unit);
        await city.Receive(Unit, (await city.Case(id)).DecisionPaperId);
        return id;
    }

    private static Task<string> Answer(TestCity city, Guid id, Remedy remedy, RemedyOutcome outcome) => city.Get<RemedyService>().Answer(
        city.Office, id, remedy.Id, remedy.Version, new RemedyAnswer(outcome, "经复查，作出如下决定。", "市教育督导委员会"), TestSite.Password, Ct);

    private static async Task<string?> Refusal(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RuleBroken refusal)
        {
            return refusal.Code;
        }
    }
}
