using System.Text.Json.Nodes;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using static Equalization.Workflow.Tests.Engine.Draw;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Files bent in any way are read or refused with a place and a reason; nothing else happens, and it happens soon.</summary>
public sealed class BentFileTests
{
    private static readonly int Bends = Environment.GetEnvironmentVariable("EQUALIZATION_FULL") == "1" ? 20_000 : 2_000;

    private static readonly string[] Sound =
    [
        Definition(
            Chart("s>f f.A>a f.B>b a>j b>j j>d d.True>sw d.False>sw sw.X>n sw.Default>n n>i i>p p>c c>q",
                Start("s"), Fork("f", "A", "B"), Event("a", result: "v"), Delay("b", "01:00:00"), Join("j", "WaitAll"), Decision("d", Variable("t")),
                Switch("sw", "MatchFirst", ("X", "t")), Inner("n", "x>y", Event("x"), Cron("y", "0 0 1 * * *")), If("i", Variable("t"), Set("set", "v", Literal("1")), StartAt("at", Input("When"))),
                Publish("p", "go", payload: Json("""{"a":[1,2]}""")), Child("c", "other", input: """{"k":1}""", result: "v"), Sequence("q", Correlate("co", Variable("v")), SetOutput("so", "Sum", Variable("v")))),
            variables: Variables(("v", "Object", null), ("t", "Boolean", "true")), inputs: ["When:DateTimeOffset"], outputs: ["Sum"]),
        Definition(Sequence("root", Timer("t", "00:05:00"), Activity("Probe.Compare", "p", ("value", Literal("3")), ("difference", Output("v")))), variables: Variables(("v", "Decimal", "0"))),
    ];

    private static readonly JsonNode?[] Strange =
    [
        null, JsonValue.Create(5), JsonValue.Create(1e300), JsonValue.Create("x"), JsonValue.Create(""), JsonValue.Create(true), new JsonArray(), new JsonObject(), new JsonArray(null, 1, "a"),
        new JsonObject { ["id"] = 7, ["type"] = new JsonArray() }, JsonValue.Create("9999999.00:00:00"), JsonValue.Create("{"),
    ];

    [Fact]
    public void A_file_bent_at_random_is_read_or_refused()
    {
        Assert.All(Sound, text => Reader().Read("case.json", text));
        var random = new Random(20261122);
        var refused = 0;
        for (var i = 0; i < Bends; i++)
        {
            var top = JsonNode.Parse(Sound[i % Sound.Length])!;
            for (var bend = random.Next(1, 4); bend > 0; bend--)
            {
                Bend(top, random);
            }

            var text = top.ToJsonString();
            try
            {
                Reader().Read("case.json", text);
            }
            catch (DefinitionRefused e)
            {
                refused++;
                Assert.All(e.Flaws, flaw => Assert.NotEqual("", flaw.Message));
            }
            catch (Exception e)
            {
                Assert.Fail($"{e}{Environment.NewLine}{text}");
            }
        }

        Assert.InRange(refused, Bends / 3, Bends - 1);
    }

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Contains("残缺的字符", Refused(Definition(Chart("", Mark("a"))).Replace("\"name\":\"flow\"", "\"name\":\"\\ud800\"", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void A_number_beyond_all_bounds_is_kept_as_written() =>
        Assert.Equal("流程", Reader().Read("case.json", Definition(Chart("", Publish("p", "go", payload: Json("1e400")))).Replace("\"name\":\"flow\"", "\"name\":\"流程\"", StringComparison.Ordinal)).Name);

    [Fact]
    public void A_WaitAll_behind_too_many_decisions_is_refused_and_not_worked_out()
    {
        const int Branches = 40;
        var names = Enumerable.Range(0, Branches).Select(i => "B" + i).ToArray();
        var activities = new List<JsonObject> { Fork("f", names), Join("j", "WaitAll") };
        var connections = new List<string>();
        foreach (var name in names)
        {
            activities.Add(Decision("d" + name, Variable("t")));
            activities.Add(Event("e" + name));
            connections.AddRange([$"f.{name}>d{name}", $"d{name}.True>e{name}", $"e{name}>j"]);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("WaitAll 汇合之前", Refused(Definition(Chart(string.Join(' ', connections), [.. activities]), variables: Variables(("t", "Boolean", "true")))), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    [Fact]
    public void More_activities_than_anybody_can_read_are_refused() =>
        Assert.Contains("个活动", Refused(Definition(Sequence("root", [.. Enumerable.Range(0, 500).Select(i => Mark("m" + i))]))), StringComparison.Ordinal);

    [Fact]
    public void A_chart_as_large_as_allowed_with_loops_and_forks_is_checked_soon()
    {
        var activities = new List<JsonObject> { Start("s") };
        var connections = new List<string>();
        var last = "s";
        for (var i = 0; activities.Count + 6 < DefinitionReader.MostActivities; i++)
        {
            activities.AddRange([Mark("h" + i), Fork("f" + i, "A", "B"), Event("a" + i), Event("b" + i), Join("j" + i, "WaitAll"), Decision("d" + i, Variable("t"))]);
            connections.AddRange([$"{last}>h{i}", $"h{i}>f{i}", $"f{i}.A>a{i}", $"f{i}.B>b{i}", $"a{i}>j{i}", $"b{i}>j{i}", $"j{i}>d{i}", $"d{i}.True>h{i}"]);
            last = $"d{i}.False";
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Reader().Read("case.json", Definition(Chart(string.Join(' ', connections), [.. activities]), variables: Variables(("t", "Boolean", "true"))));

        // Its cost is told by what it allocates: time depends on who else is at the machine.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000_000);
    }

    [Fact]
    public void Ids_too_long_for_the_path_of_a_wait_are_refused()
    {
        var inner = Event("e");
        for (var i = 0; i < 12; i++)
        {
            inner = Sequence(i + new string('x', 90), inner);
        }

        Assert.Contains("嵌套过深", Refused(Definition(inner)), StringComparison.Ordinal);
    }

    private static void Bend(JsonNode top, Random random)
    {
        var places = Places(top).ToList();
        var (holder, key, index) = places[random.Next(places.Count)];
        var strange = random.Next(4) == 0 ? places[random.Next(places.Count)].Holder.DeepClone() : Strange[random.Next(Strange.Length)]?.DeepClone();
        switch (holder)
        {
            case JsonObject members when random.Next(4) == 0:
                members.Remove(key!);
                break;
            case JsonObject members:
                members[key!] = strange;
                break;
            default:
                holder.AsArray()[index] = strange;
                break;
        }
    }

    private static IEnumerable<(JsonNode Holder, string? Key, int Index)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(m => m.Value is null ? [(node, m.Key, 0)] : Places(m.Value).Prepend((node, m.Key, 0))),
        JsonArray items => items.SelectMany((item, i) => item is null ? [(node, null, i)] : Places(item).Prepend((node, null, i))),
        _ => [],
    };

    private static string Refused(string definition) => Assert.Throws<DefinitionRefused>(() => Reader().Read("case.json", definition)).Message;

    private static DefinitionReader Reader() => new(ProbeActivities.Registry());
}
