using System.Globalization;
using System.Text;
using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Tables;
using TableRow = Equalization.Workflow.Core.Tables.TableRow;

namespace Equalization.Workflow.Core.Plans.Files;

/// <summary>Writes one sheet as text, row by row, and keeps which line is which row.</summary>
internal sealed class SheetRows
{
    private const int LongestSection = 60;
    private const int MostRemarks = 5;
    private const string HiddenRow = "隐藏的行，没有读入。需要时请勾选“连同隐藏的行和工作表”后重新导入。";
    private const string HeadAsWritten = "表头的原文，各栏已按含义归类。";
    private const string OtherColumns = "这些栏不是任务、单位、期限或目标，没有读入。";
    private const string Remark = "表下的说明，不是任务，没有读入。";

    private static readonly string[] RemarkWords = ["注：", "注:", "备注", "说明", "填表", "制表", "审核人", "填报"];

    private readonly TableSheet sheet;
    private readonly bool withHidden;
    private readonly List<(int Start, int Row)> places = [];
    private readonly List<string> remarks = [];
    private readonly StringBuilder line = new();
    private string chapter = "";
    private int unread;

    public SheetRows(TableSheet sheet, bool withHidden)
    {
        this.sheet = sheet;
        this.withHidden = withHidden;
        HasHead = Enumerable.Range(0, sheet.Rows.Count).Any(i => IsShown(sheet.Rows[i]) && SheetHead.At(sheet.Rows, i) is not null);
    }

    public bool HasHead { get; }

    public IReadOnlyList<(int Start, int Row)> Places => places;

    /// <summary>Cells with a formula whose result the file does not carry, or with an error; the first few by their place.</summary>
    public IEnumerable<string> Remarks => unread <= MostRemarks
        ? remarks
        : remarks.Append($"工作表“{sheet.Name}”共有 {unread} 格公式没有结果或是错误，没有读入。请在 Excel 或 WPS 中打开并保存一次后重新导入。");

    public int Hidden { get; private set; }

