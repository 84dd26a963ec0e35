using System.Globalization;
using System.Xml;
using Equalization.Workflow.Core.Plans.Files;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>
/// Walks a part of a Word document element by element, never as a tree: a document may nest deeper than a stack. Tracked changes
/// count as accepted, a text box stands beside the paragraph it hangs on, notes follow theirs and are set aside.
/// </summary>
internal sealed class DocxText(DocxStyles styles, DocxNumbering numbering, IReadOnlyDictionary<string, string> notes)
{
    // Tables and boxes inside each other; what lies deeper is read as running text.
    private const int DeepestNest = 32;

    private const string Mathematics = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string Contents = "目录，不是正文。";
    private const string Note = "脚注或尾注，不属于措施正文，没有读入。";

    private readonly SourceWriter text = new();
    private readonly Stack<object> open = new();
    private readonly Stack<bool> choices = new();
    private readonly DocxParagraph outside = new(styles);
    private readonly HashSet<string> notesWritten = [];
    private bool joinsNext;
    private int tooDeep;

    public int Pictures { get; private set; }

    public int Objects { get; private set; }

    public SourceWriter Read(XmlReader xml)
    {
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && IsLeftOut(xml))
            {
                xml.Skip();
                continue;
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "t", NamespaceURI: DocxXml.Word or DocxXml.WordStrict or Mathematics })
            {
                Paragraph.Append(xml.IsEmptyElement ? "" : xml.ReadElementContentAsString());
                continue;
            }

            var isWord = xml.NamespaceURI is DocxXml.Word or DocxXml.WordStrict;
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (isWord)
                {
                    Begin(xml);
                }
                else
                {
                    CountForeign(xml);
                }
            }

            if (xml.NodeType == XmlNodeType.EndElement || (xml.NodeType == XmlNodeType.Element && xml.IsEmptyElement))
            {
                End(xml.LocalName, isWord);
            }

            xml.Read();
        }

        return text.Append(outside.Words);
    }

    /// <summary>Text outside any paragraph cannot be in a valid document; it is kept from getting lost in a half valid one.</summary>
    private DocxParagraph Paragraph => open.TryPeek(out var top) && top is DocxParagraph paragraph ? paragraph : outside;

    private DocxTable? Table => open.TryPeek(out var top) && tooDeep == 0 ? top as DocxTable : null;

    /// <summary>Deleted or moved-away text, properties as they were before a change, and all but the first form of a drawing: its text stands in each.</summary>
    private bool IsLeftOut(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "delText" or "delInstrText" or "instrText" or "pPrChange" or "rPrChange" or "tcPrChange" or "trPrChange" or "tblPrChange" or "tblPrExChange"
                or "numberingChange" or "sectPr" or "rubyPr" or "rt":
                return true;
            case "del" or "moveFrom":
                return !Paragraph.InProperties && Table is not { InRowProperties: true };
            case "Choice" or "Fallback" when choices.TryPop(out var taken):
                choices.Push(true);
                return taken;
            default:
                return false;
        }
    }

    private void CountForeign(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "AlternateContent" when !xml.IsEmptyElement:
                choices.Push(false);
                break;
            case "blip" or "imagedata":
                Pictures++;
                break;
            case "OLEObject":
                Objects++;
                break;
        }
    }

    private void Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p" or "tbl" when open.Count >= DeepestNest:
                tooDeep++;
                break;
            case "p":
                open.Push(new DocxParagraph(styles) { Joined = joinsNext });
                joinsNext = false;
                break;
            case "tbl":
                open.Push(new DocxTable());
                break;
            case "altChunk":
                Objects++;
                break;
            case "tr" or "trPr" or "tc" or "vMerge" or "gridSpan" or "gridBefore" or "cellDel" or "hidden":
                BeginInTable(xml);
                break;
            case "del" or "moveFrom":
                Table?.DeleteRow();
                Paragraph.MarkDeleted |= Paragraph.InProperties;
                break;
            default:
                BeginInParagraph(xml);
                break;
        }
    }

    private void BeginInTable(XmlReader xml)
    {
        if (Table is not { } table)
        {
            return;
        }

        switch (xml.LocalName)
        {
            case "tr":
                table.BeginRow();
                break;
            case "trPr":
                table.InRowProperties = !xml.IsEmptyElement;
                break;
            case "hidden" when table.InRowProperties && DocxXml.IsOn(Value(xml)):
                table.HideRow();
                break;
            case "gridBefore" when table.InRowProperties:
                table.Skip(DocxXml.Whole(Value(xml), 0));
                break;
            case "tc":
                table.BeginCell();
                break;
            case "vMerge":
                table.ContinueAbove(Value(xml) is not "restart");
                break;
            case "gridSpan":
                table.Span(DocxXml.Whole(Value(xml), 1));
                break;
            case "cellDel":
                table.DeleteCell();
                break;
        }
    }

    private void BeginInParagraph(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "pPr":
                Paragraph.InProperties = !xml.IsEmptyElement;
                break;
            case "pStyle":
                Paragraph.Style = Value(xml);
                break;
            case "numId":
                Paragraph.Number = Value(xml);
                break;
            case "ilvl":
                Paragraph.Level = Value(xml);
                break;
            case "r":
                Paragraph.BeginRun();
                break;
            case "rStyle" when !Paragraph.InProperties:
                Paragraph.StyleRun(Value(xml));
                break;
            case "vanish":
                Paragraph.Hide(DocxXml.IsOn(Value(xml)));
                break;
            case "specVanish" when Paragraph.InProperties:
                // Word's style separator: two paragraphs that stand in one line.
                Paragraph.MarkDeleted = DocxXml.IsOn(Value(xml));
                break;
            case "tab" when !Paragraph.InProperties:
                Paragraph.Append(Paragraph.Words.Length > 0 ? "\t" : "");
                break;
            case "ptab":
                Paragraph.Append("\t");
                break;
            case "br" or "cr":
                Paragraph.Append("\n");
                break;
            case "noBreakHyphen":
                Paragraph.Append("-");
                break;
            case "footnoteReference" or "endnoteReference" when xml.GetAttribute("id", xml.NamespaceURI) is { } id:
                Paragraph.Notes.Add((xml.LocalName == "endnoteReference" ? DocxNotes.EndMark : "") + id);
                break;
        }
    }

    private void End(string name, bool isWord)
    {
        switch (name)
        {
            case "AlternateContent" when !isWord:
                choices.TryPop(out _);
                break;
            case "p" or "tbl" when isWord && tooDeep > 0:
                tooDeep--;
                Paragraph.Append("\n");
                break;
            case "p" when isWord && open.TryPeek(out var top) && top is DocxParagraph paragraph:
                open.Pop();
                EndParagraph(paragraph);
                break;
            case "tbl" when isWord && Table is { } table:
                open.Pop();
                foreach (var (line, hanging) in table.Lines())
                {
                    Write(line, "\n");
                    WriteNotes(hanging);
                }

                break;
            case "pPr" when isWord:
                Paragraph.InProperties = false;
                break;
            case "trPr" when isWord && Table is { } table:
                table.InRowProperties = false;
                break;
            case "tc" when isWord:
                Table?.EndCell();
                break;
            case "tr" when isWord:
                Table?.EndRow();
                break;
        }
    }

    private void EndParagraph(DocxParagraph paragraph)
    {
        paragraph.BoxesBefore.ForEach(box => Write(box, "\n"));
        joinsNext = paragraph.MarkDeleted;
        if (paragraph.MarkDeleted && paragraph.Words.Length == 0)
        {
            // All of it is gone, and its number with it; what the paragraph before left open stays open.
            joinsNext = paragraph.Joined;
        }
        else
        {
            var number = paragraph.Joined || paragraph.MarkHidden ? "" : numbering.Next(paragraph.Style, paragraph.Number, paragraph.Level);
            var line = new SourceWriter().Append(number).Append(paragraph.Words);
            Write(paragraph.IsContents ? new SourceWriter().Append(line, Contents) : line, paragraph.MarkDeleted ? "" : "\n");
        }

        paragraph.BoxesAfter.ForEach(box => Write(box, "\n"));
        if (Table is { InCell: true } table)
        {
            table.Notes.AddRange(paragraph.Notes);
        }
        else
        {
            WriteNotes(paragraph.Notes);
        }
    }

    /// <summary>To the paragraph or cell around, if there is one: a text box stands in a paragraph, a table may stand in a cell.</summary>
    private void Write(SourceWriter line, string end)
    {
        if (open.TryPeek(out var around) && around is DocxParagraph paragraph)
        {
            if (line.Length > 0)
            {
                paragraph.AddBox(line);
            }
        }
        else if (around is DocxTable { InCell: true } table)
        {
            table.Append(line);
        }
        else
        {
            text.Append(line).Append(end);
        }
    }

    /// <summary>Each note once, where it is first referred to: a small file may refer to a long one without end.</summary>
    private void WriteNotes(IReadOnlyList<string> hanging)
    {
        foreach (var id in hanging)
        {
            if (notes.TryGetValue(id, out var words) && words.Length > 0 && notesWritten.Add(id))
            {
                Write(new SourceWriter().Append(string.Create(CultureInfo.InvariantCulture, $"〔注〕{words}\n"), Note), "");
            }
        }
    }

    private static string? Value(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI);
}
