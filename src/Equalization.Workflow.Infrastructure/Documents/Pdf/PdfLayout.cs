using Equalization.Workflow.Core.Plans.Files;

namespace Equalization.Workflow.Infrastructure.Documents.Pdf;

/// <summary>
/// Puts the lines of pages together into paragraphs and tables. A paragraph ends where its last line had room left, or where the next is
/// indented; what stands at the head and foot of pages is set aside and does not end one.
/// </summary>
internal sealed class PdfLayout
{
    private const string Furniture = "每页的页眉或页脚，没有读入。";
    private const string NoNumbers = "这张表没有序号，PDF 里看不出各行的分界，没有读入。请用 Word 或 Excel 原文重新导入。";

    // Rows of a table do not stand further apart than so many lines.
    private const double MostApart = 5;

    // A row whose number stands in its middle begins so many lines above it.
    private const int MostAbove = 12;

    private const int LongestSection = 60;

    private readonly SourceWriter text = new();
    private readonly IReadOnlyList<PdfPage> pages;
    private readonly HashSet<PdfLine> furniture;
    private readonly double left;
    private readonly double right;
    private PdfLine? last;
    private PdfTable? table;
    private string[]? row;
    private bool isNewPage;

    private PdfLayout(IReadOnlyList<PdfPage> pages)
    {
        this.pages = pages;
        furniture = PdfFurniture.Find(pages);
        var bodies = pages.Select(page => page.Lines.Where(line => !furniture.Contains(line)).ToList()).Where(lines => lines.Count > 0).ToList();
        left = Median(bodies.Select(lines => lines.Min(line => line.Left)));
        right = Median(bodies.Select(lines => lines.Max(line => line.Right)));
    }

    public static SourceWriter Write(IReadOnlyList<PdfPage> pages)
    {
        var layout = new PdfLayout(pages);
        foreach (var page in pages)
        {
            layout.Write(page);
        }

        layout.EndRow();
        layout.EndParagraph();
        return layout.text;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }

    private void Write(PdfPage page)
    {
        var lines = page.Lines.Where(line => !furniture.Contains(line)).ToList();
        isNewPage = true;
        Aside(page.Lines.Where(line => furniture.Contains(line) && line.Top < page.Height / 2));
        for (var i = 0; i < lines.Count;)
        {
            if (PdfTable.At(lines, i) is { } found)
            {
                EndParagraph();
                if (table?.IsSame(found) != true)
                {
                    EndRow();
                    text.Append(found.Head).Append("\n");
                }

                table = table?.IsSame(found) == true ? found.After(table) : found;
                i = WriteRows(lines, i + found.HeadLines);
            }
            else if (i == 0 && table is { HasNumbers: true } && (GoesOn(lines, i) || IsRest(lines)) && WriteRows(lines, i) is > 0 and var next)
            {
                i = next;
            }
            else
            {
                table = null;
                EndRow();
                WriteLine(lines[i++]);
            }
        }

        Aside(page.Lines.Where(line => furniture.Contains(line) && line.Top >= page.Height / 2));
    }

    /// <summary>The table goes on where its numbers do, at the top of a page as behind a section; the sections' own lines may be wider than a column.</summary>
    private bool GoesOn(List<PdfLine> lines, int from) =>
        lines.Skip(from).TakeWhile(line => table!.Fits(line) || IsSectionLine(line)).Take(MostAbove).Any(table!.HasNumber);

    private int WriteRows(List<PdfLine> lines, int at)
    {
        var rows = new List<PdfLine>();
        while (at < lines.Count && PdfTable.At(lines, at) is null)
        {
            var isAlone = lines[at].Segments.Count == 1;
            if (rows.Count > 0 && lines[at].Top - rows[^1].Bottom > MostApart * lines[at].Height)
            {
                break;
            }

            if (isAlone && (PdfTable.IsChapter(lines[at].Text) || !table!.Fits(lines[at]) || table.IsOutside(lines[at])))
            {
                if (!IsSection(lines, at))
                {
                    break;
                }

                Flush(rows);
                EndRow();
                text.Append("|").Append(lines[at].Text).Append("||\n");
            }
            else if (!table!.Fits(lines[at]))
            {
                break;
            }
            else
            {
                rows.Add(lines[at]);
            }

            at++;
        }

        Flush(rows);
        return at;
    }

