using System.Text.Json.Nodes;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Tests.Support;
using static Equalization.Workflow.Tests.Engine.Draw;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>What is refused when a file is read, and with which words: file, place, activity, reason.</summary>
public sealed class RefusalTests
{
    private static readonly string[] Branches = ["A", "B"];

    [Fact]
    public void The_race_sample_loads() => Assert.Equal("race", Reader().ReadFile(Repository.SharedFile("reference", "elsa", "race.json")).Id);

    [Fact]
    public void The_order_approval_sample_is_refused_for_its_scripts_and_its_unknown_activity()
    {
        var flaws = Refused(() => Reader().ReadFile(Repository.SharedFile("reference", "elsa", "order-approval.json")));

        Assert.Contains(flaws, f => f is { File: "order-approval.json", ActivityId: "setAmount", Place: "$.root.activities[1].value.expression" } && f.Message.Contains("JavaScript", StringComparison.Ordinal));
        Assert.Contains(flaws, f => f.ActivityId == "ask" && f.Message.Contains("Demo.AskUser", StringComparison.Ordinal));
    }

    [Fact]
    public void The_types_sample_is_refused_for_everything_it_carries()
    {
        var flaws = Refused(() => Reader().ReadFile(Repository.SharedFile("reference", "elsa", "types.json")));

        Assert.Contains(flaws, f => f.ActivityId == "nf" && f.Message.Contains("No.SuchActivity", StringComparison.Ordinal));
        Assert.Contains(flaws, f => f.ActivityId == "js" && f.Message.Contains("不运行脚本", StringComparison.Ordinal));
        Assert.Contains(flaws, f => f.ActivityId == "sw" && f.Place.Contains("cases[1]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_flaw_names_file_place_and_activity() =>
        Assert.StartsWith("case.json，位置 $.root.activities[0].value.expression，活动 s：", Only(Set("s", "v", Script("1"))).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "不是完整的 JSON")]
    [InlineData("{\"id\":", "不是完整的 JSON")]
    [InlineData("[]", "definitionId")]
    [InlineData("{}", "root")]
    [InlineData("{\"definitionId\":\"a\",\"version\":0,\"root\":{}}", "version")]
    public void A_file_that_is_no_definition_is_refused(string json, string words) =>
        Assert.Contains(Refused(() => Reader().Read("case.json", json)), f => f.ToString().Contains(words, StringComparison.Ordinal));

    [Fact]
    public void A_syntax_error_names_its_line() =>
        Assert.Equal("第 2 行第 1 字节", Refused(() => Reader().Read("case.json", "{\n!")).Single().Place);

    [Fact]
    public void A_huge_file_is_refused_unread()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenWrite(path))
            {
                file.SetLength(100L * 1024 * 1024);
            }

            Assert.Contains("上限", Refused(() => Reader().ReadFile(path)).Single().Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_nested_without_end_is_refused() =>
        Assert.Contains("JSON", Refused(() => Reader().Read("case.json", string.Concat(Enumerable.Repeat("[", 5000)))).Single().Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_type_is_refused() => Says("没有名为“Elsa.WriteLine”的活动类型", Chart("", Activity("Elsa.WriteLine", "a")));

    [Fact]
    public void An_unknown_port_is_refused() => Says("没有名为“Maybe”的端口，可用 Done", Chart("a.Maybe>b", Mark("a"), Mark("b")));

    [Fact]
    public void An_unknown_port_of_a_custom_activity_is_refused() =>
        Says("可用 Above、Below", Chart("a>b", Activity("Probe.Compare", "a", ("value", Literal("1"))), Mark("b")));

    [Fact]
    public void A_connection_into_the_void_is_refused() => Says("“b”不在这张流程图里", Chart("a>b", Mark("a")));

    [Fact]
    public void A_connection_that_Elsa_dropped_is_refused() =>
        Says("连线指向不存在的活动", With(Chart("", Mark("a")), ("customProperties", new JsonObject { ["notFoundConnections"] = new JsonArray(new JsonObject()) })));

    [Fact]
    public void A_connection_drawn_twice_is_refused() => Says("重复", Chart("a>b a>b", Mark("a"), Mark("b")));

    [Theory]
    [InlineData("JavaScript", "不运行脚本")]
    [InlineData("Liquid", "不运行脚本")]
    [InlineData("CSharp", "不运行脚本")]
    [InlineData("Python", "不运行脚本")]
    [InlineData("Prose", "没有“Prose”这种表达式")]
    public void An_expression_of_another_type_is_refused(string type, string words) =>
        Says(words, Chart("", Set("s", "v", new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = "1" } })));

    [Fact]
    public void An_input_that_Elsa_would_read_as_nothing_is_refused() =>
        Says("读作空值", Chart("", Set("s", "v", new JsonObject { ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "1" } })));

    [Fact]
    public void An_unknown_variable_is_refused() => Says("没有 id 为“w”的变量", Chart("", Set("s", "v", Variable("w"))));

    [Fact]
    public void An_unknown_variable_to_set_is_refused() => Says("没有 id 为“w”的变量", Chart("", Set("s", "w", Literal("1"))));

