using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>Footnotes and endnotes by the id that the text refers to.</summary>
internal static class DocxNotes
{
    /// <summary>Stands before an endnote's id: both kinds count from the same numbers.</summary>
    public const string EndMark = "e";

    public static IReadOnlyDictionary<string, string> Read(MainDocumentPart main, DocxStyles styles, DocxNumbering numbering)
    {
        var notes = new Dictionary<string, string>();
        Read(main.FootnotesPart, "", notes, styles, numbering);
        Read(main.EndnotesPart, EndMark, notes, styles, numbering);
        return notes;
    }

    private static void Read(OpenXmlPart? part, string mark, Dictionary<string, string> notes, DocxStyles styles, DocxNumbering numbering)
    {
        if (part is null)
        {
            return;
        }

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, DocxXml.Settings);
        xml.Read();
        while (!xml.EOF)
        {
            // The lines that part notes from the text are notes of a type.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "footnote" or "endnote" } && xml.GetAttribute("id", xml.NamespaceURI) is { } id
                && xml.GetAttribute("type", xml.NamespaceURI) is null or "normal")
            {
                using var note = xml.ReadSubtree();
                notes[mark + id] = new DocxText(styles, numbering, new Dictionary<string, string>()).Read(note).ToString().Replace('\n', ' ').Trim();
            }

            xml.Read();
        }
    }
}
