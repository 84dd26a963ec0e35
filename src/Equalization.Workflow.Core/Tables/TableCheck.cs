using System.Security.Cryptography;
using System.Text;

namespace Equalization.Workflow.Core.Tables;

/// <summary>How a person wants a file read. Columns: column asked for → heading in the file, where they differ.</summary>
public sealed record TableReading(IReadOnlyDictionary<string, string> Columns, bool WithHiddenRows, bool WithHiddenSheets)
{
    public static TableReading Plain { get; } = new(new Dictionary<string, string>(), false, false);

    /// <summary>The file as far as it is to be read.</summary>
    public TableFile Shown(TableFile table) =>
        WithHiddenSheets ? table with { Sheets = [.. table.Sheets.Select(s => s with { IsHidden = false })] } : table;

    /// <summary>The names of sheets that have something in them and are passed over because they are hidden.</summary>
    public IReadOnlyList<string> PassedOver(TableFile table) => [.. table.Sheets.Where(s => s.IsHidden && s.Rows.Count > 0 && !WithHiddenSheets).Select(s => s.Name)];
}

/// <summary>A sheet that was read: where its head stands, how many rows were looked at, and what was not.</summary>
public sealed record SheetRead(string Name, int HeadRow, int Rows, IReadOnlyList<string> UnknownHeadings, int HiddenRows)
{
    internal static SheetRead Of(TableFile table, TableHeads heads, int rows, TableReading reading) =>
        new(heads.Sheet.Name.Length > 0 ? heads.Sheet.Name : table.Name, heads.HeadRow, rows, heads.Unknown, reading.WithHiddenRows ? 0 : heads.HiddenRows);
}

/// <summary>What taking a file did, in rows.</summary>
public sealed record TableOutcome(int Added, int Changed, int LeftOut);

/// <summary>What came of a dry run: every row, what the file does not name, and what of the file was not looked at.</summary>
public sealed record TableCheck(IReadOnlyList<SheetRead> Sheets, IReadOnlyList<CheckedRow> Lines, IReadOnlyList<TableMissing> Missing, IReadOnlyList<string> HiddenSheets)
{
    public TableOutcome Outcome => new(Count(RowChange.Added), Count(RowChange.Changed), Count(RowChange.Wrong));

    /// <summary>What a person saw, in short: each row with what it does and says. A confirmation carries it.</summary>
    public string Mark()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in Lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(
                $"{line.Sheet} {line.Row} {line.Change} {string.Join('|', line.Cells)} {string.Join('|', line.Faults.Select(f => f.Refusal.Code))}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    public int Count(RowChange change) => Lines.Count(l => l.Change == change);

    /// <summary>
    /// Holds a confirmation to what was looked at. Refuses: another result (stale), wrong rows unless only the right ones are asked for (table-wrong), and a
    /// file that would change nothing (table-nothing).
    /// </summary>
    internal TableOutcome Confirmed(string mark, bool rightRowsOnly)
    {
        var outcome = Outcome;
        if (Mark() != mark)
        {
            throw new RuleBroken(RuleBroken.Stale, "您核对之后，已登记的内容又有变动。页面已按最新情况重新核对，请再看一遍后确认。");
        }

        if (outcome.LeftOut > 0 && !rightRowsOnly)
        {
            throw new RuleBroken("table-wrong", "有 {0} 行有错，没有导入。请改正后重新上传，或勾选“只导入正确的行”。", outcome.LeftOut) { Field = "RightRowsOnly" };
        }

        if (outcome.Added + outcome.Changed == 0)
        {
            throw new RuleBroken("table-nothing", "这份表格没有可导入的新增或变更。请核对是否选错了文件。");
        }

        return outcome;
    }

    /// <summary>Writes every row that adds or changes something.</summary>
    internal void Write(WorkflowDb db)
    {
        foreach (var line in Lines.Where(l => l.Change is RowChange.Added or RowChange.Changed))
        {
            line.Apply(db);
        }
    }
}