    /// <summary>一、… alone in its line is a section of the table when a numbered row follows.</summary>
    private bool IsSection(List<PdfLine> lines, int at) => lines[at].Text.Length <= LongestSection && GoesOn(lines, at + 1);

    private static bool IsSectionLine(PdfLine line) => line.Segments.Count == 1 && line.Text.Length <= LongestSection && PdfTable.IsChapter(line.Text);

    private void Flush(List<PdfLine> rows)
    {
        if (rows.Count > 0 && !table!.HasNumbers)
        {
            EndRow();
            text.Append(string.Concat(rows.Select(line => line.Text + "\n")), NoNumbers);
        }
        else if (rows.Count > 0)
        {
            var read = table!.Rows(rows, isNewPage && row is not null, out var isRest);
            for (var i = 0; i < read.Count; i++)
            {
                if (i == 0 && isRest)
                {
                    row = PdfTable.Joined(row!, read[0]);
                    continue;
                }

                EndRow();
                row = read[i];
            }

            isNewPage = false;
        }

        rows.Clear();
    }

    /// <summary>A row waits until it is known whether the next page goes on with it.</summary>
    private void EndRow()
    {
        if (row is not null)
        {
            text.Append(string.Join('|', row)).Append("\n");
            row = null;
        }
    }

    /// <summary>The last row of the table ends on this page, and no number follows: lines that stand under its columns, at least one under two.</summary>
    private bool IsRest(List<PdfLine> lines)
    {
        var rest = lines.TakeWhile(table!.Fits).Take(MostAbove).ToList();
        return row is not null && rest.Exists(line => line.Segments.Count > 1) && !rest.Exists(table.IsOutside);
    }

    private void WriteLine(PdfLine line)
    {
        if (last is not null && (EndsEarly(last) || line.Left > left + (1.3 * line.Height) || Math.Abs(line.Height - last.Height) > 0.2 * last.Height
            || IsApart(last, line) || (EndsSentence(last.Text) && BeginsItem(line.Text))))
        {
            EndParagraph();
        }

        var isLatin = last is not null && char.IsAsciiLetter(last.Text[^1]) && char.IsAsciiLetter(line.Text[0]);
        text.Append(isLatin ? " " : "").Append(line.Text);
        last = line;
    }

    private bool EndsEarly(PdfLine line) => line.Right < right - (1.6 * line.Height);

    /// <summary>A last line that fills its width and an item without an indent: only the words tell.</summary>
    private static bool EndsSentence(string words) => words[^1] is '。' or '；' or ';' or '：' or ':' or '）' or ')' or '〕' or '】' or '！' or '？';

    private static bool BeginsItem(string words)
    {
        var digits = words.TakeWhile(char.IsAsciiDigit).Count();
        return PdfTable.IsChapter(words) || words[0] is >= '①' and <= '⑳' || (digits is 1 or 2 or 3 && digits < words.Length && words[digits] is '.' or '．' or '、' or '）' or ')')
            || (words[0] is '（' or '(' && words.Length > 2 && char.IsAsciiDigit(words[1]));
    }

    private static bool IsApart(PdfLine above, PdfLine below) => below.Page == above.Page && below.Top - above.Bottom > 1.2 * above.Height;

    private void EndParagraph()
    {
        if (last is not null)
        {
            text.Append("\n");
            last = null;
        }
    }

    /// <summary>With their line ends, so that a sentence goes on over them.</summary>
    private void Aside(IEnumerable<PdfLine> lines)
    {
        foreach (var line in lines)
        {
            text.Append((last is null ? "" : "\n") + line.Text + "\n", Furniture);
        }
    }
}
