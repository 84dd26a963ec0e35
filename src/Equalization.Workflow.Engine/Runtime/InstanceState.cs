using System.Text;
using System.Text.Json;
using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Runtime;

/// <summary>Everything of an instance that lasts between bursts, save what it waits for.</summary>
internal sealed class InstanceState
{
    private int nextFrame = 1;

    public Dictionary<string, object?> Inputs { get; private init; } = [];

    public Dictionary<string, object?> Outputs { get; } = [];

    public Dictionary<string, object?> Variables { get; } = [];

    public List<Frame> Frames { get; } = [];

    public static InstanceState New(Definition definition, IReadOnlyDictionary<string, object?> inputs)
    {
        var state = new InstanceState { Inputs = new(inputs) };
        foreach (var variable in definition.Variables)
        {
            state.Variables[variable.Id] = variable.Initial;
        }

        return state;
    }

    public Frame Enter(Node container, Frame? parent)
    {
        var frame = new Frame(nextFrame++, container, parent);
        foreach (var variable in container.Variables)
        {
            frame.Variables[variable.Id] = variable.Initial;
        }

        Frames.Add(frame);
        return frame;
    }

    public string Write()
    {
        using var buffer = new MemoryStream(256);
        using (var writer = new Utf8JsonWriter(buffer, Json.Writer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("next", nextFrame);
            WriteValues(writer, "inputs", Inputs);
            WriteValues(writer, "outputs", Outputs);
            WriteValues(writer, "variables", Variables);
            writer.WriteStartArray("frames");
            foreach (var frame in Frames)
            {
                Write(writer, frame);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static InstanceState Read(string json, Definition definition)
    {
        using var document = JsonDocument.Parse(json);
        var top = document.RootElement;
        var state = new InstanceState { nextFrame = top.GetProperty("next").GetInt32() };
        var inputs = definition.Inputs.ToDictionary(i => i.Name, i => i.Type);
        ReadValues(top, "inputs", state.Inputs, name => inputs.GetValueOrDefault(name, typeof(object)));
        ReadValues(top, "outputs", state.Outputs, _ => typeof(object));
        ReadVariables(top, state.Variables, definition.Variables);
        foreach (var item in top.GetProperty("frames").EnumerateArray())
        {
            state.Frames.Add(state.ReadFrame(item, definition));
        }

        return state;
    }

    /// <summary>Values as a JSON object; null when there are none.</summary>
    public static string? WriteValues(IReadOnlyDictionary<string, object?> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        using var buffer = new MemoryStream(128);
        using (var writer = new Utf8JsonWriter(buffer, Json.Writer))
        {
            writer.WriteStartObject();
            WriteMembers(writer, values);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, Frame frame)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", frame.Id);
        writer.WriteString("node", frame.Node.Id);
        if (frame.Parent is not null)
        {
            writer.WriteNumber("parent", frame.Parent.Id);
        }

        writer.WriteNumber("turn", frame.Turn);
        writer.WriteNumber("position", frame.Position);
        if (frame.Arrived.Count > 0)
        {
            writer.WriteStartArray("arrived");
            foreach (var (connection, count) in frame.Arrived)
            {
                writer.WriteNumberValue(connection);
                writer.WriteNumberValue(count);
            }

            writer.WriteEndArray();
        }

        if (frame.Faulted.Count > 0)
        {
            writer.WriteStartArray("faulted");
            frame.Faulted.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        }

        WriteValues(writer, "variables", frame.Variables);
        writer.WriteEndObject();
    }

    private Frame ReadFrame(JsonElement item, Definition definition)
    {
        var node = definition.NodeOf(item.GetProperty("node").GetString()!);
        var parent = item.TryGetProperty("parent", out var id) ? Frames.Find(f => f.Id == id.GetInt32()) : null;
        var frame = new Frame(item.GetProperty("id").GetInt32(), node, parent)
        {
            Turn = item.GetProperty("turn").GetInt32(),
            Position = item.GetProperty("position").GetInt32(),
        };
        if (item.TryGetProperty("arrived", out var arrived))
        {
            foreach (var pair in arrived.EnumerateArray().Select(n => n.GetInt32()).Chunk(2))
            {
                frame.Arrived[pair[0]] = pair[1];
            }
        }

        if (item.TryGetProperty("faulted", out var faulted))
        {
            frame.Faulted.AddRange(faulted.EnumerateArray().Select(f => f.GetString()!));
        }

        ReadVariables(item, frame.Variables, node.Variables);
        return frame;
    }

    private static void WriteValues(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, object?> values)
    {
        if (values.Count > 0)
        {
            writer.WriteStartObject(name);
            WriteMembers(writer, values);
            writer.WriteEndObject();
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            writer.WritePropertyName(name);
            switch (value)
            {
                case null:
                    writer.WriteNullValue();
                    break;
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case bool truth:
                    writer.WriteBooleanValue(truth);
                    break;
                case int number:
                    writer.WriteNumberValue(number);
                    break;
                case JsonElement json:
                    json.WriteTo(writer);
                    break;
                default:
                    JsonSerializer.Serialize(writer, value, value.GetType(), Json.Options);
                    break;
            }
        }
    }

    private static void ReadVariables(JsonElement holder, Dictionary<string, object?> into, IReadOnlyList<Variable> declared) =>
        ReadValues(holder, "variables", into, id => declared.FirstOrDefault(v => v.Id == id)?.Type ?? typeof(object));

    private static void ReadValues(JsonElement holder, string name, Dictionary<string, object?> into, Func<string, Type> typeOf)
    {
        if (holder.TryGetProperty(name, out var values))
        {
            foreach (var member in values.EnumerateObject())
            {
                into[member.Name] = DataTypes.Convert(member.Value.Clone(), typeOf(member.Name));
            }
        }
    }
}
