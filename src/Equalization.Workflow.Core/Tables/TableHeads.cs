using System.Text;

namespace Equalization.Workflow.Core.Tables;

/// <summary>A column that a table is asked for, and the headings under which people write it; the first is ours.</summary>
public sealed record TableColumn(string Name, bool IsNeeded, params IReadOnlyList<string> OtherHeadings)
{
    private readonly HashSet<string> names = [TableHeads.Plain(Name), .. OtherHeadings.Select(TableHeads.Plain)];

    /// <summary>Word for word, or but for a remark in brackets; a bracket that belongs to our own name, such as （万元）, must stand there.</summary>
    internal bool IsCalled(string heading) => names.Contains(TableHeads.Plain(heading)) || names.Contains(TableHeads.Plain(TableHeads.WithoutBrackets(heading)));
}

/// <summary>
/// Which column of a sheet holds what. The head stands wherever it stands: above it may be titles and notes. A person may say otherwise column by column.
/// </summary>
public sealed record TableHeads(TableSheet Sheet, int HeadRow, IReadOnlyDictionary<string, int> Columns, IReadOnlyList<string> Unknown)
{
    /// <summary>How far down a head is looked for.</summary>
    private const int MostRowsAbove = 20;

    /// <summary>The rows under the head that have something in them; hidden rows only when asked for.</summary>
    public IEnumerable<TableRow> Rows(bool withHidden = false) => Sheet.Rows.Where(r => r.Number > HeadRow && (withHidden || !r.IsHidden));

    /// <summary>How many rows under the head are hidden.</summary>
    public int HiddenRows => Sheet.Rows.Count(r => r.Number > HeadRow && r.IsHidden);

    /// <summary>Empty when the sheet has no such column.</summary>
    public TableCell Cell(TableRow row, string column) => Columns.TryGetValue(column, out var at) ? row[at] : default;

    /// <summary>
    /// The row that names most of the columns asked for is the head. Refuses a file without rows (table-empty) and one in which no row names every column that
    /// is needed (table-head); the message lists what is missing and which headings were seen.
    /// </summary>
    /// <param name="chosen">Column asked for → heading in the file, as a person matched them; goes before our own matching.</param>
    public static TableHeads Find(TableFile file, IReadOnlyList<TableColumn> asked, IReadOnlyDictionary<string, string>? chosen = null)
    {
        var best = file.Shown.SelectMany(s => s.Rows.Take(MostRowsAbove).Select(r => Read(s, r, asked, chosen))).MaxBy(h => h.Columns.Count)
            ?? throw new RuleBroken("table-empty", "文件“{0}”里没有内容。请下载模板，填写后重新导入。", file.Name) { Field = "File" };
        var missing = asked.Where(a => a.IsNeeded && !best.Columns.ContainsKey(a.Name)).Select(a => a.Name).ToList();
        return missing.Count == 0
            ? best
            : throw new RuleBroken(
                "table-head",
                best.Columns.Count == 0
                    ? "在文件“{0}”里没有找到表头。应有这些列：{1}。请使用模板，或者检查表头所在的行。"
                    : "文件“{0}”缺少这些列：{1}。表头是工作表“{2}”的第 {3} 行，其中未能对应的列：{4}。请改列名，或者在下面指定对应关系。",
                file.Name, string.Join("、", missing), best.Sheet.Name, best.HeadRow, best.Unknown.Count == 0 ? "无" : string.Join("、", best.Unknown)) { Field = "File" };
    }

    /// <summary>A heading's letters and digits alone, half width and lower case.</summary>
    internal static string Plain(string heading) =>
        string.Concat(heading.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    internal static string WithoutBrackets(string heading)
    {
        var rest = new StringBuilder(heading.Length);
        var depth = 0;
        foreach (var c in heading)
        {
            depth += c is '(' or '（' or '[' or '【' or '〔' ? 1 : 0;
            if (depth == 0)
            {
                rest.Append(c);
            }

            depth -= depth > 0 && c is ')' or '）' or ']' or '】' or '〕' ? 1 : 0;
        }

        return rest.ToString();
    }

    private static TableHeads Read(TableSheet sheet, TableRow row, IReadOnlyList<TableColumn> asked, IReadOnlyDictionary<string, string>? chosen)
    {
        var columns = new Dictionary<string, int>();
        var unknown = new List<string>();
        for (var at = 0; at < row.Cells.Count; at++)
        {
            var written = row[at].Text;
            var column = asked.FirstOrDefault(a => chosen?.GetValueOrDefault(a.Name) == written)
                ?? asked.FirstOrDefault(a => written.Length > 0 && chosen?.ContainsKey(a.Name) != true && a.IsCalled(written));
            if (written.Length > 0 && (column is null || !columns.TryAdd(column.Name, at)) && !row[at].IsSpread)
            {
                unknown.Add(written);
            }
        }

        return new TableHeads(sheet, row.Number, columns, unknown);
    }
}
