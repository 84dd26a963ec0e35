using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Equalization.Workflow.Core.Indicators;

namespace Equalization.Workflow.Web.Cli;

/// <summary>A county's indicators as JSON, figures unrounded. What is not known is null, and no pass.</summary>
internal static class IndicatorsJson
{
    // Chinese text stays readable in a terminal and in a diff.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(CountyIndicators result, IReadOnlyList<string> notes) => new JsonObject
    {
        ["schools"] = new JsonArray([.. result.Parts.Select(School)]),
        ["county"] = new JsonObject(Levels.Judged.Select(l => KeyValuePair.Create<string, JsonNode?>(Levels.CodeOf(l), County(result, l)))),
        ["notes"] = new JsonArray([.. notes.Select(n => (JsonNode)n)]),
    }.ToJsonString(Readable);

    private static JsonNode School(SchoolPart part) => new JsonObject
    {
        ["code"] = part.School.Code,
        ["part"] = Levels.CodeOf(part.Level),
        ["indicators"] = new JsonObject(part.Figures.Select(f => KeyValuePair.Create<string, JsonNode?>(Key(f.Indicator), f.Value?.Value))),
        ["met"] = part.Met,
        ["passes"] = part.Verdict == Verdict.Pass,
        ["excluded"] = part.Excluded?.ToString(),
    };

    private static JsonObject County(CountyIndicators result, Level level) =>
        new(result.Coefficients.Where(c => c.Level == level).Select(c => KeyValuePair.Create<string, JsonNode?>(Key(c.Indicator), new JsonObject
        {
            ["mean"] = c.Coefficient?.Mean,
            ["deviation"] = c.Coefficient?.Deviation,
            ["cv"] = c.Coefficient?.Value,
            ["limit"] = c.Limit,
            ["passes"] = c.Verdict == Verdict.Pass,
        })));

    private static string Key(int indicator) => indicator.ToString(CultureInfo.InvariantCulture);
}
