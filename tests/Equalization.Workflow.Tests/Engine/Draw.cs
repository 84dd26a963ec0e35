using System.Text.Json;
using System.Text.Json.Nodes;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>
/// Writes definition files in Elsa's form. A chart is its connections, as "f.A>a a>j", and its activities; an event waits for its own id
/// unless another name is given, so that a case reads as a picture.
/// </summary>
internal static class Draw
{
    public static string Definition(JsonObject root, string id = "flow", int version = 1, JsonArray? variables = null, string[]? inputs = null, string[]? outputs = null) =>
        new JsonObject
        {
            ["id"] = $"{id}-v{version}",
            ["definitionId"] = id,
            ["name"] = id,
            ["version"] = version,
            ["isLatest"] = true,
            ["isPublished"] = true,
            ["variables"] = variables ?? [],
            ["inputs"] = Parameters(inputs),
            ["outputs"] = Parameters(outputs),
            ["root"] = root,
        }.ToJsonString();

    public static JsonObject Chart(string connections, params JsonObject[] activities) => Chart("root", connections, activities);

    public static JsonObject Chart(string id, string connections, JsonObject[] activities) => Activity("Elsa.Flowchart", id,
        ("activities", new JsonArray([.. activities])),
        ("connections", new JsonArray([.. connections.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Connection)])));

    public static JsonObject Inner(string id, string connections, params JsonObject[] activities) => Chart(id, connections, activities);

    public static JsonObject Sequence(string id, params JsonObject[] activities) => Activity("Elsa.Sequence", id, ("activities", new JsonArray([.. activities])));

    public static JsonObject If(string id, JsonNode condition, JsonObject? then = null, JsonObject? other = null) =>
        Activity("Elsa.If", id, ("condition", condition), ("then", then), ("else", other));

    public static JsonObject Start(string id = "start") => Activity("Elsa.Start", id);

    public static JsonObject End(string id = "end") => Activity("Elsa.End", id);

    public static JsonObject Finish(string id = "finish") => Activity("Elsa.Finish", id);

    public static JsonObject Fault(string id, string code = "E1", string message = "boom") =>
        Activity("Elsa.Fault", id, ("code", Literal(code)), ("message", Literal(message)));

    public static JsonObject Event(string id, string? name = null, string? result = null) =>
        Activity("Elsa.Event", id, ("eventName", Literal(name ?? id)), ("result", result is null ? null : Output(result)));

    public static JsonObject Publish(string id, string name, string? correlation = null, bool local = false, JsonNode? payload = null) =>
        Activity("Elsa.PublishEvent", id, ("eventName", Literal(name)), ("correlationId", correlation is null ? null : Literal(correlation)),
            ("isLocalEvent", Literal(local ? "true" : "false")), ("payload", payload));

    public static JsonObject Fork(string id, params string[] branches) => Activity("Elsa.FlowFork", id, ("branches", Json(JsonSerializer.Serialize(branches))));

    public static JsonObject Join(string id, string mode) => Activity("Elsa.FlowJoin", id, ("mode", Literal(mode)));

    public static JsonObject Decision(string id, JsonNode condition) => Activity("Elsa.FlowDecision", id, ("condition", condition));

    public static JsonObject Switch(string id, string mode, params (string Label, string Condition)[] cases) => Activity("Elsa.FlowSwitch", id,
        ("mode", Literal(mode)),
        ("cases", new JsonArray([.. cases.Select(c => new JsonObject { ["label"] = c.Label, ["condition"] = VariableExpression(c.Condition) })])));

    public static JsonObject Delay(string id, string span) => Activity("Elsa.Delay", id, ("timeSpan", Literal(span)));

    public static JsonObject Timer(string id, string span) => Activity("Elsa.Timer", id, ("interval", Literal(span)));

    public static JsonObject Cron(string id, string expression) => Activity("Elsa.Cron", id, ("cronExpression", Literal(expression)));

    public static JsonObject StartAt(string id, JsonNode instant) => Activity("Elsa.StartAt", id, ("dateTime", instant));

    /// <summary>A step that does nothing to be seen but itself.</summary>
    public static JsonObject Mark(string id) => Activity("Elsa.Correlate", id, ("correlationId", Literal("c")));

    public static JsonObject Set(string id, string variable, JsonNode value) =>
        Activity("Elsa.SetVariable", id, ("variable", new JsonObject { ["id"] = variable }), ("value", value));

    public static JsonObject SetOutput(string id, string name, JsonNode value) => Activity("Elsa.SetOutput", id, ("outputName", Literal(name)), ("outputValue", value));

    public static JsonObject Correlate(string id, JsonNode value) => Activity("Elsa.Correlate", id, ("correlationId", value));

    public static JsonObject Child(string id, string definition, bool wait = true, string type = "Elsa.ExecuteWorkflow", string? input = null, string? result = null, string? correlation = null) =>
        Activity(type, id, ("workflowDefinitionId", Literal(definition)), ("waitForCompletion", Literal(wait ? "true" : "false")),
            ("input", input is null ? null : Json(input)), ("result", result is null ? null : Output(result)), ("correlationId", correlation is null ? null : Literal(correlation)));

    public static JsonObject Activity(string type, string id, params (string Name, JsonNode? Value)[] members)
    {
        var activity = new JsonObject { ["type"] = type, ["version"] = 1, ["id"] = id };
        foreach (var (name, value) in members)
        {
            activity[name] = value;
        }

        return activity;
    }

    public static JsonArray Variables(params (string Id, string Type, string? Value)[] variables) =>
        new([.. variables.Select(v => new JsonObject { ["id"] = v.Id, ["name"] = v.Id, ["typeName"] = v.Type, ["isArray"] = false, ["value"] = v.Value })]);

    public static JsonObject Literal(string value) => Wrapped("String", "Literal", value);

    public static JsonObject Json(string value) => Wrapped("Object", "Object", value);

    public static JsonObject Variable(string id) => Wrapped("Object", "Variable", new JsonObject { ["id"] = id });

    public static JsonObject Input(string name) => Wrapped("Object", "Input", new JsonObject { ["name"] = name });

    public static JsonObject Script(string text) => Wrapped("Object", "JavaScript", text);

    public static JsonObject Output(string variable) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = variable } };

    private static JsonObject VariableExpression(string id) => new() { ["type"] = "Variable", ["value"] = new JsonObject { ["id"] = id } };

    private static JsonObject Wrapped(string typeName, string type, JsonNode value) =>
        new() { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    private static JsonArray Parameters(string[]? names) =>
        new([.. (names ?? []).Select(n => n.Split(':')).Select(n => new JsonObject { ["name"] = n[0], ["type"] = n.Length > 1 ? n[1] : "Object" })]);

    private static JsonObject Connection(string text)
    {
        var ends = text.Split('>');
        var source = ends[0].Split('.');
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
        };
    }
}