    [Fact]
    public void A_variable_of_another_container_is_refused()
    {
        var inner = With(Inner("n", "", Set("s", "x", Literal("1"))), ("variables", Variables(("x", "String", null))));

        Says("没有 id 为“x”的变量", Chart("n>t", inner, Set("t", "x", Literal("1"))));
    }

    [Fact]
    public void An_unknown_input_of_the_flow_is_refused() => Says("没有名为“Amount”的输入", Chart("", Set("s", "v", Input("Amount"))));

    [Fact]
    public void An_unknown_output_of_the_flow_is_refused() => Says("没有名为“Sum”的输出", Chart("", SetOutput("s", "Sum", Literal("1"))));

    [Fact]
    public void An_unknown_variable_type_is_refused() =>
        Assert.Contains(Refused(() => Read(Chart("", Mark("a")), Variables(("v", "Money", "1")))), f => f.Message.Contains("“Money”", StringComparison.Ordinal));

    [Fact]
    public void A_variable_that_starts_with_a_wrong_value_is_refused() =>
        Assert.Contains(Refused(() => Read(Chart("", Mark("a")), Variables(("v", "Int32", "ten")))), f => f.Message.Contains("初值", StringComparison.Ordinal));

    [Fact]
    public void A_literal_of_a_wrong_type_is_refused() => Says("不能作为 Boolean 使用", Chart("", Decision("d", Literal("perhaps"))));

    [Fact]
    public void A_value_that_does_not_fit_its_variable_is_refused() => Says("不能放进变量 n（Int32）", Chart("", Set("s", "n", Literal("ten"))));

    [Fact]
    public void An_instant_without_an_offset_is_refused() => Says("时刻须带时区", Chart("", StartAt("s", Literal("2026-03-01T00:00:00"))));

    [Fact]
    public void A_missing_input_is_refused() => Says("缺少输入 eventName", Chart("", Activity("Elsa.Event", "e")));

    [Fact]
    public void An_empty_event_name_is_refused() => Says("为空", Chart("", Event("e", "")));

    [Fact]
    public void A_member_nobody_reads_is_refused() => Says("没有名为“evenName”的属性", Chart("", With(Event("e"), ("evenName", "x"))));

    [Fact]
    public void An_id_used_twice_is_refused() => Says("重复", Chart("", Mark("a"), Mark("a")));

    [Fact]
    public void An_activity_that_wants_to_start_flows_is_refused() =>
        Says("canStartWorkflow", Chart("", With(Event("e"), ("customProperties", new JsonObject { ["canStartWorkflow"] = true }))));

    [Fact]
    public void An_unreachable_activity_is_refused() => Says("走不到这个活动", Chart("start>a", Start(), Mark("a"), Mark("b")));

    [Fact]
    public void A_span_that_is_no_wait_is_refused() => Says("应长于零", Chart("", Delay("d", "00:00:00")));

    [Theory]
    [InlineData("0 0 9 * *")]
    [InlineData("0 0 25 * * *")]
    [InlineData("0 0 9 L * *")]
    [InlineData("0 0 9-5 * * *")]
    [InlineData("0 0/0 9 * * *")]
    public void A_wrong_cron_expression_is_refused(string expression) => Says("cron 表达式", Chart("", Cron("c", expression)));

    [Fact]
    public void A_fork_with_a_branch_twice_is_refused() => Says("分支名为空或重复", Chart("", Fork("f", "A", "A")));

    [Fact]
    public void A_fork_whose_branches_are_not_constant_is_refused() => Says("应为常量", Chart("", Activity("Elsa.FlowFork", "f", ("branches", Variable("v")))));

    [Fact]
    public void An_unknown_join_mode_is_refused() => Says("可用 WaitAny、WaitAll、WaitAllActive", Chart("", Join("j", "WaitSome")));

    [Fact]
    public void A_decision_outside_a_flowchart_is_refused() => Says("只能直接放在流程图里", Sequence("root", Decision("d", Literal("true"))));

    [Fact]
    public void A_circle_that_never_waits_is_refused() => Says("空转", Chart("s>a a>b b>a", Start("s"), Mark("a"), Mark("b")));

    [Fact]
    public void A_circle_over_a_nested_chart_that_need_not_wait_is_refused() =>
        Says("空转", Chart("s>n n>n", Start("s"), Inner("n", "d.True>e", Decision("d", Variable("p")), Event("e"))));

    [Fact]
    public void A_circle_over_a_nested_chart_that_waits_is_accepted() =>
        Read(Chart("s>n n>n", Start("s"), Inner("n", "d.True>e d.False>g", Decision("d", Variable("p")), Event("e"), Event("g"))));

    [Fact]
    public void A_circle_that_can_be_entered_in_its_middle_is_refused() =>
        Says("不只有一个入口", Chart("f.A>a f.B>b a>b b>a", Fork("f", Branches), Event("a"), Event("b")));

    [Fact]
    public void A_WaitAll_behind_a_decision_that_may_pass_it_by_is_refused() =>
        Says("之前有判断", Chart("f.A>a f.B>d d.True>j a>j", Fork("f", Branches), Event("a"), Decision("d", Variable("p")), Join("j", "WaitAll")));

