using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Tests.Bulletins;

public sealed class BulletinRuleTests
{
    private static readonly DateOnly Due = new(2018, 6, 30);
    private static readonly Guid A = Guid.CreateVersion7();
    private static readonly Guid B = Guid.CreateVersion7();
    private static readonly Guid C = Guid.CreateVersion7();

    [Fact]
    public void Criticism_names_what_is_open_and_red_and_nothing_else()
    {
        var lines = new[] { Open(A, Light.Red, 3), Open(A, Light.Yellow, 0), Open(B, Light.Red, 0), Done(B, Due.AddDays(5), 3), Open(C, Light.Green, 0) };

        Assert.Equal([lines[0], lines[2]], BulletinRule.Select(BulletinKind.Criticism, lines));
    }

    [Fact]
    public void What_lay_late_with_others_alone_names_nobody_and_counts_for_nobody()
    {
        var others = Open(A, Light.Red, 3) with { ChargedDays = 0 };
        var own = Open(A, Light.Red, 3) with { ChargedDays = 1 };
        var beforeItWasTold = Open(B, Light.Red, 3);
        var doneForOthers = Done(C, Due.AddDays(5), 3) with { ChargedDays = 0 };

        Assert.Equal([own, beforeItWasTold], BulletinRule.Select(BulletinKind.Criticism, [others, own, beforeItWasTold, doneForOthers]));
        var outcomes = Ranking.Outcomes([others, own, beforeItWasTold, doneForOthers], new Dictionary<Guid, UnitKind> { [A] = UnitKind.Department, [B] = UnitKind.Department, [C] = UnitKind.Department }).ToDictionary(o => o.UnitId);
        Assert.Equal((1, 2), (outcomes[A].Overdue, outcomes[A].Parts));
        Assert.Equal((1, 0), (outcomes[C].DoneInTime, outcomes[C].DoneLate));
    }

    [Fact]
    public void Praise_needs_the_first_day_kept_and_no_red_of_the_unit_anywhere()
    {
        var inTime = Done(A, Due, 0);
        var lines = new[] { inTime, Done(A, Due.AddDays(1), 1), Done(B, Due, 0), Open(B, Light.Red, 0), Done(C, Due.AddDays(20), 0) with { DueOn = Due.AddDays(30) } };

        Assert.Equal([inTime], BulletinRule.Select(BulletinKind.Praise, lines));
    }

    [Fact]
    public void Units_are_ranked_by_due_parts_done_in_time_and_equal_shares_share_a_place()
    {
        var places = Ranking.Places([Outcome(A, 1, 1), Outcome(B, 2, 2), Outcome(C, 3, 0)]);

        Assert.Equal((2, 2, 1), (places[A], places[B], places[C]));
    }

    [Fact]
    public void A_unit_with_nothing_due_has_no_place_and_sizes_and_kinds_are_kept_apart()
    {
        var large = Outcome(B, 9, 1) with { Parts = UnitOutcome.Many };
        var county = Outcome(C, 0, 5) with { Kind = UnitKind.CountyGovernment };

        var places = Ranking.Places([Outcome(A, 0, 0), large, county]);

        Assert.False(places.ContainsKey(A));
        Assert.Equal((1, 1), (places[B], places[C]));
    }

    [Fact]
    public void What_a_ranking_sees_has_no_room_for_activity()
    {
        var lines = new[] { Done(A, Due, 0), Open(A, Light.Red, 4) };
        var busy = lines.Select(l => l with { Silent = !l.Silent, Done = 99, Expected = 1 });

        Assert.Equal(Ranking.Outcomes(lines, Kinds()), Ranking.Outcomes(busy, Kinds()));
    }

    [Fact]
    public void Figures_are_filled_in_from_the_snapshot_and_an_unknown_placeholder_is_refused()
    {
        var figures = new BulletinFigures(Due, 7, 12, 30, 4, 5, 6, 3, null);

        Assert.Equal("截至2018年6月30日，在办12项，逾期4项。", BulletinText.Fill("截至{截止日}，在办{在办任务}项，逾期{逾期任务}项。", figures));
        var refusal = Assert.Throws<RuleBroken>(() => BulletinText.MustBeKnown("共{登录次数}次。", "Introduction"));
        Assert.Equal(("bulletin-placeholder", "Introduction"), (refusal.Code, refusal.Field));
    }

    private static Dictionary<Guid, UnitKind> Kinds() => new() { [A] = UnitKind.Department };

    private static UnitOutcome Outcome(Guid unit, int inTime, int overdue) => new(unit, UnitKind.Department, inTime, 0, overdue, 0, inTime + overdue);

    private static SnapshotLine Open(Guid unit, Light light, int late) => Line(unit, light, null, late);

    private static SnapshotLine Done(Guid unit, DateOnly on, int late) => Line(unit, Light.Green, on, late);

    private static SnapshotLine Line(Guid unit, Light light, DateOnly? closedOn, int late) =>
        new(1, 1, "2018-001", unit, UnitRole.Lead, light, false, Due, Due, closedOn, late, 50, 60);
}
