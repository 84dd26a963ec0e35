using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans.Breakdowns;

/// <summary>
/// A workbook opened in LibreOffice: its cells as LibreOffice holds them (flat OpenDocument), changed there and saved by it as .xlsx again. So dates, numbers,
/// styles and strings come back in LibreOffice's writing, not in ours.
/// </summary>
internal sealed class FlatSheets
{
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Calc = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    private readonly XDocument document;

    private FlatSheets(XDocument document) => this.document = document;

    public static async Task<FlatSheets> Open(byte[] xlsx)
    {
        using var fods = new MemoryStream(await Support.Office.Saved(xlsx, "xlsx", "fods"));
        return new FlatSheets(XDocument.Load(fods, LoadOptions.PreserveWhitespace));
    }

    /// <summary>LibreOffice knows a flat file by its declaration.</summary>
    public async Task<byte[]> Save() => await Support.Office.Saved(
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.Root!.ToString(SaveOptions.DisableFormatting)), "fods", "xlsx");

    public FlatSheets Rename(string sheet, string to)
    {
        Sheet(sheet).SetAttributeValue(Table + "name", to);
        return this;
    }

    public FlatSheets Hide(string sheet, int row)
    {
        Row(sheet, row).SetAttributeValue(Table + "visibility", "collapse");
        return this;
    }

    public FlatSheets Delete(string sheet, int row)
    {
        Row(sheet, row).Remove();
        return this;
    }

    /// <summary>Merges a cell with the one under it.</summary>
    public FlatSheets MergeDown(string sheet, int row, string column)
    {
        Cell(sheet, row, column).SetAttributeValue(Table + "number-rows-spanned", "2");
        Cell(sheet, row, column).SetAttributeValue(Table + "number-columns-spanned", "1");
        var under = Cell(sheet, row + 1, column);
        under.Name = Table + "covered-table-cell";
        return this;
    }

    public FlatSheets Set(string sheet, int row, string column, string value) => Fill(sheet, row, column, "string", null, null, value);

    public FlatSheets Set(string sheet, int row, string column, decimal value) =>
        Fill(sheet, row, column, "float", "value", value.ToString(CultureInfo.InvariantCulture), value.ToString(CultureInfo.InvariantCulture));

    public FlatSheets Set(string sheet, int row, string column, DateOnly value) => Fill(sheet, row, column, "date", "date-value", $"{value:yyyy-MM-dd}", $"{value:yyyy-MM-dd}");

    /// <summary>A formula that LibreOffice reckons when it saves.</summary>
    public FlatSheets Formula(string sheet, int row, string column, string formula)
    {
        Fill(sheet, row, column, "string", null, null, "");
        var cell = Cell(sheet, row, column);
        cell.SetAttributeValue(Office + "value-type", null);
        cell.RemoveNodes();
        cell.SetAttributeValue(Table + "formula", formula);
        return this;
    }

    private FlatSheets Fill(string sheet, int row, string column, string type, string? attribute, string? value, string shown)
    {
        var cell = Cell(sheet, row, column);
        foreach (var name in new[] { Office + "value", Office + "date-value", Office + "string-value", Calc + "value-type", Table + "formula" })
        {
            cell.SetAttributeValue(name, null);
        }

        cell.SetAttributeValue(Office + "value-type", type);
        if (attribute is not null)
        {
            cell.SetAttributeValue(Office + attribute, value);
        }

        cell.ReplaceNodes(shown.Split('\n').Select(line => new XElement(Text + "p", line)));
        return this;
    }

    private XElement Sheet(string name) => document.Descendants(Table + "table").Single(t => (string?)t.Attribute(Table + "name") == name);

    private XElement Row(string sheet, int row) => Nth(Sheet(sheet).Descendants(Table + "table-row"), row - 1, Table + "number-rows-repeated");

    private XElement Cell(string sheet, int row, string column) => CellAt(Row(sheet, row), Place(sheet, column));

    private static XElement CellAt(XElement row, int place) => Nth(row.Elements().Where(e => e.Name.LocalName is "table-cell" or "covered-table-cell"), place, Table + "number-columns-repeated");

    private int Place(string sheet, string column)
    {
        var head = Row(sheet, 1);
        return Enumerable.Range(0, 20).First(i => string.Concat(CellAt(head, i).Elements(Text + "p").Select(p => p.Value)) == column);
    }

    /// <summary>The nth of elements of which one may stand for several; it is then taken apart.</summary>
    private static XElement Nth(IEnumerable<XElement> all, int n, XName repeated)
    {
        foreach (var element in all.ToList())
        {
            var count = (int?)element.Attribute(repeated) ?? 1;
            if (n < count)
            {
                if (count > 1)
                {
                    Split(element, n, count, repeated);
                }

                return element;
            }

            n -= count;
        }

        throw new ArgumentOutOfRangeException(nameof(n));
    }

    private static void Split(XElement element, int before, int count, XName repeated)
    {
        foreach (var (copies, put) in new (int, Action<XElement>)[] { (before, element.AddBeforeSelf), (count - before - 1, element.AddAfterSelf) })
        {
            if (copies > 0)
            {
                var copy = new XElement(element);
                copy.SetAttributeValue(repeated, copies > 1 ? copies : null);
                put(copy);
            }
        }

        element.SetAttributeValue(repeated, null);
    }
}
