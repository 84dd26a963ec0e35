using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>
/// Reads the targets of a range, clause by clause. A year holds to the end of its sentence; a number with a unit and a
/// word of comparison is a target, and so are words that leave no remainder (全面消除, 全部, 只增不减).
/// </summary>
internal sealed class Targets
{
    private readonly SourceView _view;
    private readonly List<DraftTarget> _found = [];
    private readonly IReadOnlyList<TimePhrase> _times;
    private readonly HashSet<int> _datedSentences = [];

    private readonly bool _inCells;

    private Targets(SourceView view, IReadOnlyList<TimePhrase> times, bool inCells)
    {
        _view = view;
        _times = times;
        _inCells = inCells;
    }

    /// <param name="ranges">The text of one measure, without its unit statements.</param>
    /// <param name="times">All time phrases of the ranges, in order.</param>
    /// <param name="inCells">The ranges are cells of a table.</param>
    public static IReadOnlyList<DraftTarget> Read(
        SourceView view, IReadOnlyList<(int Start, int End)> ranges, IReadOnlyList<TimePhrase> times, bool inCells = false)
    {
        var reader = new Targets(view, times, inCells);
        foreach (var (start, end) in ranges)
        {
            reader.ReadRange(start, end);
        }

        return reader.WithTheOnlyYear();
    }

    private void ReadRange(int start, int end)
    {
        var sentence = -1;
        int? year = null;
        IReadOnlyList<TimePhrase> row = [];
        var hoped = false;
        var time = 0;
        foreach (var clause in Clauses.Of(_view, start, end))
        {
            (year, row) = clause.Sentence == sentence ? (year, row) : (null, []);
            hoped &= clause.Sentence == sentence;
            sentence = clause.Sentence;
            while (time < _times.Count && _times[time].End <= clause.Start)
            {
                time++;
            }

            var own = new List<TimePhrase>();
            for (var t = time; t < _times.Count && _times[t].Start < clause.End; t++)
            {
                own.Add(_times[t]);
            }

            ReadClause(clause, own, (year, row), hoped);
            if (own.LastOrDefault(phrase => phrase.Year is not null && !phrase.IsBaseline) is { } last)
            {
                (year, row) = (last.Year, PairedYears.RowOf(_view, own));
            }

            hoped = own.Count == 1 && own[0].Start == clause.Start && own[0].End == clause.End && TargetWords.Has(_view, clause.Start, clause.End, TargetWords.Hopes);
        }
    }

    /// <param name="said">What the sentence named before this clause: a year, and the row of years that it ended.</param>
    private void ReadClause(Clause clause, List<TimePhrase> times, (int? Year, IReadOnlyList<TimePhrase> Row) said, bool hoped)
    {
        var before = _found.Count;
        var quantities = Quantities.In(_view, clause, times);
        var year = times.LastOrDefault(phrase => phrase.Year is not null && !phrase.IsBaseline)?.Year ?? said.Year;
        var frame = new TargetFrame(_view, clause, times, year) { Hoped = hoped, IsCell = _inCells };
        var (done, reach) = (clause.Start, clause.Start);
        Quantity? last = null;
        foreach (var (index, quantity) in quantities.Index())
        {
            // 生均公用经费小学720元、初中940元: one word of comparison for both.
            reach = last is not null && last.Unit == quantity.Unit && _view[last.End] is '、' or '和' or '及' ? reach : done;
            last = quantity;
            var own = GoverningTimes.Of(frame, quantities, quantity, said.Year);
            var paired = PairedYears.Of(own, said.Row, quantities, index, done);
            var read = QuantityTargets.Read(paired is null ? own : own.OfYears(), quantity, done, reach).ToList();
            _found.AddRange(paired?.Date(read) ?? read);
            // Both numbers of 由85%提高到95% bear one name.
            done = Moves.IsDeparture(frame, quantity) || SizedBodies.Name(_view, quantity) ? done : quantity.End;
        }

        if (_found.Count == before)
        {
            _found.AddRange(WordTargets.Read(frame));
        }

        if (_found.Skip(before).Any(target => target.Value is not null))
        {
            _datedSentences.UnionWith(times.Where(phrase => phrase.Kind == DeadlineKind.By).Select(phrase => phrase.Start));
        }
    }

    /// <summary>
    /// Where the range has a single due year and that year's own clause has no number, the numbers that stand elsewhere
    /// in the range are what is due in it.
    /// </summary>
    private List<DraftTarget> WithTheOnlyYear()
    {
        var due = _times.Where(phrase => phrase.Kind == DeadlineKind.By && !phrase.IsBaseline && phrase.Year is not null).ToList();
        if (due.Count != 1 || _datedSentences.Contains(due[0].Start))
        {
            return _found;
        }

        return [.. _found.Select(target => target is { Year: null, Value: not null, RecursYearly: false, IsBaseline: false }
            ? target with { Year = due[0].Year }
            : target)];
    }
}
