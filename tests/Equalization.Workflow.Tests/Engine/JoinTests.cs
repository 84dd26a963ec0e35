using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Joins, explicit and implicit, and what WaitAny takes away.</summary>
public sealed class JoinTests
{
    private const string TwoBranches = "f.A>a f.B>b a>j b>j j>z";

    [Theory]
    [InlineData("!a", "!b")]
    [InlineData("!b", "!a")]
    public Task WaitAll_waits_for_every_branch(string first, string second) =>
        Plays(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Event("a"), Event("b"), Join("j", "WaitAll"), Mark("z"))), first, "running", second, "? ", "finished");

    [Fact]
    public Task WaitAll_goes_on_once() =>
        Plays(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Event("a"), Event("b"), Join("j", "WaitAll"), Mark("z"))), "!a", "!b", "!a", "= f a b j z");

    [Fact]
    public Task One_event_reaches_both_branches() =>
        Plays(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Event("a", "go"), Event("b", "go"), Join("j", "WaitAll"), Mark("z"))), "!go", "= f a b j z", "finished");

    [Fact]
    public Task WaitAll_of_branches_that_do_not_wait_goes_on_in_one_burst() =>
        Plays(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Mark("a"), Mark("b"), Join("j", "WaitAll"), Mark("z"))), "= f a b j z", "finished");

    [Fact]
    public Task WaitAny_goes_on_with_the_first_and_removes_the_others() =>
        Plays(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Event("a"), Event("b"), Join("j", "WaitAny"), Mark("z"))), "!b", "? ", "= f b j z", "finished");

    [Fact]
    public Task WaitAny_is_what_a_join_does_by_default() =>
        Plays(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Event("a"), Event("b"), Activity("Elsa.FlowJoin", "j"), Mark("z"))), "!a", "? ", "= f a j z");

    [Fact]
    public Task After_WaitAny_the_other_event_finds_nobody() =>
        Plays(Definition(Chart(TwoBranches + " z>w", Fork("f", "A", "B"), Event("a"), Event("b"), Join("j", "WaitAny"), Mark("z"), Event("w"))), "!a", "!b", "? w", "= f a j z");

    [Fact]
    public Task One_event_for_both_branches_of_WaitAny_is_taken_once() =>
        Plays(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Event("a", "go"), Event("b", "go"), Join("j", "WaitAny"), Mark("z"))), "!go", "= f a j z", "finished");

    [Fact]
    public Task WaitAny_over_branches_that_do_not_wait_runs_once() =>
        Plays(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Mark("a"), Mark("b"), Join("j", "WaitAny"), Mark("z"))), "= f a j z", "finished");

    [Fact]
    public Task WaitAny_straight_behind_a_fork_runs_once() =>
        Plays(Definition(Chart("f.A>j f.B>j j>z", Fork("f", "A", "B"), Join("j", "WaitAny"), Mark("z"))), "= f j z", "finished");

    [Fact]
    public Task WaitAny_leaves_alone_what_does_not_lead_to_it() =>
        Plays(
            Definition(Chart(TwoBranches + " f.C>c", Fork("f", "A", "B", "C"), Event("a"), Event("b"), Event("c"), Join("j", "WaitAny"), Mark("z"))),
            "!a", "? c", "running", "!c", "= f a j z c", "finished");

    [Fact]
    public Task WaitAny_removes_a_branch_further_back() =>
        Plays(
            Definition(Chart("f.A>a f.B>b b>c a>j c>j j>z", Fork("f", "A", "B"), Event("a"), Event("b"), Event("c"), Join("j", "WaitAny"), Mark("z"))),
            "? a b", "!a", "? ", "= f a j z");

    [Fact]
    public Task WaitAny_removes_a_nested_chart_with_all_its_waits() =>
        Plays(
            Definition(Chart("f.A>a f.B>n a>j n>j j>z",
                Fork("f", "A", "B"), Event("a"), Inner("n", "s>x s>y", Start("s"), Event("x"), Event("y")), Join("j", "WaitAny"), Mark("z"))),
            "? a x y", "!a", "? ", "= f s a j z", "finished");

    [Fact]
    public Task WaitAny_removes_a_sequence_in_its_middle() =>
        Plays(
            Definition(Chart("f.A>a f.B>q a>j q>j", Fork("f", "A", "B"), Event("a"), Sequence("q", Event("x"), Event("y")), Join("j", "WaitAny"))),
            "!x", "? a y", "!a", "? ", "finished");

    [Fact]
    public Task WaitAny_removes_a_timer_that_has_not_run_out() =>
        Plays(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Event("a"), Delay("b", "1.00:00:00"), Join("j", "WaitAny"), Mark("z"))),
            "!a", "+2.00:00:00", "= f a j z", "finished");

    [Fact]
    public Task A_timer_wins_against_an_event() =>
        Plays(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Event("a"), Delay("b", "1.00:00:00"), Join("j", "WaitAny"), Mark("z"))),
            "+1.00:00:00", "? ", "= f b j z", "finished");

    [Fact]
    public Task WaitAllActive_does_not_wait_for_a_branch_not_taken() =>
        Plays(
            Definition(Chart("d.True>a d.False>b a>j b>j j>z", Decision("d", Literal("true")), Event("a"), Event("b"), Join("j", "WaitAllActive"), Mark("z"))),
            "? a", "!a", "= d a j z", "finished");

    [Fact]
    public Task WaitAllActive_waits_for_every_branch_taken() =>
        Plays(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Event("a"), Event("b"), Join("j", "WaitAllActive"), Mark("z"))), "!a", "= f a", "!b", "= f a b j z");

    [Fact]
    public Task Several_connections_into_an_activity_are_a_join() =>
        Plays(Definition(Chart("f.A>a f.B>b a>z b>z", Fork("f", "A", "B"), Event("a"), Event("b"), Mark("z"))), "!a", "? b", "= f a", "!b", "= f a b z", "finished");

    [Fact]
    public Task An_implicit_join_runs_when_a_decision_took_one_way() =>
        Plays(Definition(Chart("d.True>a d.False>b a>z b>z", Decision("d", Literal("false")), Mark("a"), Mark("b"), Mark("z"))), "= d b z", "finished");

    [Fact]
    public Task An_implicit_join_waits_for_the_branch_that_is_still_under_way() =>
        Plays(
            Definition(Chart("f.A>d f.B>b d.True>a a>z b>z d.False>x", Fork("f", "A", "B"), Decision("d", Literal("false")), Event("b"), Mark("a"), Mark("x"), Mark("z"))),
            "? b", "= f d x", "!b", "= f d x b z", "finished");

    [Fact]
    public Task An_activity_nobody_takes_the_way_to_is_skipped_with_all_behind_it() =>
        Plays(
            Definition(Chart("d.True>a d.False>e a>b b>z e>z", Decision("d", Literal("false")), Mark("a"), Mark("b"), Mark("e"), Mark("z"))),
            "= d e z", "finished");

    [Fact]
    public Task Joins_stand_behind_joins() =>
        Plays(
            Definition(Chart("f.A>a f.B>b f.C>c a>j b>j j>k c>k k>z",
                Fork("f", "A", "B", "C"), Event("a"), Event("b"), Event("c"), Join("j", "WaitAll"), Join("k", "WaitAll"), Mark("z"))),
            "!c", "!a", "? b", "!b", "= f c a b j k z", "finished");

    [Fact]
    public Task A_WaitAll_may_stand_behind_a_WaitAny() =>
        Plays(
            Definition(Chart("f.A>a f.B>b f.C>c a>j b>j j>k c>k k>z",
                Fork("f", "A", "B", "C"), Event("a"), Event("b"), Event("c"), Join("j", "WaitAny"), Join("k", "WaitAll"), Mark("z"))),
            "!a", "? c", "!c", "= f a j c k z", "finished");

    [Fact]
    public Task Forks_stand_inside_branches() =>
        Plays(
            Definition(Chart("f.A>g f.B>b g.C>c g.D>d c>j d>j j>k b>k",
                Fork("f", "A", "B"), Fork("g", "C", "D"), Event("b"), Event("c"), Event("d"), Join("j", "WaitAny"), Join("k", "WaitAll"))),
            "? b c d", "!d", "? b", "!b", "finished");

    [Fact]
    public async Task The_branch_that_won_and_the_one_that_lost_are_in_the_history_before_the_join()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart(TwoBranches, Fork("f", "A", "B"), Event("a"), Event("b"), Join("j", "WaitAny"), Mark("z"))));
        var instance = await file.Start();
        await file.Raise("b");

        var ended = (await History(file, instance)).Where(h => h.Outcome != "Waiting").Select(h => $"{h.ActivityId}:{h.Outcome}");
        Assert.Equal(["f:A,B", "b:Done", "a:Cancelled", "j:Done", "z:Done"], ended);
    }
}
