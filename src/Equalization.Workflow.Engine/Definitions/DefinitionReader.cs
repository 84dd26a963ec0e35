using System.Text;
using System.Text.Json;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>
/// Reads Elsa 3.7 definition files and refuses what this engine would not run just as written. Elsa turns an unknown activity into a step
/// that does nothing; here it is a flaw with file, place and reason.
/// </summary>
public sealed class DefinitionReader(ActivityRegistry activities)
{
    /// <summary>The largest file that is read, in bytes. Real definitions stay far below; a longer file is a mistake or an attack.</summary>
    public const int LargestFile = 1024 * 1024;

    /// <summary>The most activities of one definition. What is checked of a chart grows faster than the chart, and nobody could read a larger one.</summary>
    public const int MostActivities = 400;

    private const int DeepestNesting = 64;

    /// <summary>All <c>*.json</c> of a folder in the order of their names; throws <see cref="DefinitionRefused"/> with the flaws of all files.</summary>
    public IReadOnlyList<Definition> ReadFolder(string folder)
    {
        var definitions = new List<Definition>();
        var flaws = new List<Flaw>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                definitions.Add(ReadFile(file));
            }
            catch (DefinitionRefused refused)
            {
                flaws.AddRange(refused.Flaws);
            }
        }

        var twice = definitions.GroupBy(d => (d.Id, d.Version)).Where(g => g.Count() > 1).Select(g => g.Key);
        flaws.AddRange(twice.Select(key => new Flaw(folder, "$", null, $"流程 {key.Id} 的第 {key.Version} 版出现在两个文件中，请保留一个。")));
        return flaws.Count == 0 ? definitions : throw new DefinitionRefused(flaws);
    }

    public Definition ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        using var stream = File.OpenRead(path);
        if (stream.Length > LargestFile)
        {
            throw TooLarge(name, stream.Length);
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(name, reader.ReadToEnd());
    }

    /// <param name="file">How messages name the source.</param>
    /// <param name="json">The whole text of the file.</param>
    public Definition Read(string file, string json)
    {
        if (json.Length > LargestFile)
        {
            throw TooLarge(file, json.Length);
        }

        return Read(file, json, Parse(file, json));
    }

    private static JsonElement Parse(string file, string json)
    {
        try
        {
            var top = JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            Spell(top);
            return top;
        }
        catch (InvalidOperationException)
        {
            throw new DefinitionRefused([new Flaw(file, "$", null, "文件里有残缺的字符（不成对的 \\u 转义），请用流程设计器重新导出。")]);
        }
        catch (JsonException e)
        {
            throw new DefinitionRefused([new Flaw(file, $"第 {e.LineNumber + 1} 行第 {e.BytePositionInLine + 1} 字节", null, "不是完整的 JSON，请用流程设计器重新导出。")]);
        }
    }

    // A text with half a character throws wherever it is asked for; here once, before anything else asks.
    private static void Spell(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Spell(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    Spell(member.Value);
                }

                break;
            default:
                break;
        }
    }

    private Definition Read(string file, string json, JsonElement top)
    {
        var flaws = new FlawList(file);
        var head = new HeadReader(top, flaws);
        var id = head.Id();
        var version = head.Version();
        head.Options();
        var inputs = head.Parameters("inputs");
        var outputs = head.Parameters("outputs");
        var scope = new Scope(null, inputs, outputs, new HashSet<string>());
        scope.Declare(top, "$", null, flaws);
        if (!top.Has("root", out var root))
        {
            flaws.Add("$.root", null, "缺少 root，流程没有内容。");
        }

        flaws.ThrowIfAny();
        var nodes = new NodeReader(activities, flaws).Read(root, scope);
        if (!flaws.Any)
        {
            foreach (var node in nodes.Where(n => n.Chart is not null))
            {
                new ChartChecks(node, flaws).Run();
            }
        }

        flaws.ThrowIfAny();
        return new Definition(id, version, nodes)
        {
            Name = top.TextOf("name") ?? id,
            Description = top.TextOf("description"),
            IsPublished = !top.Has("isPublished", out var published) || published.ValueKind == JsonValueKind.True,
            Hash = DefinitionHash.Of(top),
            Json = json,
            Variables = scope.Own,
            Inputs = inputs,
            Outputs = outputs,
        };
    }

    private static DefinitionRefused TooLarge(string file, long length) =>
        new([new Flaw(file, "$", null, $"文件有 {length / 1024} KB，超过 {LargestFile / 1024} KB 的上限，请检查是否选错了文件。")]);
}
