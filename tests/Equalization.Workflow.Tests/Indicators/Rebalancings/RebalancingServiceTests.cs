using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks.Moves;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Indicators.Transfers;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Indicators.Rebalancings;

/// <summary>Searches are asked for, made by the job, and kept.</summary>
public sealed class RebalancingServiceTests
{
    [Fact]
    public async Task Least_transfers_are_found_by_the_job_and_kept_with_their_moves()
    {
        await using var city = await TestCity.Create();
        await city.TakeSchools(2023, RebalancingDesk.Rich, RebalancingDesk.Poor);
        var service = city.Get<RebalancingService>();
        var id = await city.AskPlan(city.Contact(StoryCity.Lead), RebalancingDesk.Teachers);
        var before = await city.Plan(id);

        Assert.Equal((RebalancingState.Asked, 0, null), (before.State, before.Ahead, before.Answer));
        Assert.True(await service.IsAsked(TestCity.Ct));
        Assert.Equal(1, await service.Run(TestCity.Ct));

        // 15 and 3 are 0.6667 apart from the mean of 9; two teachers make it 13 and 5, 0.4444.
        var plan = await city.Plan(id);
        Assert.Equal((RebalancingState.Done, PlanOutcome.Found, 2, 2, false), (plan.State, plan.Answer!.Outcome, plan.Answer.Units, plan.Answer.Fewest, plan.IsStale));
        Assert.Equal((2.0 / 3, 4.0 / 9), (plan.Answer.Before!.Value, plan.Answer.After!.Value), TupleWithin);
        var move = Assert.Single(await city.MovesOf(id));
        Assert.Equal(("001", "002", 2m, null), (move.From!.Code, move.To.Code, move.Amount, move.TaskId));
        Assert.False(await service.IsAsked(TestCity.Ct));
        Assert.Equal(0, await service.Run(TestCity.Ct));
    }

    [Fact]
    public async Task Least_additions_are_found_for_rooms()
    {
        await using var city = await TestCity.Create();
        var plan = await city.Plan(await city.FoundPlan(RebalancingDesk.Rooms));

        // 40 and 8 rooms: with n more at the poor school the spread is (32 − n) ÷ (48 + n), at most 0.50 from n = 6 on (26 ÷ 54).
        Assert.Equal((PlanOutcome.Found, 6, 6), (plan.Answer!.Outcome, plan.Answer.Units, plan.Answer.Least));
        var move = Assert.Single(await city.MovesOf(plan.Id));
        Assert.Equal((null, "002", 6m), (move.From, move.To.Code, move.Amount));
    }

    [Fact]
    public async Task A_person_waits_for_the_search_before()
    {
        await using var city = await TestCity.Create();
        await city.TakeSchools(2023, RebalancingDesk.Rich, RebalancingDesk.Poor);
        await city.AskPlan(city.Office, RebalancingDesk.Teachers);
        var other = await city.AskPlan(city.Contact(StoryCity.Lead), RebalancingDesk.Rooms);

        Assert.Equal("rebalancing-waits", (await Assert.ThrowsAsync<RuleBroken>(() => city.AskPlan(city.Office, RebalancingDesk.Rooms))).Code);
        Assert.Equal(2, await city.Get<RebalancingService>().Run(TestCity.Ct));
        Assert.Equal(RebalancingState.Done, (await city.Plan(other)).State);
        await city.AskPlan(city.Office, RebalancingDesk.Rooms);
    }

    [Theory]
    [InlineData(2, "MayGive", "may-give")]
    [InlineData(2, "Keeps", "keeps")]
    [InlineData(2, "Extra", "extra-moves")]
    [InlineData(7, "Extra", "extra-units")]
    [InlineData(7, "Step", "step")]
    [InlineData(7, "County", "no-schools")]
    public async Task What_cannot_be_computed_with_is_refused_when_it_is_asked(int indicator, string field, string code)
    {
        await using var city = await TestCity.Create();
        await city.TakeSchools(2023, RebalancingDesk.Rich, RebalancingDesk.Poor);
        var topic = RebalancingDesk.Teachers with { Indicator = indicator, County = field == "County" ? "西湖区" : SchoolDesk.County };
        var terms = field switch
        {
            "MayGive" => new RebalancingTerms { MayGive = 101 },
            "Keeps" => new RebalancingTerms { Keeps = -1 },
            "Extra" => new RebalancingTerms { Extra = 201 },
            "Step" => new RebalancingTerms { Step = 0 },
            _ => new RebalancingTerms(),
        };

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => city.AskPlan(city.Office, topic, terms));

