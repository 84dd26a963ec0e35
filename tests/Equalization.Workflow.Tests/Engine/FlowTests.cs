using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Connections, ports, starts and ends.</summary>
public sealed class FlowTests
{
    [Fact]
    public Task A_chart_without_waits_runs_to_its_end() => Plays(Definition(Chart("start>a a>b", Start(), Mark("a"), Mark("b"))), "? ", "= start a b", "finished");

    [Fact]
    public Task A_start_activity_begins_even_when_it_is_not_the_first_of_the_list() =>
        Plays(Definition(Chart("start>a", Mark("a"), Start())), "= start a", "finished");

    [Fact]
    public Task Without_a_start_the_first_without_inbound_begins() => Plays(Definition(Chart("a>b", Mark("b"), Mark("a"))), "= a b");

    [Fact]
    public Task In_a_ring_the_first_of_the_list_begins() => Plays(Definition(Chart("a>b b>a", Event("a"), Mark("b"))), "? a", "!a", "? a", "= a b");

    [Fact]
    public Task An_event_waits_until_it_comes() => Plays(Definition(Chart("a>b", Event("a"), Mark("b"))), "? a", "running", "!a", "? ", "= a b", "finished");

    [Fact]
    public Task Another_event_does_not_wake_it() => Plays(Definition(Chart("", Event("a"))), "!b", "? a", "running");

    [Fact]
    public Task One_port_may_lead_to_several_activities() =>
        Plays(Definition(Chart("s>a s>b", Start("s"), Event("a"), Event("b"))), "? a b", "!b", "? a", "!a", "= s b a", "finished");

    [Fact]
    public Task End_ends_its_chart_though_another_branch_waits() =>
        Plays(Definition(Chart("s>a s>b a>end", Start("s"), Event("a"), Event("b"), End())), "!a", "? ", "= s a end", "finished");

    [Fact]
    public Task Finish_ends_the_instance_from_inside_a_nested_chart() =>
        Plays(
            Definition(Chart("s>n s>b n>c", Start("s"), Inner("n", "x>finish", Event("x"), Finish()), Event("b"), Mark("c"))),
            "? b x", "!x", "? ", "= s x finish", "finished");

    [Fact]
    public Task End_in_a_nested_chart_ends_that_one_only() =>
        Plays(
            Definition(Chart("n>c", Inner("n", "s>x s>y x>end", Start("s"), Event("x"), Event("y"), End()), Mark("c"))),
            "? x y", "!x", "? ", "= s x end n c", "finished");

    [Fact]
    public Task A_nested_chart_is_done_when_nothing_in_it_waits() =>
        Plays(Definition(Chart("n>c", Inner("n", "s>x s>y", Start("s"), Event("x"), Event("y")), Mark("c"))), "!x", "? y", "!y", "= s x y n c", "finished");

    [Fact]
    public Task Charts_nest_three_deep() =>
        Plays(Definition(Chart("n>c", Inner("n", "m>d", Inner("m", "x>y", Event("x"), Mark("y")), Mark("d")), Mark("c"))), "? x", "!x", "= x y m d n c", "finished");

    [Fact]
    public Task A_sequence_runs_one_after_another() =>
        Plays(Definition(Sequence("root", Mark("a"), Event("b"), Mark("c"))), "= a", "? b", "!b", "= a b c", "finished");

    [Fact]
    public Task An_empty_sequence_is_done_at_once() => Plays(Definition(Chart("q>a", Sequence("q"), Mark("a"))), "= q a", "finished");

    [Fact]
    public Task A_sequence_in_a_chart_goes_on_with_the_chart() =>
        Plays(Definition(Chart("q>c", Sequence("q", Event("a"), Event("b")), Mark("c"))), "? a", "!a", "? b", "!b", "= a b q c");

    [Theory]
    [InlineData("true", "a if z")]
    [InlineData("false", "b if z")]
    public Task If_runs_the_chosen_activity(string condition, string steps) =>
        Plays(Definition(Chart("if>z", If("if", Literal(condition), Mark("a"), Mark("b")), Mark("z"))), "= " + steps, "finished");

    [Fact]
    public Task If_without_the_chosen_activity_goes_on() => Plays(Definition(Chart("if>z", If("if", Literal("false"), Mark("a")), Mark("z"))), "= if z");

    [Fact]
    public Task If_may_wait_inside() => Plays(Definition(Chart("if>z", If("if", Literal("true"), Event("a")), Mark("z"))), "? a", "!a", "= a if z", "finished");

    [Theory]
    [InlineData("true", "d a")]
    [InlineData("false", "d b")]
    public Task A_decision_leaves_by_one_port(string value, string steps) =>
        Plays(Definition(Chart("d.True>a d.False>b", Decision("d", Literal(value)), Mark("a"), Mark("b"))), "= " + steps, "finished");

    [Fact]
    public Task A_decision_may_leave_by_a_port_that_leads_nowhere() =>
        Plays(Definition(Chart("d.True>a", Decision("d", Literal("false")), Mark("a"))), "= d", "finished");

    [Theory]
    [InlineData("MatchFirst", "true", "true", "w a")]
    [InlineData("MatchFirst", "false", "true", "w b")]
    [InlineData("MatchAny", "true", "true", "w a b")]
    [InlineData("MatchAny", "false", "false", "w z")]
    [InlineData("MatchFirst", "false", "false", "w z")]
    public Task A_switch_follows_its_cases(string mode, string first, string second, string steps) =>
        Plays(
            Definition(
                Chart("w.A>a w.B>b w.Default>z", Switch("w", mode, ("A", "p"), ("B", "q")), Mark("a"), Mark("b"), Mark("z")),
                variables: Variables(("p", "Boolean", first), ("q", "Boolean", second))),
            "= " + steps, "finished");

    [Fact]
    public Task A_fork_without_branches_is_done() => Plays(Definition(Chart("f>a", Activity("Elsa.FlowFork", "f"), Mark("a"))), "= f a");

    [Fact]
    public Task A_branch_of_a_fork_may_lead_nowhere() =>
        Plays(Definition(Chart("f.A>a", Fork("f", "A", "B"), Event("a"))), "? a", "!a", "= f a", "finished");

    [Fact]
    public async Task The_older_flat_form_of_connections_is_read()
    {
        var flat = Definition(Chart("", Mark("a"), Mark("b"))).Replace(
            "\"connections\":[]", "\"connections\":[{\"source\":\"a\",\"target\":\"b\",\"sourcePort\":\"Done\",\"targetPort\":\"In\"}]", StringComparison.Ordinal);

        await Plays(flat, "= a b", "finished");
    }
}
