using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Equalization.Workflow.Tests.Plans.Files;

/// <summary>Word files of raw markup, for what no word processor writes.</summary>
internal static class RawDocx
{
    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static byte[] Of(string body, string? footnotes = null, string? numbering = null)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            Feed(main, $"<w:document {Names}><w:body>{body}</w:body></w:document>");
            if (footnotes is not null)
            {
                Feed(main.AddNewPart<FootnotesPart>(), $"<w:footnotes {Names}>{footnotes}</w:footnotes>");
            }

            if (numbering is not null)
            {
                Feed(main.AddNewPart<NumberingDefinitionsPart>(), $"<w:numbering {Names}>{numbering}</w:numbering>");
            }
        }

        return bytes.ToArray();
    }

    public static string Paragraph(string words, string properties = "", string behind = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t>{behind}</w:r></w:p>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Cell(string words, int columns = 1) => $"<w:tc><w:tcPr><w:gridSpan w:val=\"{columns}\"/></w:tcPr>{Paragraph(words)}</w:tc>";

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }
}