        Assert.Equal((code, field == "County" ? null : field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public async Task The_auditor_reads_and_asks_for_nothing()
    {
        await using var city = await TestCity.Create();
        var id = await city.FoundPlan(RebalancingDesk.Teachers);

        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => city.AskPlan(city.Auditor, RebalancingDesk.Rooms))).Code);
        Assert.Equal(id, Assert.Single((await city.Get<RebalancingQueries>().List(city.Auditor, 1, 10, TestCity.Ct)).Rows).Id);
    }

    [Fact]
    public async Task A_plan_of_other_numbers_than_the_data_has_now_is_stale()
    {
        await using var city = await TestCity.Create();
        var id = await city.FoundPlan(RebalancingDesk.Teachers);

        await city.TakeSchools(2023, RebalancingDesk.Rich, RebalancingDesk.Poor.Replace(",3,,9", ",4,,9", StringComparison.Ordinal));

        Assert.True((await city.Plan(id)).IsStale);
    }

    [Fact]
    public async Task A_search_that_its_process_did_not_survive_is_made_by_the_next_run_and_given_up_after_three()
    {
        await using var city = await TestCity.Create();
        await city.TakeSchools(2023, RebalancingDesk.Rich, RebalancingDesk.Poor);
        var id = await city.AskPlan(city.Office, RebalancingDesk.Teachers);
        var lost = await city.AskPlan(city.Contact(StoryCity.Lead), RebalancingDesk.Rooms);
        await city.Transact.Run(city.Office, "测试数据", async (db, act) =>
        {
            (await db.Rebalancings.SingleAsync(r => r.Id == id, TestCity.Ct)).Begin(act.At);
            var often = await db.Rebalancings.SingleAsync(r => r.Id == lost, TestCity.Ct);
            Enumerable.Range(0, Rebalancing.MostTries).ToList().ForEach(_ => often.Begin(act.At));
        }, TestCity.Ct);

        Assert.Equal(2, await city.Get<RebalancingService>().Run(TestCity.Ct));

        Assert.Equal(RebalancingState.Done, (await city.Plan(id)).State);
        var refused = await city.Plan(lost);
        Assert.Equal(RebalancingState.Refused, refused.State);
        Assert.Contains("测算多次中断", refused.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_is_told_once_when_the_search_has_ended()
    {
        await using var city = await TestCity.Create();
        var person = city.Contact(StoryCity.Lead).PersonId;
        await city.TakeSchools(2023, RebalancingDesk.Rich, RebalancingDesk.Poor);
        var id = await city.AskPlan(city.Contact(StoryCity.Lead), RebalancingDesk.Teachers);
        Assert.Empty(await Told());

        await city.Get<RebalancingService>().Run(TestCity.Ct);
        await city.Get<RebalancingService>().Run(TestCity.Ct);

        var notice = Assert.Single(await Told());
        Assert.Equal((person, id), (notice.PersonId, notice.SubjectId));
        Assert.Contains("测算已完成", notice.Format, StringComparison.Ordinal);

        Task<List<Notice>> Told() => city.Read(db => db.Notices.Where(n => n.Kind == NoticeKind.RebalancingEnded).ToListAsync(TestCity.Ct));
    }

    [Fact]
    public async Task Old_searches_are_taken_away_unless_a_line_became_a_task()
    {
        await using var story = await StoryCity.Create();
        var (city, retention) = (story.City, story.City.Get<RebalancingRetention>());
        var tasked = await city.FoundPlan(RebalancingDesk.Teachers);
        await city.Get<MoveTaskService>().Issue(city.Office, await story.MoveTask(tasked), TestCity.Ct);
        var old = await city.AskPlan(city.Office, RebalancingDesk.Rooms);
        await city.Get<RebalancingService>().Run(TestCity.Ct);
        city.Clock.AdvanceDays(RebalancingStay.DefaultDays);
        Assert.Equal(0, await retention.Run(TestCity.Ct));
        city.Clock.AdvanceDays(1);
        var asked = await city.AskPlan(city.Office, RebalancingDesk.Rooms);

        Assert.Equal(1, await retention.Run(TestCity.Ct));

        Assert.Equal([asked, tasked], (await city.Get<RebalancingQueries>().List(city.Office, 1, 10, TestCity.Ct)).Rows.Select(r => r.Id));
        Assert.Equal(0, await city.Read(db => db.RebalancingMoves.CountAsync(m => m.RebalancingId == old, TestCity.Ct)));
    }

    private static bool TupleWithin((double, double) expected, (double, double) actual) =>
        Math.Abs(expected.Item1 - actual.Item1) < 1e-12 && Math.Abs(expected.Item2 - actual.Item2) < 1e-12;
}
