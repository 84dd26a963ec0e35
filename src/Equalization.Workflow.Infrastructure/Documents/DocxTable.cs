using Equalization.Workflow.Core.Plans.Files;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>
/// A table while it is being read: each cell in its own column, whatever is merged. A cell that goes on from above says 同上; of one over several
/// columns the others are empty.
/// </summary>
internal sealed class DocxTable
{
    private const string HiddenRow = "隐藏的表格行，没有读入。需要时请在 Word 中取消“隐藏”后重新导入。";
    private const string Above = "同上";

    /// <summary>No sheet of paper holds more; a span written larger is made to exhaust the reader.</summary>
    private const int MostColumns = 200;

    private readonly List<Row> rows = [];
    private Row row = new();
    private Cell cell = new();

    public bool InRowProperties { get; set; }

    public bool InCell { get; private set; }

    public List<string> Notes => row.Notes;

    public void BeginRow() => row = new Row();

    public void DeleteRow() => row.IsDeleted = true;

    public void HideRow() => row.IsHidden = true;

    /// <summary>Columns left out at the row's beginning.</summary>
    public void Skip(int columns) => row.Add(new Cell(), Math.Min(columns, MostColumns));

    public void BeginCell()
    {
        cell = new Cell();
        InCell = true;
    }

    public void ContinueAbove(bool continues) => cell.Continues = continues;

    public void DeleteCell() => cell.IsDeleted = true;

    public void Span(int columns) => cell.Columns = Math.Clamp(columns, 1, MostColumns);

    public void Append(SourceWriter line) => cell.Lines.Add(line);

    public void EndCell()
    {
        InCell = false;
        if (!cell.IsDeleted)
        {
            row.Add(cell, cell.Columns);
        }
    }

    public void EndRow()
    {
        if (!row.IsDeleted && row.Cells.Count > 0)
        {
            rows.Add(row);
        }
    }

    /// <summary>The lines of the table, each with the notes that hang on it.</summary>
    public IEnumerable<(SourceWriter Line, IReadOnlyList<string> Notes)> Lines()
    {
        var isFrame = rows.TrueForAll(r => r.Cells.Count == 1);
        for (var i = 0; i < rows.Count; i++)
        {
            if (isFrame)
            {
                // A frame around text, not a table: its lines are the document's.
                var lines = rows[i].Cells[0].Lines;
                for (var j = 0; j < lines.Count; j++)
                {
                    yield return (Hidden(rows[i], lines[j]), j == lines.Count - 1 ? rows[i].Notes : []);
                }
            }
            else if (i + 1 < rows.Count && TaskHeads.Joined(Names(rows[i], spread: true), Names(rows[i + 1], spread: false)) is { } heads)
            {
                yield return (new SourceWriter().Append(string.Join('|', heads)), [.. rows[i].Notes, .. rows[i + 1].Notes]);
                i++;
            }
            else
            {
                yield return (Hidden(rows[i], Joined(i)), rows[i].Notes);
            }
        }
    }

    private static SourceWriter Hidden(Row row, SourceWriter line) => row.IsHidden ? new SourceWriter().Append(line, HiddenRow) : line;

    private SourceWriter Joined(int at)
    {
        var line = new SourceWriter();
        for (var column = 0; column < rows[at].Cells.Count; column++)
        {
            if (column > 0)
            {
                line.Append("|");
            }

            var one = rows[at].Cells[column];
            if (!one.Continues)
            {
                one.WriteTo(line);
            }
            else if (StartsFilled(at, column))
            {
                line.Append(Above);
            }
        }

        return line;
    }

    /// <summary>An empty cell merged downwards is empty in each of its rows.</summary>
    private bool StartsFilled(int at, int column)
    {
        if (rows[at].Cells[column].IsFilledAbove is { } known)
        {
            return known;
        }

        var above = at > 0 && column < rows[at - 1].Cells.Count ? rows[at - 1].Cells[column] : null;
        var filled = above is not null && (above.Continues ? above.IsFilledAbove == true : above.IsFilled);
        rows[at].Cells[column].IsFilledAbove = filled;
        return filled;
    }

    private static List<string> Names(Row row, bool spread)
    {
        var names = new List<string>();
        foreach (var one in row.Cells)
        {
            names.Add(one.Continues ? "" : one.IsSpread && spread && names.Count > 0 ? names[^1] : one.ToString());
        }

        return names;
    }

    private sealed class Row
    {
        public List<Cell> Cells { get; } = [];

        public List<string> Notes { get; } = [];

        public bool IsDeleted { get; set; }

        public bool IsHidden { get; set; }

        public void Add(Cell cell, int columns)
        {
            if (Cells.Count == MostColumns)
            {
                AddToLast(cell);
            }

            for (var i = 0; i < columns && Cells.Count < MostColumns; i++)
            {
                Cells.Add(i == 0 ? cell : new Cell { IsSpread = true, Continues = cell.Continues });
            }
        }

        /// <summary>Words beyond the last column stand in it: nothing of a row is lost.</summary>
        private void AddToLast(Cell cell)
        {
            Cells[^1].Continues &= cell.Lines.Count == 0;
            Cells[^1].Lines.AddRange(cell.Lines);
        }
    }

    private sealed class Cell
    {
        public List<SourceWriter> Lines { get; } = [];

        public int Columns { get; set; } = 1;

        public bool Continues { get; set; }

        public bool IsSpread { get; init; }

        public bool IsDeleted { get; set; }

        public bool? IsFilledAbove { get; set; }

        public bool IsFilled => Lines.Exists(line => !string.IsNullOrWhiteSpace(line.ToString()));

        public void WriteTo(SourceWriter row)
        {
            var first = true;
            foreach (var line in Lines.Where(line => !string.IsNullOrWhiteSpace(line.ToString())))
            {
                row.Append(first ? "" : " ").AppendCell(line);
                first = false;
            }
        }

        public override string ToString()
        {
            var text = new SourceWriter();
            WriteTo(text);
            return text.ToString();
        }
    }
}
