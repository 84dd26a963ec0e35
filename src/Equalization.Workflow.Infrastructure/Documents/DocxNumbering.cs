using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>
/// Automatic numbers of a Word document as they show on paper: 一、 (一) 1. and their counters. Bullets show as nothing.
/// </summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, (string Abstract, Dictionary<int, int> Starts)> _lists = [];
    private readonly Dictionary<string, Level[]> _abstracts = [];
    private readonly Dictionary<string, (string? List, int Level, string? BasedOn)> _styles = [];
    private readonly Dictionary<string, int[]> _counters = [];
    private readonly HashSet<(string List, int Level)> _begun = [];

    public static DocxNumbering Read(MainDocumentPart main)
    {
        var numbering = new DocxNumbering();
        if (main.NumberingDefinitionsPart is { } lists)
        {
            numbering.ReadLists(Load(lists));
        }

        if (main.StyleDefinitionsPart is { } styles)
        {
            numbering.ReadStyles(Load(styles));
        }

        return numbering;
    }

    /// <summary>The number of the next paragraph of this style and list, with its signs; "" if it has none.</summary>
    public string Next(string? style, string? list, string? level)
    {
        var (styleList, styleLevel) = OfStyle(style);
        list ??= styleList;
        if (list is null or "0" || !_lists.TryGetValue(list, out var found) || !_abstracts.TryGetValue(found.Abstract, out var levels))
        {
            return "";
        }

        var depth = Math.Clamp(int.TryParse(level, NumberStyles.Integer, CultureInfo.InvariantCulture, out var own) ? own : styleLevel, 0, Levels - 1);
        var counters = Counters(found.Abstract, levels);
        if (_begun.Add((list, depth)) && found.Starts.TryGetValue(depth, out var start))
        {
            counters[depth] = start - 1;
        }

        counters[depth]++;
        for (var below = depth + 1; below < Levels; below++)
        {
            counters[below] = levels[below].Start - 1;
        }

        return levels[depth].Format == "bullet" ? "" : Render(levels, counters, depth);
    }

    private static string Render(Level[] levels, int[] counters, int depth)
    {
        var text = new StringBuilder();
        var pattern = levels[depth].Text;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var at = pattern[i + 1] - '1';
                text.Append(Numeral(Math.Max(counters[at], at == depth ? counters[at] : levels[at].Start), levels[at].Format));
                i++;
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        return text.ToString();
    }

    private int[] Counters(string list, Level[] levels)
    {
        if (!_counters.TryGetValue(list, out var counters))
        {
            _counters[list] = counters = [.. levels.Select(level => level.Start - 1)];
        }

        return counters;
    }

    private (string? List, int Level) OfStyle(string? style)
    {
        for (var depth = 0; style is not null && depth < 20 && _styles.TryGetValue(style, out var found); depth++)
        {
            if (found.List is not null)
            {
                return (found.List, found.Level);
            }

            style = found.BasedOn;
        }

        return (null, 0);
    }

    private void ReadLists(XElement root)
    {
        foreach (var definition in Named(root, "abstractNum"))
        {
            var levels = Enumerable.Range(0, Levels).Select(_ => new Level("decimal", "", 1)).ToArray();
            foreach (var level in Named(definition, "lvl"))
            {
                if (int.TryParse(Attribute(level, "ilvl"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var depth) && depth is >= 0 and < Levels)
                {
                    levels[depth] = new Level(Of(level, "numFmt") ?? "decimal", Of(level, "lvlText") ?? "", Whole(Of(level, "start"), 1));
                }
            }

            _abstracts[Attribute(definition, "abstractNumId") ?? ""] = levels;
        }

        foreach (var list in Named(root, "num"))
        {
            var starts = new Dictionary<int, int>();
            foreach (var change in Named(list, "lvlOverride"))
            {
                if (Of(change, "startOverride") is { } start)
                {
                    starts[Whole(Attribute(change, "ilvl"), 0)] = Whole(start, 1);
                }
            }

            _lists[Attribute(list, "numId") ?? ""] = (Of(list, "abstractNumId") ?? "", starts);
        }
    }

    private void ReadStyles(XElement root)
    {
        foreach (var style in Named(root, "style"))
        {
            var number = Named(style, "pPr").SelectMany(properties => Named(properties, "numPr")).FirstOrDefault();
            _styles[Attribute(style, "styleId") ?? ""] =
                (number is null ? null : Of(number, "numId"), number is null ? 0 : Whole(Of(number, "ilvl"), 0), Of(style, "basedOn"));
        }
    }

    private static string Numeral(int value, string format) => format switch
    {
        "none" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCountingThousand" or "ideographDigital"
            or "taiwaneseCounting" or "chineseLegalSimplified" => Chinese(value),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when value is >= 1 and <= 20 => ((char)('①' + value - 1)).ToString(),
        "lowerLetter" when value is >= 1 and <= 26 => ((char)('a' + value - 1)).ToString(),
        "upperLetter" when value is >= 1 and <= 26 => ((char)('A' + value - 1)).ToString(),
        "decimalZero" => value.ToString("00", CultureInfo.InvariantCulture),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Chinese(int value)
    {
        const string digits = "〇一二三四五六七八九";
        return value is < 1 or > 99
            ? value.ToString(CultureInfo.InvariantCulture)
            : (value >= 20 ? digits[value / 10].ToString() : "") + (value >= 10 ? "十" : "") + (value % 10 > 0 ? digits[value % 10].ToString() : "");
    }

    private static XElement Load(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, DocxPlanReader.Settings);
        return XElement.Load(xml);
    }

    private static IEnumerable<XElement> Named(XElement parent, string name) => parent.Elements().Where(child => child.Name.LocalName == name);

    private static string? Of(XElement parent, string child) => Named(parent, child).Select(element => Attribute(element, "val")).FirstOrDefault();

    private static string? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    private static int Whole(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private sealed record Level(string Format, string Text, int Start);
}
