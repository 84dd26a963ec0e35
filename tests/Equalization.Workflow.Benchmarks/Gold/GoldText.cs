using System.Text;
using System.Text.Json.Nodes;

namespace Equalization.Workflow.Benchmarks.Gold;

/// <summary>The comparing rules of the gold answers: compatibility form, no white space; a milestone by year, comparator, value and unit.</summary>
internal static class GoldText
{
    public static string Plain(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => Plain(text),
        JsonArray list => string.Join(' ', list.Select(node => Plain(node))),
        _ => node.ToJsonString(),
    };

    public static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    public static IEnumerable<JsonNode> Each(this JsonNode? plan, string name) => plan?[name]?.AsArray().Select(node => node!) ?? [];

    public static IEnumerable<string> Texts(this JsonNode? plan, string name) => plan.Each(name).Select(node => Plain(node));

    /// <summary>The named fields, with a name for each that is there.</summary>
    public static string Key(JsonNode node, params ReadOnlySpan<string> names)
    {
        var key = new StringBuilder();
        foreach (var name in names)
        {
            key.Append(Plain(node[name])).Append('|');
        }

        return key.ToString();
    }

    public static IEnumerable<string> Milestones(this JsonNode? item, string name) =>
        item.Each(name).Where(target => target["value"] is not null).Select(target => $"{Plain(target["year"])} {Plain(target["comparator"])} {Value(target["value"]!)} {Plain(target["unit"])}");

    private static string Value(JsonNode value) => value is JsonArray range ? string.Join('-', range.Select(end => Number(end!))) : Number(value);

    private static string Number(JsonNode value) => value.GetValue<decimal>().ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