    /// <summary>All rows; with a reason, all of them are set aside.</summary>
    public void Write(SourceWriter text, string? reason)
    {
        SheetHead? head = null;
        var last = 0;
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            var row = sheet.Rows[i];
            if (reason is not null || !IsShown(row))
            {
                Hidden += reason is null ? 1 : 0;
                text.Append(Plain(row, "|") + "\n", reason ?? HiddenRow);
            }
            else if (row.Number > last && SheetHead.At(sheet.Rows, i) is { } found && head?.IsRepeatedBy(row) != true)
            {
                (head, last, chapter) = (found, found.LastRow, "");
                WriteHead(text, head, i);
            }
            else if (head is null || row.Number <= last || head.IsRepeatedBy(row))
            {
                for (var column = 0; head is null && column < row.Cells.Count; column++)
                {
                    NoteUnread(row, column, row[column]);
                }

                text.Append(Plain(row, head is null ? " " : "|") + "\n", head is null ? null : HeadAsWritten);
            }
            else
            {
                places.Add((text.Length, row.Number));
                i = WriteRow(text, head, i);
            }
        }
    }

    private bool IsShown(TableRow row) => withHidden || !row.IsHidden;

    private void WriteHead(SourceWriter text, SheetHead head, int at)
    {
        var plain = Plain(sheet.Rows[at], "|");
        if (!head.Line.EndsWith("|" + plain, StringComparison.Ordinal))
        {
            text.Append(plain + "\n", HeadAsWritten);
        }

        text.Append(head.Line).Append("\n");
    }

    /// <summary>One row, or those that share its task; the last of them.</summary>
    private int WriteRow(SourceWriter text, SheetHead head, int at)
    {
        var row = sheet.Rows[at];
        if (Section(row, head) is { } section)
        {
            WriteSection(text, head, section);
            return at;
        }

        var last = at;
        while (last + 1 < sheet.Rows.Count && IsShown(sheet.Rows[last + 1]) && SharesTask(head, sheet.Rows[last], sheet.Rows[last + 1]))
        {
            last++;
        }

        line.Clear().Append(row.Number.ToString(CultureInfo.InvariantCulture));
        foreach (var (column, kind) in head.Columns)
        {
            line.Append('|');
            var from = line.Length;
            for (var i = at; i <= last; i++)
            {
                AppendCell(sheet.Rows[i], column, kind, isFirst: i == at, from);
            }
        }

        text.Append(line.ToString()).Append("\n");
        WriteOthers(text, head, at, last);
        return last;
    }

    private void AppendCell(TableRow row, int column, ColumnKind kind, bool isFirst, int from)
    {
        var cell = row[column];
        NoteUnread(row, column, cell);
        var isSpreadAside = cell.IsSpread && column > 0 && row[column - 1].Text == cell.Text && kind is ColumnKind.Units or ColumnKind.Deadline or ColumnKind.Target;
        if (cell.Kind is CellKind.Empty or CellKind.Uncalculated or CellKind.Error || isSpreadAside)
        {
            return;
        }

        var words = Words(cell, kind);
        if (!isFirst)
        {
            if (cell.IsSpread || line.ToString(from, line.Length - from) == words)
            {
                return;
            }

            line.Append(line.Length == from ? "" : kind == ColumnKind.Units ? "、" : " ");
        }

        line.Append(words);
    }

    private void NoteUnread(TableRow row, int column, TableCell cell)
    {
        if (cell is { Kind: CellKind.Uncalculated or CellKind.Error, IsSpread: false } && ++unread <= MostRemarks)
        {
            var what = cell.Kind == CellKind.Error ? $"是公式错误（{cell.Text}）" : "是公式，文件里没有它的结果";
            remarks.Add($"工作表“{sheet.Name}”第 {row.Number} 行第 {column + 1} 列{what}，没有读入。请改正或在 Excel、WPS 中打开并保存一次后重新导入。");
        }
    }

    private void WriteOthers(SourceWriter text, SheetHead head, int at, int last)
    {
        for (var i = at; i <= last; i++)
        {
            var others = sheet.Rows[i].Cells.Index().Where(cell => cell.Item.Kind is not (CellKind.Empty or CellKind.Error) && !cell.Item.IsSpread && !head.Columns.Any(column => column.At == cell.Index)).ToList();
            if (others.Count > 0)
            {
                text.Append(string.Join('；', others.Select(cell => Words(cell.Item, ColumnKind.Other))) + "\n", OtherColumns);
            }
        }
    }

    private void WriteSection(SourceWriter text, SheetHead head, string section)
    {
        if (section.Length > LongestSection || Array.Exists(RemarkWords, word => section.StartsWith(word, StringComparison.Ordinal)))
        {
            text.Append(section + "\n", Remark);
            return;
        }

        var isPart = section[0] is '(' or '（';
        text.Append("|").Append(isPart && chapter.Length > 0 ? $"{chapter}/{section}" : section).Append(new string('|', head.Columns.Count)).Append("\n");
        chapter = isPart ? chapter : section;
    }

    /// <summary>What a row says that is one cell over the whole table, or one cell at its beginning.</summary>
    private static string? Section(TableRow row, SheetHead head)
    {
        string? only = null;
        var filled = 0;
        var first = -1;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row[i].Kind is CellKind.Empty or CellKind.Error)
            {
                continue;
            }

            if (only is not null && (row[i].Text != only || !row[i].IsSpread))
            {
                return null;
            }

            only ??= row[i].Text;
            first = first < 0 ? i : first;
            filled++;
        }

        var begins = first == head.Columns[0].At && head.Task != first;
        return only is { Length: > 0 } && (filled > 1 || (begins && !only.All(char.IsAsciiDigit)) || IsChapter(only)) ? Clean(only) : null;
    }

    private static bool IsChapter(string words) => words.Length > 2 && words[0] is not ('1' or '2') && (words[1] == '、' || words[2] == '、' || (words[0] is '（' or '(' && words[2] is '）' or ')'));

    /// <summary>A task merged over several rows is one task; the rows give its units one by one.</summary>
    private static bool SharesTask(SheetHead head, TableRow row, TableRow next)
    {
        var task = next[head.Task];
        return task.IsSpread && next.Number == row.Number + 1 && row[head.Task].Text == task.Text
            && head.Columns.Any(column => column.Kind == ColumnKind.Units && !next[column.At].IsSpread && !next[column.At].IsEmpty);
    }

    private static string Words(TableCell cell, ColumnKind kind) => kind switch
    {
        ColumnKind.Deadline when cell.Day is { } day => $"{day.Year}年{day.Month}月{day.Day}日",
        ColumnKind.Deadline when cell.Kind == CellKind.Number && cell.Number is >= 2000 and <= 2099 and var year && year == decimal.Truncate(year) => $"{year}年",
        _ => Clean(cell.Shown),
    };

    private static string Plain(TableRow row, string between) => string.Join(between, row.Cells.Where(cell => cell.Kind is not (CellKind.Empty or CellKind.Error) && !cell.IsSpread).Select(cell => Clean(cell.Shown)));

    private static string Clean(string words) => words.AsSpan().ContainsAny("|\n\r\t") ? words.Replace('|', '/').ReplaceLineEndings(" ").Replace('\t', ' ') : words;
}
