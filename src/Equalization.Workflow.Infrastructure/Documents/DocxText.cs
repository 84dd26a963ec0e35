using System.Text;
using System.Xml;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>
/// Walks the body of a Word document element by element, never as a tree: a document may nest deeper than a stack.
/// </summary>
internal sealed class DocxText(DocxNumbering numbering)
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string WordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private readonly StringBuilder _text = new();
    private readonly Stack<Table> _tables = new();
    private readonly Stack<Paragraph> _paragraphs = new();
    private bool _joinsNext;

    public string Read(XmlReader xml)
    {
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && IsLeftOut(xml))
            {
                xml.Skip();
                continue;
            }

            if (xml.NamespaceURI is Word or WordStrict)
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    if (xml.LocalName == "t")
                    {
                        Paragraph.Append(xml.IsEmptyElement ? "" : xml.ReadElementContentAsString());
                        continue;
                    }

                    Begin(xml);
                }

                if (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement)
                {
                    End(xml.LocalName);
                }
            }

            xml.Read();
        }

        return _text.ToString();
    }

    private Paragraph Paragraph => _paragraphs.TryPeek(out var top) ? top : Outside;

    /// <summary>Text outside any paragraph cannot be in a valid document; it is kept from getting lost in a half valid one.</summary>
    private Paragraph Outside { get; } = new();

    /// <summary>Deleted or moved-away text, the second copy of a drawing's text, and the properties as they were before a change.</summary>
    private static bool IsLeftOut(XmlReader xml) => xml.LocalName switch
    {
        "moveFrom" or "delText" or "instrText" or "Fallback" or "pPrChange" or "rPrChange" or "tcPrChange" or "trPrChange" or "tblPrChange" or "sectPr" or "rubyPr" or "rt" => true,
        "del" => xml.Depth > 0 && !xml.IsEmptyElement,
        _ => false,
    };

    private void Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p":
                _paragraphs.Push(new Paragraph { Joined = _joinsNext });
                _joinsNext = false;
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
            case "del" when _tables.TryPeek(out var table) && table.InRowProperties:
                table.RowDeleted = true;
                break;
            case "del":
                Paragraph.MarkDeleted = true;
                break;
            case "tab":
                Paragraph.Append(Paragraph.HasText ? "\t" : "");
                break;
            case "br" or "cr":
                Paragraph.Append("\n");
                break;
            case "noBreakHyphen":
                Paragraph.Append("-");
                break;
            case "tbl":
                _tables.Push(new Table());
                break;
            case "tr" when _tables.TryPeek(out var table):
                table.BeginRow();
                break;
            case "trPr" when _tables.TryPeek(out var table):
                table.InRowProperties = true;
                break;
            case "tc" when _tables.TryPeek(out var table):
                table.BeginCell();
                break;
            case "vMerge" when _tables.TryPeek(out var table):
                table.ContinuesAbove = Value(xml) is not "restart";
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when _paragraphs.TryPop(out var paragraph):
                EndParagraph(paragraph);
                break;
            case "trPr" when _tables.TryPeek(out var table):
                table.InRowProperties = false;
                break;
            case "tc" when _tables.TryPeek(out var table):
                table.EndCell();
                break;
            case "tr" when _tables.TryPeek(out var table):
                Write(table.EndRow(), "\n");
                break;
            case "tbl":
                _tables.TryPop(out _);
                break;
        }
    }

    private void EndParagraph(Paragraph paragraph)
    {
        var number = paragraph.Joined ? "" : numbering.Next(paragraph.Style, paragraph.Number, paragraph.Level);
        _joinsNext = paragraph.MarkDeleted;
        Write(number + paragraph.Text, paragraph.MarkDeleted ? "" : "\n");
    }

    /// <summary>To the paragraph or cell around, if there is one: a text box stands in a paragraph, a table may stand in a cell.</summary>
    private void Write(string? line, string end)
    {
        if (line is null)
        {
            return;
        }

        if (_paragraphs.Count > 0)
        {
            Paragraph.Append(line + (line.Length > 0 ? end : ""));
        }
        else if (_tables.TryPeek(out var table) && table.InCell)
        {
            table.Append(line);
        }
        else
        {
            _text.Append(line).Append(end);
        }
    }

    private static string? Value(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI);

    private sealed class Table
    {
        private readonly List<string> _cells = [];
        private readonly List<string> _lines = [];

        public bool InRowProperties { get; set; }

        public bool RowDeleted { get; set; }

        public bool ContinuesAbove { get; set; }

        public bool InCell { get; private set; }

        public void BeginRow()
        {
            _cells.Clear();
            RowDeleted = false;
        }

        public void BeginCell()
        {
            _lines.Clear();
            ContinuesAbove = false;
            InCell = true;
        }

        public void Append(string line) => _lines.Add(line.Replace('|', '/').Replace('\n', ' ').Trim());

        public void EndCell()
        {
            InCell = false;
            _cells.Add(ContinuesAbove ? "同上" : string.Join(' ', _lines.Where(line => line.Length > 0)));
        }

        public string? EndRow() => RowDeleted || _cells.Count == 0 ? null : string.Join('|', _cells);
    }
}

/// <summary>A paragraph while it is being read.</summary>
internal sealed class Paragraph
{
    private readonly StringBuilder _text = new();

    public string? Style { get; set; }

    public string? Number { get; set; }

    public string? Level { get; set; }

    /// <summary>Its end was deleted: the next paragraph goes on in the same line.</summary>
    public bool MarkDeleted { get; set; }

    /// <summary>The paragraph before lost its end, so this one has no number of its own.</summary>
    public bool Joined { get; init; }

    public bool HasText => _text.Length > 0;

    public string Text => _text.ToString();

    public void Append(string text) => _text.Append(text);
}
