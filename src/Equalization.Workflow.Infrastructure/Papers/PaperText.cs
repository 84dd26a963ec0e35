using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Equalization.Workflow.Infrastructure.Papers;

/// <summary>Paragraphs and runs. Rare characters (生僻字) get a font that has them; what XML cannot carry is left out.</summary>
internal static class PaperText
{
    public static Paragraph Paragraph(string style, string text, Action<ParagraphProperties>? more = null)
    {
        var properties = new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } };
        more?.Invoke(properties);
        var paragraph = new Paragraph(properties);
        paragraph.Append(Runs(text));
        return paragraph;
    }

    /// <summary>One line of the page, without text.</summary>
    public static Paragraph Blank(bool keepWithNext = false) =>
        Paragraph(PaperStyles.Flush, "", p => p.KeepNext = keepWithNext ? new KeepNext() : null);

    public static IEnumerable<Run> Runs(string text, string? font = null)
    {
        var part = new StringBuilder();
        var present = font;
        foreach (var rune in Clean(text).EnumerateRunes())
        {
            var needed = Holder(rune) ?? font;
            if (part.Length > 0 && present != needed)
            {
                yield return Run(part.ToString(), present);
                part.Clear();
            }

            present = needed;
            part.Append(rune.ToString());
        }

        if (part.Length > 0)
        {
            yield return Run(part.ToString(), present);
        }
    }

    /// <summary>The font that holds a character which the official ones lack (extension A, and what lies beyond the basic plane); null for all others.</summary>
    private static string? Holder(Rune rune) => rune switch
    {
        { IsBmp: false } => PaperStyles.Extended,
        { Value: >= 0x3400 and <= 0x4DBF } => PaperStyles.Song,
        _ => null,
    };

    /// <summary>Lines of a text, so that each becomes a paragraph.</summary>
    public static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static Run Run(string text, string? font)
    {
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (font is not null)
        {
            run.RunProperties = new RunProperties { RunFonts = PaperStyles.Fonts(font) };
        }

        return run;
    }

    // A lone half of a surrogate pair comes out of EnumerateRunes as U+FFFD.
    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF')));
}
