using Equalization.Workflow.Benchmarks;
using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Tests.Indicators.Transfers;

/// <summary>Fifty made counties of 300 schools against the greedy plans of a person with a spreadsheet.</summary>
public sealed class LargeCountyTests(ITestOutputHelper output)
{
    private const int Counties = 50;
    private const int Schools = 300;

    [Fact]
    public void On_50_counties_of_300_schools_the_plan_is_never_worse_than_a_greedy_one_and_mostly_better()
    {
        var (found, betterThanPupil, betterThanHead, fewerThanHead, gaps) = (0, 0, 0, 0, 0);
        for (var number = 0; found < Counties; number++)
        {
            var schools = MadeCounties.Of(number, Schools);
            var plan = TransferSolver.Solve(schools, new TransferTerms(MadeCounties.Limit));
            var byPupil = GreedyPlan.ByPupil(schools, MadeCounties.Limit);
            var byHead = GreedyPlan.ByHead(schools, MadeCounties.Limit);
            output.WriteLine($"{number}: {plan.MoveCount} moves (bound {plan.FewestMoves}), {plan.OverAfter} schools over (bound {plan.MostOver}); greedy by pupil {byPupil}, by head {byHead}");
            if (plan.Outcome != PlanOutcome.Found)
            {
                Assert.True(byPupil is null && byHead is null, $"a greedy plan reached what was told out of reach in county {number}");
                continue;
            }

            found++;
            Assert.True(SmallCounties.IsWithin(schools, [.. plan.Shifts.Select(s => s.After)], MadeCounties.Limit));
            Assert.True(Compare(plan, byPupil) >= 0 && Compare(plan, byHead) >= 0, $"county {number}");
            betterThanPupil += Compare(plan, byPupil) > 0 ? 1 : 0;
            betterThanHead += Compare(plan, byHead) > 0 ? 1 : 0;
            fewerThanHead += byHead is null || plan.MoveCount < byHead.Moves ? 1 : 0;
            gaps += plan.MovesGap + plan.OverGap;
        }

        output.WriteLine($"better than by pupil {betterThanPupil}, than by head {betterThanHead} (fewer moves {fewerThanHead}) of {Counties}; gaps to the bounds in all {gaps}");
        Assert.True(betterThanPupil > Counties / 2, $"better than the greedy plan by pupil only in {betterThanPupil}");
        Assert.True(betterThanHead > Counties / 2, $"better than the greedy plan by head only in {betterThanHead}");
        Assert.Equal(0, gaps);
    }

    [Fact]
    public void Extra_moves_bring_more_schools_over_the_line_and_never_break_the_limit()
    {
        for (var number = 0; number < 5; number++)
        {
            var schools = MadeCounties.Of(number, Schools);
            var least = TransferSolver.Solve(schools, new TransferTerms(MadeCounties.Limit));
            var more = TransferSolver.Solve(schools, new TransferTerms(MadeCounties.Limit) { ExtraMoves = 20 });

            Assert.True(more.After.Within);
            Assert.InRange(more.MoveCount, least.MoveCount, least.MoveCount + 20);
            Assert.True(more.OverAfter > least.OverAfter);
            output.WriteLine($"{number}: {least.OverAfter} schools over with {least.MoveCount} moves, {more.OverAfter} (bound {more.MostOver}) with {more.MoveCount}");
        }
    }

    [Fact]
    public void Within_groups_both_aims_are_as_good_as_their_bounds()
    {
        for (var number = 0; number < 10; number++)
        {
            var schools = MadeCounties.Of(number, Schools);
            var groups = schools.ToDictionary(s => s.Code, s => s.Group);
            var plan = TransferSolver.Solve(schools, new TransferTerms(MadeCounties.Limit) { WithinGroups = true });

            output.WriteLine($"{number}: {plan.MoveCount} moves (bound {plan.FewestMoves}), {plan.OverAfter} schools over (bound {plan.MostOver})");
            Assert.All(plan.Moves, m => Assert.Equal(groups[m.From], groups[m.To]));
            Assert.Equal(plan.Outcome == PlanOutcome.Found, SmallCounties.IsWithin(schools, [.. plan.Shifts.Select(s => s.After)], MadeCounties.Limit));
            Assert.Equal(0, plan.MovesGap);
            Assert.InRange(plan.OverGap, 0, 2);
        }
    }

    [Fact]
    public void Within_a_distance_no_move_goes_further_and_the_gap_is_told()
    {
        var schools = MadeCounties.Of(2, Schools);
        var terms = new TransferTerms(MadeCounties.Limit) { Distances = MadeCounties.Places(2, Schools), MostMetres = 15_000 };

        var plan = TransferSolver.Solve(schools, terms);

        output.WriteLine($"{plan.MoveCount} moves (bound {plan.FewestMoves}), {plan.OverAfter} schools over (bound {plan.MostOver})");
        Assert.Equal(PlanOutcome.Found, plan.Outcome);
        Assert.All(plan.Moves, m => Assert.True(m.Metres <= 15_000));
        Assert.True(plan.LeastMoves >= TransferSolver.Solve(schools, new TransferTerms(MadeCounties.Limit)).LeastMoves);
        Assert.True(SmallCounties.IsWithin(schools, [.. plan.Shifts.Select(s => s.After)], MadeCounties.Limit));
        Assert.True(plan.MovesGap >= 0 && plan.OverGap >= 0);
    }

    // Fewer moves first, more schools over second: what the plan is made for.
    private static int Compare(TransferPlan plan, GreedyPlan? greedy) =>
        greedy is null ? 1 : (-plan.MoveCount, plan.OverAfter).CompareTo((-greedy.Moves, greedy.Over));
}
