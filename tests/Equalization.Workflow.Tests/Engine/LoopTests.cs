using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Connections that lead back, and what a new turn keeps of the last: nothing.</summary>
public sealed class LoopTests
{
    [Fact]
    public Task A_connection_back_runs_its_target_again() =>
        Plays(Definition(Chart("a>b b>a", Event("a"), Event("b"))), "!a", "? b", "!b", "? a", "!a", "!b", "= a b a b", "? a");

    [Fact]
    public async Task A_loop_is_left_by_a_decision()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(
            Chart("s>a a>d d.False>a d.True>z", Start("s"), Event("a", result: "v"), Decision("d", Variable("v")), Mark("z")),
            variables: Variables(("v", "Boolean", "false"))));
        var instance = await file.Start();
        await file.Raise("a", payload: false);
        await Follow(file, instance, "? a", "running");
        await file.Raise("a", payload: true);
        await Follow(file, instance, "= s a d a d z", "finished");
    }

    [Fact]
    public Task An_implicit_join_does_not_wait_for_the_way_back() =>
        Plays(Definition(Chart("s>a a>b b>a", Start("s"), Mark("a"), Event("b"))), "? b", "!b", "= s a b a", "? b");

    [Fact]
    public Task An_activity_may_lead_back_to_itself() => Plays(Definition(Chart("s>a a>a", Start("s"), Event("a"))), "!a", "!a", "= s a a", "? a");

    [Fact]
    public Task A_fork_in_a_loop_forks_again_each_turn() =>
        Plays(
            Definition(Chart("s>f f.A>a f.B>b a>j b>j j>f", Start("s"), Fork("f", "A", "B"), Event("a"), Event("b"), Join("j", "WaitAll"))),
            "!a", "!b", "? a b", "!b", "? a", "!a", "? a b", "= s f a b j f b a j f");

    [Fact]
    public Task An_arrival_of_one_turn_does_not_count_in_the_next() =>
        Plays(
            Definition(Chart("s>f f.A>a f.B>b a>j b>j j>f", Start("s"), Fork("f", "A", "B"), Event("a"), Event("b"), Join("j", "WaitAll"))),
            "!a", "!b", "!a", "!a", "? b", "= s f a b j f a");

    [Fact]
    public Task A_branch_that_lost_in_one_turn_does_not_count_in_the_next() =>
        Plays(
            Definition(Chart("s>f f.A>a f.B>b b>c a>j c>j j>f", Start("s"), Fork("f", "A", "B"), Event("a"), Event("b"), Event("c"), Join("j", "WaitAny"))),
            "!b", "? a c", "!a", "? a b", "!c", "? a b", "!b", "!c", "? a b", "= s f b a j f b c j f");

    [Fact]
    public Task A_timer_is_armed_anew_each_turn() =>
        Plays(
            Definition(Chart("s>f f.A>moved f.B>due moved>j due>j j>f", Start("s"), Fork("f", "A", "B"), Event("moved"), Delay("due", "3.00:00:00"), Join("j", "WaitAny"))),
            "+2.00:00:00", "!moved", "? due moved", "+2.00:00:00", "= s f moved j f", "+1.00:00:00", "= s f moved j f due j f");

    [Fact]
    public Task Loops_stand_inside_loops() =>
        Plays(
            Definition(
                Chart("s>a a>b b>d d.True>b d.False>c c>a", Start("s"), Event("a"), Event("b", result: "v"), Decision("d", Variable("v")), Event("c")),
                variables: Variables(("v", "Boolean", "false"))),
            "!a", "!b", "? c", "!c", "? a", "!a", "? b");

    [Fact]
    public Task A_loop_stands_inside_one_branch_of_a_fork() =>
        Plays(
            Definition(
                Chart("f.A>a f.B>b a>d d.True>a d.False>j b>j j>z",
                    Fork("f", "A", "B"), Event("a", result: "again"), Event("b"), Decision("d", Variable("again")), Join("j", "WaitAll"), Mark("z")),
                variables: Variables(("again", "Boolean", "false"))),
            "!b", "? a", "!a", "= f b a d j z", "finished");

    [Fact]
    public async Task A_join_waits_for_a_loop_before_it_as_long_as_that_turns()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(
            Chart("f.A>a f.B>b a>d d.True>a d.False>j b>j j>z",
                Fork("f", "A", "B"), Event("a", result: "again"), Event("b"), Decision("d", Variable("again")), Join("j", "WaitAllActive"), Mark("z")),
            variables: Variables(("again", "Boolean", "false"))));
        var instance = await file.Start();
        await file.Raise("a", payload: true);
        await file.Raise("b");
        await file.Raise("a", payload: true);
        await Follow(file, instance, "? a", "= f a d b a d");
        await file.Raise("a", payload: false);
        await Follow(file, instance, "= f a d b a d a d j z", "finished");
    }

    [Fact]
    public async Task A_wait_names_its_turn()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("s>a a>a", Start("s"), Event("a"))));
        var instance = await file.Start();
        await file.Raise("a");
        await file.Raise("a");

        await using var db = file.Open();
        Assert.Equal(2, (await db.Set<Bookmark>().SingleAsync()).Iteration);
        Assert.Equal([0, 0, 0, 1, 1, 2], (await History(file, instance)).Select(h => h.Iteration));
    }

    [Fact]
    public Task A_loop_in_a_nested_chart_leaves_the_outer_one_alone() =>
        Plays(
            Definition(Chart("f.A>n f.B>b n>j b>j", Fork("f", "A", "B"), Inner("n", "s>x x>x", Start("s"), Event("x")), Event("b"), Join("j", "WaitAny"))),
            "!x", "!x", "? b x", "!b", "? ", "finished");

    [Fact]
    public Task A_nested_chart_is_entered_anew_each_turn() =>
        Plays(
            Definition(Chart("s>n n>n", Start("s"), Inner("n", "t>x t>y x>k y>k", Start("t"), Event("x"), Event("y"), Join("k", "WaitAll")))),
            "!x", "!y", "? x y", "!y", "? x", "!x", "? x y");
}