    [Fact]
    public void A_WaitAll_behind_a_decision_whose_every_way_leads_to_it_is_accepted() =>
        Read(Chart("f.A>a f.B>d d.True>b d.False>c b>k c>k k>j a>j", Fork("f", Branches), Event("a"), Decision("d", Variable("p")), Event("b"), Event("c"), Mark("k"), Join("j", "WaitAll")));

    [Fact]
    public void A_WaitAll_behind_a_decision_that_ends_the_chart_is_accepted() =>
        Read(Chart("f.A>a f.B>d d.True>j d.False>end a>j", Fork("f", Branches), Event("a"), Decision("d", Variable("p")), End(), Join("j", "WaitAll")));

    [Fact]
    public void A_WaitAll_of_two_ports_of_one_decision_can_never_complete() =>
        Says("永远等不齐", Chart("d.True>a d.False>b a>j b>j", Decision("d", Variable("p")), Mark("a"), Mark("b"), Join("j", "WaitAll")));

    [Fact]
    public void A_WaitAll_behind_a_custom_activity_with_outcomes_is_refused() =>
        Says("之前有判断", Chart("f.A>a f.B>d d.Above>j a>j", Fork("f", Branches), Event("a"), Activity("Probe.Compare", "d", ("value", Literal("1"))), Join("j", "WaitAll")));

    [Fact]
    public void A_WaitAll_behind_a_loop_in_one_branch_is_accepted() =>
        Read(Chart("f.A>a a>d d.True>a d.False>j f.B>b b>j", Fork("f", Branches), Event("a"), Decision("d", Variable("p")), Event("b"), Join("j", "WaitAll")));

    [Fact]
    public void A_way_back_out_of_one_branch_while_another_waits_is_refused() =>
        Says("请先用 FlowJoin 汇合", Chart("s>f f.A>a f.B>b a>f", Start("s"), Fork("f", Branches), Event("a"), Event("b")));

    [Fact]
    public void A_way_back_while_another_branch_has_arrived_at_a_join_is_refused() =>
        Says("请先用 FlowJoin 汇合", Chart("s>f f.A>x x>j f.B>y y>d d.True>f d.False>j",
            Start("s"), Fork("f", Branches), Mark("x"), Event("y"), Decision("d", Variable("p")), Join("j", "WaitAllActive")));

    [Fact]
    public void A_way_back_behind_the_join_of_the_branches_is_accepted() =>
        Read(Chart("s>f f.A>a f.B>b a>j b>j j>f", Start("s"), Fork("f", Branches), Event("a"), Event("b"), Join("j", "WaitAny")));

    [Fact]
    public void A_way_back_beside_a_branch_that_does_not_wait_is_accepted() =>
        Read(Chart("s>a a>f f.A>a f.B>b", Start("s"), Event("a"), Fork("f", Branches), Mark("b")));

    [Fact]
    public void An_option_that_would_be_lost_is_refused()
    {
        var json = Definition(Chart("", Mark("a"))).Replace("\"root\":", "\"options\":{\"activationStrategyType\":\"Singleton\"},\"root\":", StringComparison.Ordinal);

        Assert.Contains(Refused(() => Reader().Read("case.json", json)), f => f.Place == "$.options.activationStrategyType");
    }

    [Fact]
    public void What_Elsa_writes_back_is_accepted() =>
        Read(With(Chart("", With(Event("e"), ("nodeId", "Workflow1:root:e"), ("metadata", new JsonObject { ["designer"] = new JsonObject() }), ("displayText", null))), ("nodeId", "Workflow1:root")));

    [Fact]
    public void A_folder_shows_the_flaws_of_all_its_files_and_versions_that_stand_twice()
    {
        var folder = Directory.CreateTempSubdirectory("definitions-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.json"), Definition(Chart("", Mark("a"))));
            File.WriteAllText(Path.Combine(folder, "b.json"), Definition(Chart("", Mark("a"))));
            File.WriteAllText(Path.Combine(folder, "c.json"), "{");

            Assert.Equal(["c.json", folder], Refused(() => Reader().ReadFolder(folder)).Select(f => f.File));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DefinitionReader Reader() => new(ProbeActivities.Registry());

    private static Definition Read(JsonObject root, JsonArray? variables = null) =>
        Reader().Read("case.json", Definition(root, variables: variables ?? Variables(("v", "Object", null), ("n", "Int32", "0"), ("p", "Boolean", "true"))));

    private static IReadOnlyList<Flaw> Refused(Action read) => Assert.Throws<DefinitionRefused>(read).Flaws;

    private static Flaw Only(JsonObject activity) => Refused(() => Read(Chart("", activity))).Single();

    private static void Says(string words, JsonObject root) => Assert.Contains(Refused(() => Read(root)), f => f.Message.Contains(words, StringComparison.Ordinal));

    private static JsonObject With(JsonObject activity, params (string Name, JsonNode? Value)[] members)
    {
        foreach (var (name, value) in members)
        {
            activity[name] = value;
        }

        return activity;
    }
}
