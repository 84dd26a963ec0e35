using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Variables, inputs, outputs and the values that go through them.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("String", "甲\"乙", "甲\"乙")]
    [InlineData("Boolean", "true", "true")]
    [InlineData("Int32", "-7", "-7")]
    [InlineData("Int64", "9000000000", "9000000000")]
    [InlineData("Decimal", "1.50", "1.50")]
    [InlineData("Double", "0.5", "0.5")]
    [InlineData("Guid", "7f2c7b3e-52a0-4b0b-9a57-0d2f1a6f5c11", "7f2c7b3e-52a0-4b0b-9a57-0d2f1a6f5c11")]
    [InlineData("TimeSpan", "1.02:03:04", "1.02:03:04")]
    [InlineData("DateTimeOffset", "2026-03-01T08:00:00+08:00", "2026-03-01T08:00:00.0000000+08:00")]
    [InlineData("DateTime", "2026-03-01T08:00:00+08:00", "2026-03-01T00:00:00.0000000Z")]
    [InlineData("JSON", "{\"a\":[1,2]}", "{\"a\":[1,2]}")]
    [InlineData("String[]", "[\"x\",\"y\"]", "[\"x\",\"y\"]")]
    [InlineData("List<Int32>", "[1,2]", "[1,2]")]
    public async Task A_variable_keeps_its_value_over_a_wait(string type, string value, string text)
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>w", Event("a"), Activity("Probe.Write", "w", ("text", Variable("v")))), variables: Variables(("v", type, value))));
        await file.Start();
        file.Restart();
        await file.Raise("a");

        await using var db = file.Open();
        Assert.Equal(text, (await db.Entries.SingleAsync()).Text);
    }

    [Fact]
    public Task SetVariable_is_seen_by_what_follows() =>
        Plays(
            Definition(Chart("s>e e>d d.True>a d.False>b", Set("s", "v", Literal("true")), Event("e"), Decision("d", Variable("v")), Mark("a"), Mark("b")),
                variables: Variables(("v", "Boolean", "false"))),
            "!e", "= s e d a");

    [Fact]
    public Task SetVariable_takes_the_value_of_another_variable() =>
        Plays(
            Definition(Chart("s>d d.True>a d.False>b", Set("s", "v", Variable("w")), Decision("d", Variable("v")), Mark("a"), Mark("b")),
                variables: Variables(("v", "Boolean", "false"), ("w", "String", "true"))),
            "= s d a");

    [Fact]
    public async Task A_container_starts_its_variables_anew_on_each_entry()
    {
        var inner = Inner("n", "d.True>y d.False>x x>t", Decision("d", Variable("seen")), Event("x"), Event("y"), Set("t", "seen", Literal("true")));
        inner["variables"] = Variables(("seen", "Boolean", "false"));

        await Plays(Definition(Chart("s>n n>n", Start("s"), inner)), "? x", "!x", "? x", "!x", "? x");
    }

    [Fact]
    public async Task Inputs_of_the_start_are_read_by_name()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("d.True>a d.False>b", Decision("d", Input("Big")), Mark("a"), Mark("b")), inputs: ["Big:Boolean"]));

        await Follow(file, await file.Start(inputs: ("Big", true)), "= d a");
        await Follow(file, await file.Start(inputs: ("Big", "false")), "= d b");
        await Follow(file, await file.Start(), "= d b");
    }

    [Fact]
    public async Task An_input_the_definition_does_not_declare_is_refused()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Mark("a"))));

        Assert.Equal(EngineRefused.InputUnknown, (await Assert.ThrowsAsync<EngineRefused>(() => file.Start(inputs: ("Big", true)))).Code);
    }

    [Fact]
    public async Task An_input_of_the_wrong_type_is_refused()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Mark("a")), inputs: ["Count:Int32"]));

        Assert.Equal(EngineRefused.InputWrong, (await Assert.ThrowsAsync<EngineRefused>(() => file.Start(inputs: ("Count", "many")))).Code);
    }

    [Theory]
    [InlineData("150", "Above")]
    [InlineData("50", "Below")]
    public async Task A_custom_activity_takes_typed_inputs_and_leaves_by_its_outcome(string value, string outcome)
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(
            Chart("c.Above>a c.Below>b", Activity("Probe.Compare", "c", ("value", Literal(value)), ("difference", Output("v"))), Mark("a"), Mark("b")),
            variables: Variables(("v", "Decimal", null))));
        var step = (await History(file, await file.Start()))[0];

        Assert.Equal(outcome, step.Outcome);
        Assert.Contains($"\"difference\":{(outcome == "Above" ? 50 : -50)}", step.Values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_keeps_what_a_step_decided_on_and_who_set_it_going()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(
            Chart("e>d d.True>a", Event("e"), Decision("d", Variable("v")), Mark("a")), variables: Variables(("v", "Boolean", "true"))));
        var instance = await file.Start();
        await file.Raise("e");
        var history = await History(file, instance);

        Assert.Equal([1, 2, 3, 4], history.Select(h => h.Sequence));
        Assert.Equal(("启动：测试", "事件 e：测试"), (history[0].Cause, history[1].Cause));
        Assert.Equal(("d", "True", "{\"condition\":true}", EngineClock.Morning), (history[2].ActivityId, history[2].Outcome, history[2].Values, history[2].At));
    }

    [Theory]
    [InlineData("1.5", typeof(int))]
    [InlineData("99999999999", typeof(int))]
    [InlineData("2026-03-01", typeof(DateTimeOffset))]
    [InlineData("yes", typeof(bool))]
    [InlineData("[1", typeof(int[]))]
    [InlineData("[1,\"x\"]", typeof(int[]))]
    public void What_does_not_fit_a_type_is_not_bent_to_it(string value, Type type) => Assert.False(DataTypes.TryConvert(value, type, out _));
}
