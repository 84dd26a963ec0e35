using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>What styles say about the text: its numbering, that it is hidden, that it is a table of contents. A style takes from the one it is based on.</summary>
internal sealed class DocxStyles
{
    // A chain longer than this goes in a circle.
    private const int LongestChain = 20;

    private static readonly string[] ContentsNames = ["toc ", "contents ", "目录", "index heading"];

    private readonly Dictionary<string, Style> styles = [];
    private string? usual;

    public static DocxStyles Read(MainDocumentPart main)
    {
        var read = new DocxStyles();
        if (main.StyleDefinitionsPart is { } part)
        {
            foreach (var style in DocxXml.Named(DocxXml.Load(part), "style"))
            {
                read.Add(style);
            }
        }

        return read;
    }

    /// <summary>The list and level a paragraph of this style belongs to; the level is null where the list's own definition names it.</summary>
    public (string? List, string? Level, string? Style) NumberOf(string? style)
    {
        string? level = null;
        foreach (var found in Chain(style))
        {
            level ??= found.Level;
            if (found.List is not null)
            {
                return (found.List, level, found.Id);
            }
        }

        return (null, null, null);
    }

    public bool IsHidden(string? style) => style is not null && Chain(style).Select(found => found.Hidden).FirstOrDefault(hidden => hidden is not null) == true;

    public bool IsContents(string? style) =>
        style is not null && Chain(style).Any(found => ContentsNames.Any(name => found.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)));

    private IEnumerable<Style> Chain(string? style)
    {
        style ??= usual;
        for (var depth = 0; style is not null && depth < LongestChain && styles.TryGetValue(style, out var found); depth++)
        {
            yield return found;
            style = found.BasedOn;
        }
    }

    private void Add(XElement style)
    {
        var id = DocxXml.Attribute(style, "styleId") ?? "";
        var number = DocxXml.First(DocxXml.First(style, "pPr"), "numPr");
        var vanish = DocxXml.First(DocxXml.First(style, "rPr"), "vanish");
        styles[id] = new Style(
            id,
            DocxXml.Of(style, "name") ?? "",
            DocxXml.Of(style, "basedOn"),
            DocxXml.Of(number, "numId"),
            DocxXml.Of(number, "ilvl"),
            vanish is null ? null : DocxXml.IsOn(DocxXml.Attribute(vanish, "val")));
        if (DocxXml.Attribute(style, "type") == "paragraph" && DocxXml.Attribute(style, "default") is { } value && DocxXml.IsOn(value))
        {
            usual = id;
        }
    }

    private sealed record Style(string Id, string Name, string? BasedOn, string? List, string? Level, bool? Hidden);
}
