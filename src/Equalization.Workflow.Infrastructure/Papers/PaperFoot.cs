using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Equalization.Workflow.Core.Papers;

namespace Equalization.Workflow.Infrastructure.Papers;

/// <summary>What follows the text: the list of annexes, signer and date with the seal's place, the note; and 版记 at the foot of the last page.</summary>
internal static class PaperFoot
{
    /// <summary>The date keeps four characters from the right edge; the signer stands centred over it.</summary>
    private const double DateIndent = 4;

    /// <summary>0.35 and 0.25 mm, in eighths of a point.</summary>
    private const uint Strong = 8;
    private const uint Fine = 6;

    public static IEnumerable<OpenXmlElement> SignOff(PaperDocument paper)
    {
        foreach (var line in AnnexList(paper.Annexes))
        {
            yield return line;
        }

        if (paper.SignedBy.Length > 0 || paper.SignedOn is not null)
        {
            // The seal, 42 mm high, covers both lines; a page must not begin with it.
            yield return PaperText.Blank(keepWithNext: true);
            yield return PaperText.Blank(keepWithNext: true);
            var date = paper.SignedOn is { } on ? Day(on) : "    年  月  日";
            var over = (PaperPage.Characters(paper.SignedBy) - PaperPage.Characters(date)) / 2;
            var dateIndent = Math.Max(DateIndent, over);
            yield return Right(paper.SignedBy, dateIndent - over, keep: true);
            yield return Right(date, dateIndent, keep: false);
        }

        if (paper.Note is { Length: > 0 } note)
        {
            yield return PaperText.Paragraph(PaperStyles.Text, $"（{note}）");
        }
    }

    /// <summary>Between lines at the foot of the last page, the outer ones stronger. (LibreOffice before 7.6 leaves it right under the text.)</summary>
    public static IEnumerable<OpenXmlElement> Imprint(PaperDocument paper)
    {
        var rows = new List<TableRow>();
        if (paper.CopiesTo.Count > 0)
        {
            rows.Add(Row(PaperText.Paragraph(PaperStyles.Imprint, $"抄送：{string.Join("，", paper.CopiesTo)}。", p =>
                p.Indentation = new Indentation { Left = "1120", Right = "280", Hanging = "840" })));
        }

        if (paper.PrintedBy is { Length: > 0 } printer)
        {
            var line = PaperText.Paragraph(PaperStyles.Imprint, $"　{printer}", p =>
            {
                p.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = PaperPage.TextWidth - 280 });
                p.Justification = new Justification { Val = JustificationValues.Left };
            });
            line.Append(new Run(new TabChar()));
            line.Append(PaperText.Runs(paper.SignedOn is { } on ? $"{Day(on)}印发" : "    年  月  日印发"));
            rows.Add(Row(line));
        }

        if (rows.Count > 0)
        {
            var table = ImprintTable();
            table.Append(rows);
            yield return table;
        }
    }

    /// <summary>— 1 —, at the outer side of the page.</summary>
    public static Footer PageNumber(bool odd) => new(PaperText.Paragraph(PaperStyles.Footer, "", p =>
    {
        p.Indentation = odd ? new Indentation { Right = "280" } : new Indentation { Left = "280" };
        p.Justification = new Justification { Val = odd ? JustificationValues.Right : JustificationValues.Left };
    }).With(
        new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" },
        new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));

    public static string Day(DateOnly on) => $"{on.Year}年{on.Month}月{on.Day}日";

    private static IEnumerable<OpenXmlElement> AnnexList(IReadOnlyList<PaperAnnex> annexes)
    {
        if (annexes.Count == 0)
        {
            yield break;
        }

        yield return PaperText.Blank(keepWithNext: true);
        for (var i = 0; i < annexes.Count; i++)
        {
            // Titles stand under one another: 附件：1.… on the first line, 2.… below its number.
            var text = annexes.Count == 1 ? $"附件：{annexes[i].Title}" : i == 0 ? $"附件：1.{annexes[i].Title}" : $"{i + 1}.{annexes[i].Title}";
            var (left, hanging) = annexes.Count == 1 ? (500, 300) : i == 0 ? (600, 400) : (600, 100);
            yield return PaperText.Paragraph(PaperStyles.Flush, text, p =>
            {
                p.KeepNext = new KeepNext();
                p.Indentation = new Indentation { Left = $"{left * PaperPage.Character / 100}", Hanging = $"{hanging * PaperPage.Character / 100}" };
            });
        }
    }

    private static Paragraph Right(string text, double characters, bool keep) => PaperText.Paragraph(PaperStyles.SignOff, text, p =>
    {
        p.KeepNext = keep ? new KeepNext() : null;
        p.Indentation = new Indentation { Right = $"{(int)(characters * PaperPage.Character)}" };
    });

    private static Table ImprintTable() => new(
        new TableProperties
        {
            TablePositionProperties = new TablePositionProperties
            {
                VerticalAnchor = VerticalAnchorValues.Margin, HorizontalAnchor = HorizontalAnchorValues.Margin,
                TablePositionYAlignment = VerticalAlignmentValues.Bottom, TablePositionXAlignment = HorizontalAlignmentValues.Left,
            },
            TableWidth = new TableWidth { Width = $"{PaperPage.TextWidth}", Type = TableWidthUnitValues.Dxa },
            TableBorders = new TableBorders
            {
                TopBorder = new TopBorder { Val = BorderValues.Single, Size = Strong, Space = 0, Color = "000000" },
                BottomBorder = new BottomBorder { Val = BorderValues.Single, Size = Strong, Space = 0, Color = "000000" },
                InsideHorizontalBorder = new InsideHorizontalBorder { Val = BorderValues.Single, Size = Fine, Space = 0, Color = "000000" },
            },
            TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
            TableCellMarginDefault = new TableCellMarginDefault
            {
                TableCellLeftMargin = new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                TableCellRightMargin = new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa },
            },
        },
        new TableGrid(new GridColumn { Width = $"{PaperPage.TextWidth}" }));

    private static TableRow Row(Paragraph line) => new(new TableCell(
        new TableCellProperties { TableCellWidth = new TableCellWidth { Width = $"{PaperPage.TextWidth}", Type = TableWidthUnitValues.Dxa } }, line));

    private static Paragraph With(this Paragraph paragraph, params OpenXmlElement[] more)
    {
        paragraph.Append(more);
        return paragraph;
    }
}
