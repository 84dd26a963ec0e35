using System.Text.Json.Nodes;
using Equalization.Workflow.Web.Cli;

namespace Equalization.Workflow.Benchmarks.Gold;

/// <summary>A folder of gold answers NAME.gold.json with their plans: NAME.txt beside them, or the file that the answer calls its source, in ../seeds.</summary>
public static class GoldFolder
{
    private const string Ending = ".gold.json";

    public static IReadOnlyList<string> Answers(string folder) => [.. Directory.GetFiles(folder, "*" + Ending).Order(StringComparer.Ordinal)];

    public static string NameOf(string answer) => Path.GetFileName(answer)[..^Ending.Length];

    /// <summary>Reads the plan through the command import-plan, as anybody would, and compares.</summary>
    public static async Task<GoldResult> Compare(string answer)
    {
        var gold = JsonNode.Parse(await File.ReadAllTextAsync(answer))!;
        var folder = Path.GetDirectoryName(answer)!;
        var text = gold is JsonObject && (string?)gold["source"] is { } source
            ? Path.Combine(folder, "..", "seeds", source)
            : Path.Combine(folder, NameOf(answer) + ".txt");
        string[] arguments = ["import-plan", text, "--json"];
        var (output, error) = (new StringWriter(), new StringWriter());
        await Commands.Find(arguments)!.Run(arguments, output, error);
        return output.GetStringBuilder().Length == 0
            ? throw new InvalidOperationException($"{text}: {error}")
            : GoldComparison.Of(NameOf(answer), gold, JsonNode.Parse(output.ToString())!);
    }
}
