using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>
/// Automatic numbers of a Word document as they show on paper: 一、 (一) 1. and their counters, with restarts, overrides and lists that hang on styles.
/// Bullets show as nothing.
/// </summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    // A number on paper is shorter; a longer one, shown at every paragraph, is made to exhaust the reader.
    private const int LongestNumber = 50;

    private readonly Dictionary<string, NumberedList> lists = [];
    private readonly Dictionary<string, Definition> definitions = [];
    private readonly Dictionary<string, int?[]> counters = [];
    private readonly HashSet<(string List, int Level)> begun = [];
    private readonly DocxStyles styles;

    private DocxNumbering(DocxStyles styles) => this.styles = styles;

    public static DocxNumbering Read(MainDocumentPart main, DocxStyles styles)
    {
        var numbering = new DocxNumbering(styles);
        if (main.NumberingDefinitionsPart is { } part)
        {
            var root = DocxXml.Load(part);
            foreach (var definition in DocxXml.Named(root, "abstractNum"))
            {
                numbering.definitions[DocxXml.Attribute(definition, "abstractNumId") ?? ""] = Definition.Read(definition);
            }

            foreach (var list in DocxXml.Named(root, "num"))
            {
                numbering.lists[DocxXml.Attribute(list, "numId") ?? ""] = NumberedList.Read(list);
            }
        }

        return numbering;
    }

    /// <summary>The number of the next paragraph of this style and list, with its signs; "" if it has none.</summary>
    public string Next(string? style, string? list, string? level)
    {
        var (styleList, styleLevel, numberedStyle) = styles.NumberOf(style);
        var id = list ?? styleList;
        if (id is null or "0" || !lists.TryGetValue(id, out var found) || DefinitionOf(found) is not { } definition)
        {
            return "";
        }

        // A list that hangs on styles names the style of each level; that goes before what the style says of its level.
        var depth = level is not null ? DocxXml.Whole(level, 0) : list is null ? definition.LevelOf(numberedStyle) ?? DocxXml.Whole(styleLevel, 0) : definition.LevelOf(style) ?? 0;
        depth = Math.Clamp(depth, 0, Levels - 1);
        var levels = found.Levels(definition);
        Count(id, found, definition, levels, depth);
        return levels[depth].Format == "bullet" ? "" : Render(levels, counters[definition.Id], depth);
    }

    /// <summary>Lists of one definition count on together, except where a list starts a level anew.</summary>
    private void Count(string id, NumberedList list, Definition definition, Level[] levels, int depth)
    {
        if (!counters.TryGetValue(definition.Id, out var counter))
        {
            counters[definition.Id] = counter = new int?[Levels];
        }

        if (begun.Add((id, depth)) && list.Starts.TryGetValue(depth, out var start))
        {
            counter[depth] = start;
        }
        else
        {
            counter[depth] = counter[depth] is { } last ? last + 1 : list.Starts.GetValueOrDefault(depth, levels[depth].Start);
        }

        for (var below = depth + 1; below < Levels; below++)
        {
            // A level restarts after any level above it, unless it says after which, or never (0).
            if (levels[below].Restart is not { } after || (after > 0 && depth < after))
            {
                counter[below] = null;
            }
        }
    }

    private static string Render(Level[] levels, int?[] counters, int depth)
    {
        var text = new StringBuilder();
        var pattern = levels[depth].Text;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var at = pattern[i + 1] - '1';
                text.Append(DocxNumerals.Of(counters[at] ?? levels[at].Start, levels[depth].IsLegal ? "decimal" : levels[at].Format));
                i++;
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        // A bare number runs into the words after it unless the gap on paper stays.
        return text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]) && levels[depth].HasGap ? text.Append(' ').ToString() : text.ToString();
    }

    /// <summary>A definition may only point to a style, whose list has the levels.</summary>
    private Definition? DefinitionOf(NumberedList list)
    {
        for (var hop = 0; hop < 4; hop++)
        {
            if (!definitions.TryGetValue(list.Abstract, out var definition) || definition.ByStyle is not { } style)
            {
                return definition;
            }

            if (styles.NumberOf(style).List is not { } next || !lists.TryGetValue(next, out var found))
            {
                return definition;
            }

            list = found;
        }

        return null;
    }

    private sealed record Level(string Format, string Text, int Start, int? Restart, bool IsLegal, bool HasGap, string? Style)
    {
        public static Level None { get; } = new("decimal", "", 1, null, false, true, null);

        public static Level Read(XElement level) => new(
            FormatOf(level),
            DocxXml.Of(level, "lvlText") is { } text ? text[..Math.Min(text.Length, LongestNumber)] : "",
            DocxXml.Whole(DocxXml.Of(level, "start"), 1),
            DocxXml.Of(level, "lvlRestart") is { } restart ? DocxXml.Whole(restart, 0) : null,
            DocxXml.First(level, "isLgl") is { } legal && DocxXml.IsOn(DocxXml.Attribute(legal, "val")),
            DocxXml.Of(level, "suff") is not "nothing",
            DocxXml.Of(level, "pStyle"));

        /// <summary>A newer format is wrapped in an alternative, with an older one beside it.</summary>
        private static string FormatOf(XElement level) =>
            DocxXml.Of(level, "numFmt") ?? DocxXml.Of(DocxXml.First(DocxXml.First(level, "AlternateContent"), "Fallback"), "numFmt") ?? "decimal";
    }

    private sealed record Definition(string Id, Level[] All, string? ByStyle)
    {
        public static Definition Read(XElement definition) => new(
            DocxXml.Attribute(definition, "abstractNumId") ?? "", Put(definition, [.. Enumerable.Repeat(Level.None, Levels)]), DocxXml.Of(definition, "numStyleLink"));

        public int? LevelOf(string? style) => style is not null && Array.FindIndex(All, level => level.Style == style) is >= 0 and var at ? at : null;

        public static Level[] Put(XElement parent, Level[] levels)
        {
            foreach (var level in DocxXml.Named(parent, "lvl"))
            {
                if (DocxXml.Whole(DocxXml.Attribute(level, "ilvl"), -1) is >= 0 and < Levels and var depth)
                {
                    levels[depth] = Level.Read(level);
                }
            }

            return levels;
        }
    }

    private sealed record NumberedList(string Abstract, Dictionary<int, int> Starts, XElement[] Overrides)
    {
        private Level[]? levels;

        public static NumberedList Read(XElement list)
        {
            var starts = new Dictionary<int, int>();
            var changes = DocxXml.Named(list, "lvlOverride").ToArray();
            foreach (var change in changes)
            {
                if (DocxXml.Of(change, "startOverride") is { } start)
                {
                    starts[DocxXml.Whole(DocxXml.Attribute(change, "ilvl"), 0)] = DocxXml.Whole(start, 1);
                }
            }

            return new NumberedList(DocxXml.Of(list, "abstractNumId") ?? "", starts, changes);
        }

        /// <summary>The definition's levels, with those that this list defines for itself.</summary>
        public Level[] Levels(Definition definition)
        {
            if (levels is null)
            {
                levels = [.. definition.All];
                foreach (var change in Overrides)
                {
                    Definition.Put(change, levels);
                }
            }

            return levels;
        }
    }
}
