using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Equalization.Workflow.Core.Papers;

namespace Equalization.Workflow.Infrastructure.Papers;

/// <summary>版头: urgency, red head, number and red line; then title and addressees.</summary>
internal static class PaperHead
{
    private const string Red = "FF0000";
    private const int LargestHead = 48;
    private const int SmallestHead = 28;

    public static IEnumerable<OpenXmlElement> Of(PaperDocument paper)
    {
        if (paper.Urgency is { Length: > 0 } urgency)
        {
            yield return PaperText.Paragraph(PaperStyles.Urgency, urgency);
        }

        if (paper.RedHead is { Length: > 0 } body)
        {
            yield return RedHead(body, PaperPage.RedHeadDrop - (paper.Urgency is { Length: > 0 } ? PaperPage.Line : 0));
            yield return PaperText.Blank();
            yield return PaperText.Blank();
            yield return Number(paper);
            yield return PaperText.Blank();
        }

        foreach (var line in PaperText.Lines(paper.Title).SelectMany(line => PaperTitle.Lines(line, Names(paper))))
        {
            yield return PaperText.Paragraph(PaperStyles.Title, line);
        }

        if (paper is { RedHead: null or "", Number: { Length: > 0 } number })
        {
            yield return PaperText.Paragraph(PaperStyles.Number, number);
        }

        yield return PaperText.Blank();
        if (paper.Addressees.Count > 0)
        {
            yield return PaperText.Paragraph(PaperStyles.Flush, $"{string.Join('、', paper.Addressees)}：");
        }
    }

    private static List<string> Names(PaperDocument paper) =>
        [.. new[] { paper.SignedBy }.Concat(paper.Addressees).Concat(paper.Names ?? []).Where(n => n.Length > 1).Distinct()];

    /// <summary>In one line: the size follows the name's length, and below the least size the characters are made narrower.</summary>
    private static Paragraph RedHead(string body, int drop)
    {
        var points = Math.Clamp((int)(PaperPage.TextWidth / 20 / PaperPage.Characters(body)), SmallestHead, LargestHead);
        var scale = Math.Clamp((int)(PaperPage.TextWidth / 20 * 100 / (points * PaperPage.Characters(body))), 33, 100);
        var paragraph = PaperText.Paragraph(PaperStyles.RedHead, body, p =>
            p.SpacingBetweenLines = new SpacingBetweenLines { Before = $"{drop}", After = "0", Line = $"{points * 25}", LineRule = LineSpacingRuleValues.Exact });
        foreach (var run in paragraph.Elements<Run>())
        {
            run.RunProperties ??= new RunProperties();
            run.RunProperties.CharacterScale = scale < 100 ? new CharacterScale { Val = scale } : null;
            run.RunProperties.FontSize = new FontSize { Val = $"{points * 2}" };
        }

        return paragraph;
    }

    /// <summary>The number over the red line (4 mm); with 签发人 it moves to the left and the name stands at the right.</summary>
    private static Paragraph Number(PaperDocument paper)
    {
        var upwards = paper.Signatory is { Length: > 0 };
        var paragraph = PaperText.Paragraph(PaperStyles.Number, upwards ? $"　{paper.Number}" : paper.Number ?? "", p =>
        {
            p.ParagraphBorders = new ParagraphBorders { BottomBorder = new BottomBorder { Val = BorderValues.Single, Size = 12, Space = 11, Color = Red } };
            if (upwards)
            {
                p.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = PaperPage.TextWidth - PaperPage.Character });
                p.Justification = new Justification { Val = JustificationValues.Left };
            }
        });
        if (upwards)
        {
            paragraph.Append(new Run(new TabChar()));
            paragraph.Append(PaperText.Runs("签发人："));
            paragraph.Append(PaperText.Runs(paper.Signatory!, PaperStyles.Kai));
        }

        return paragraph;
    }
}
