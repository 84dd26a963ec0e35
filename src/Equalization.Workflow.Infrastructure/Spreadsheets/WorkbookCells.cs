using System.IO.Compression;
using System.Xml;
using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Infrastructure.Spreadsheets;

/// <summary>
/// What the reading library passes over in an .xlsx: formula cells whose result was never saved (files written by programs, not by Excel or WPS),
/// and cells with an error, both of which it gives as empty (the latter in an .xls too), and rows hidden in LibreOffice's way of writing it. Sheets count from 0 in the workbook's order, rows from 1, columns from 0.
/// </summary>
internal sealed class WorkbookCells
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static XmlReaderSettings Settings => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    private static readonly byte[][] Marks = [[.. "<f>"u8], [.. "<f "u8], [.. ":f>"u8], [.. ":f "u8], [.. "hidden=\"1"u8], [.. "hidden=\"t"u8], [.. "t=\"e\""u8]];

    private readonly Dictionary<(int Sheet, int Row, int Column), TableCell> odd = [];
    private readonly HashSet<(int Sheet, int Row)> hidden = [];

    public static WorkbookCells None { get; } = new();

    /// <summary>What stands in a cell the library calls empty.</summary>
    public TableCell At(int sheet, int row, int column) => odd.Count == 0 ? default : odd.GetValueOrDefault((sheet, row, column));

    public bool IsHidden(int sheet, int row) => hidden.Count > 0 && hidden.Contains((sheet, row));

    /// <summary>Of an .xls only the errors are passed over.</summary>
    public static WorkbookCells WithErrors(IEnumerable<(int Sheet, int Row, int Column, string Shown)> errors)
    {
        var found = new WorkbookCells();
        foreach (var (sheet, row, column, shown) in errors)
        {
            found.odd[(sheet, row, column)] = TableCell.Error(shown);
        }

        return found;
    }

    public static WorkbookCells Of(byte[] content, CancellationToken ct)
    {
        var found = new WorkbookCells();
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var sheets = Sheets(zip);
        for (var sheet = 0; sheet < sheets.Count; sheet++)
        {
            if (sheets[sheet] is { } entry && HasMark(entry))
            {
                found.Read(entry, sheet, ct);
            }
        }

        return found;
    }

    private void Read(ZipArchiveEntry entry, int sheet, CancellationToken ct)
    {
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Settings);
        var (row, column) = (0, -1);
        var (hasFormula, hasResult, isError) = (false, false, false);
        while (xml.Read())
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "row"):
                    ct.ThrowIfCancellationRequested();
                    row = int.TryParse(xml.GetAttribute("r"), out var number) ? number : row + 1;
                    column = -1;
                    if (xml.GetAttribute("hidden") is "1" or "true")
                    {
                        hidden.Add((sheet, row));
                    }

                    break;
                case (XmlNodeType.Element, "c"):
                    column = xml.GetAttribute("r") is { } name ? Column(name) : column + 1;
                    (hasFormula, hasResult, isError) = (false, false, xml.GetAttribute("t") == "e");
                    break;
                case (XmlNodeType.Element, "f"):
                    hasFormula = true;
                    break;
                case (XmlNodeType.Element, "v" or "is"):
                    hasResult = hasResult || !xml.IsEmptyElement;
                    break;
                case (XmlNodeType.Text, _) when isError && hasResult:
                    odd[(sheet, row, column)] = TableCell.Error(xml.Value);
                    break;
                case (XmlNodeType.EndElement, "c"):
                    if (hasFormula && !hasResult)
                    {
                        odd[(sheet, row, column)] = TableCell.Uncalculated;
                    }

                    isError = false;
                    break;
            }
        }
    }

    private static int Column(string name)
    {
        var column = 0;
        foreach (var letter in name.TakeWhile(char.IsAsciiLetter))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column - 1;
    }

    /// <summary>Looks for the marks alone: most sheets have none, and reading them twice as XML would double the time.</summary>
    private static bool HasMark(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var buffer = new byte[81920];
        var kept = 0;
        while (stream.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
        {
            var seen = buffer.AsSpan(0, kept + read);
            foreach (var mark in Marks)
            {
                if (seen.IndexOf(mark) >= 0)
                {
                    return true;
                }
            }

            kept = Math.Min(8, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return false;
    }

    private static List<ZipArchiveEntry?> Sheets(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>();
        Each(zip, "xl/_rels/workbook.xml.rels", "Relationship", xml => targets[xml.GetAttribute("Id") ?? ""] = xml.GetAttribute("Target") ?? "");
        var sheets = new List<ZipArchiveEntry?>();
        Each(zip, "xl/workbook.xml", "sheet", xml =>
        {
            var target = targets.GetValueOrDefault(xml.GetAttribute("id", Relations) ?? "", "");
            sheets.Add(zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target));
        });
        return sheets;
    }

    private static void Each(ZipArchive zip, string part, string element, Action<XmlReader> read)
    {
        if (zip.GetEntry(part) is not { } entry)
        {
            return;
        }

        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Settings);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element)
            {
                read(xml);
            }
        }
    }
}
