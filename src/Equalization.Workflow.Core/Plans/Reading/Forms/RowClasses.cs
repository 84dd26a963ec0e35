using Equalization.Workflow.Core.Plans.Reading.Goals;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>
/// The classes that the rows of a table stand under, by the columns before the task: 一级指标 and 二级指标, 反馈问题. Under a merged cell the class of the row
/// above goes on; under a new outer class no inner one does.
/// </summary>
internal sealed class RowClasses(IReadOnlyList<Column> columns, int task)
{
    private readonly string[] names = [.. Enumerable.Repeat("", Math.Max(0, task))];

    public void Clear() => Array.Fill(names, "");

    /// <summary>The classes of the row with these cells, joined by "/".</summary>
    public string Of(SourceView view, IReadOnlyList<TextLine> cells)
    {
        for (var i = 0; i < Math.Min(names.Length, cells.Count); i++)
        {
            var name = columns[i].IsClass ? view.Name(cells[i].Start, cells[i].End) : "";
            if (name.Length > 0 && !BarTables.SaysSame(view, cells[i]) && name != names[i])
            {
                Array.Fill(names, "", i, names.Length - i);
                names[i] = name;
            }
        }

        return string.Join('/', names.Where(name => name.Length > 0));
    }
}
