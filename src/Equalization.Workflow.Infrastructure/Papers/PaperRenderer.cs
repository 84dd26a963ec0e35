using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Papers;

namespace Equalization.Workflow.Infrastructure.Papers;

/// <summary>
/// A paper as a Word file in the layout of GB/T 9704-2012. Nothing random or of the day goes into it, and its parts are stored unpacked:
/// equal papers give equal bytes on every machine.
/// </summary>
public sealed class PaperRenderer : IPaperRenderer
{
    private const int LongestKept = 8 * 28;

    public byte[] Render(PaperDocument paper)
    {
        var body = new Body(PaperHead.Of(paper));
        if (paper.Fields.Count > 0)
        {
            body.Append(PaperTables.Form(paper.Fields));
            body.Append(paper.Body.Count > 0 ? [PaperText.Blank()] : []);
        }

        body.Append(Blocks(paper.Body));
        KeepLastParagraph(body);
        body.Append(PaperFoot.SignOff(paper));
        for (var i = 0; i < paper.Annexes.Count; i++)
        {
            body.Append(Annex(paper.Annexes[i], paper.Annexes.Count == 1 ? "附件" : $"附件{i + 1}"));
        }

        body.Append(PaperFoot.Imprint(paper));
        // Word wants a paragraph after a table that ends a text.
        body.Append(PaperText.Paragraph(PaperStyles.Flush, "", p =>
            p.SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }));
        body.Append(Section());
        return PaperPackage.Write(new Document(body), paper.Title);
    }

    private static IEnumerable<OpenXmlElement> Blocks(IReadOnlyList<PaperBlock> blocks)
    {
        var numbers = new HeadingNumbers();
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case PaperHeading { Level: >= 1 and <= HeadingNumbers.Deepest } heading:
                    yield return PaperText.Paragraph(PaperStyles.Heading(heading.Level), numbers.Next(heading.Level) + heading.Text, p => p.KeepNext = new KeepNext());
                    break;
                case PaperParagraph paragraph:
                    foreach (var line in PaperText.Lines(paragraph.Text))
                    {
                        yield return PaperText.Paragraph(PaperStyles.Text, line);
                    }

                    break;
                case PaperTable table:
                    if (table.Caption is { Length: > 0 } caption)
                    {
                        yield return PaperText.Paragraph(PaperStyles.Caption, caption, p => p.KeepNext = new KeepNext());
                    }

                    yield return PaperTables.Of(table);
                    if (i < blocks.Count - 1)
                    {
                        // Not after the last: on a full page it would make a page of its own.
                        yield return PaperText.Blank();
                    }

                    break;
                default:
                    throw new RuleBroken("paper-shape", "公文标题层级只能是一至四级。请核对公文模板后重新生成。");
            }
        }
    }

    /// <summary>A page never holds the signature alone: the text's last paragraph goes with it. A long one would leave half a page empty.</summary>
    private static void KeepLastParagraph(Body body)
    {
        if (body.LastChild is Paragraph { ParagraphProperties: { } last, InnerText.Length: <= LongestKept })
        {
            last.KeepNext = new KeepNext();
        }
    }

    private static IEnumerable<OpenXmlElement> Annex(PaperAnnex annex, string mark)
    {
        if (annex.Body.Count == 0)
        {
            yield break;
        }

        yield return PaperText.Paragraph(PaperStyles.AnnexHead, mark, p => p.PageBreakBefore = new PageBreakBefore());
        yield return PaperText.Blank();
        yield return PaperText.Paragraph(PaperStyles.Title, annex.Title);
        yield return PaperText.Blank();
        foreach (var block in Blocks(annex.Body))
        {
            yield return block;
        }
    }

    private static SectionProperties Section() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = PaperPackage.OddFooter },
        new FooterReference { Type = HeaderFooterValues.Even, Id = PaperPackage.EvenFooter },
        new PageSize { Width = PaperPage.Width, Height = PaperPage.Height },
        new PageMargin
        {
            Top = PaperPage.Top, Bottom = PaperPage.Bottom, Left = PaperPage.Left, Right = PaperPage.Right, Header = 851, Footer = PaperPage.Footer, Gutter = 0,
        },
        new DocGrid { Type = DocGridValues.Lines, LinePitch = PaperPage.Line });
}
