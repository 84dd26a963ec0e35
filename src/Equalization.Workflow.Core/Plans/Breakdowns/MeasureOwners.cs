using Equalization.Workflow.Core.Tables.RoundTrips;

namespace Equalization.Workflow.Core.Plans.Breakdowns;

/// <summary>Finds whose a new deadline or target is: by the number (序号) that the file's own sheet of measures gives it, since the draft's may have moved on.</summary>
internal sealed class MeasureOwners(List<Measure> measures)
{
    private readonly Dictionary<string, List<Measure?>> byNumber = [];

    public void Add(ReturnedRow row, Measure? measure)
    {
        var number = row.Line.Text(BreakdownTables.Position);
        if (number.Length > 0)
        {
            (byNumber.TryGetValue(number, out var same) ? same : byNumber[number] = []).Add(measure);
        }
    }

    /// <summary>Null where it cannot be told; that is noted.</summary>
    public Measure? Of(ReturnedRow row)
    {
        if (!row.IsNew)
        {
            return null;
        }

        var number = row.Line.Text(BreakdownTables.Position);
        var found = byNumber.Count > 0 ? byNumber.GetValueOrDefault(number) ?? [] : [.. measures.Where(m => $"{m.Position}" == number)];
        var measure = found is [{ } only] ? only : null;
        var title = RoundColumn.Words(row.Line.Text(BreakdownTables.Title));
        if (found.Count == 1 && measure is null)
        {
            row.Line.Refuse(BreakdownTables.Position, new RuleBroken("owner-wrong", "序号为 {0} 的措施那一行有错。请先改正那一行。", number));
        }
        else if (measure is null)
        {
            row.Line.Refuse(BreakdownTables.Position, new RuleBroken("owner-unknown", "请填写所属措施的序号，须与措施表中的序号一致，并且只有一行是这个序号。"));
        }
        else if (title.Length > 0 && title != RoundColumn.Words(measure.Title))
        {
            row.Line.Refuse(BreakdownTables.Title, new RuleBroken("owner-differs", "序号 {0} 的措施是“{1}”，与这一格不同。请改正序号，或清空这一格。", number, measure.Title));
        }

        return measure;
    }
}
