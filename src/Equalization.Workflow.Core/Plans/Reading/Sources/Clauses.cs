namespace Equalization.Workflow.Core.Plans.Reading.Sources;

/// <summary>A stretch between two commas, and the number of the sentence it belongs to.</summary>
internal readonly record struct Clause(int Start, int End, int Sentence);

/// <summary>Cuts a range into clauses. A comma inside brackets or quotes cuts nothing.</summary>
internal static class Clauses
{
    // Text without any comma must not make every later rule look at all of it.
    private const int Longest = 300;

    public static List<Clause> Of(SourceView view, int start, int end)
    {
        var clauses = new List<Clause>();
        var sentence = 0;
        var from = start;
        for (var i = start; i < end; i++)
        {
            var close = view.Brackets.CloseOf(i);
            if (close > 0 && close < end && close - i <= Longest)
            {
                i = close;
            }

            var ends = Signs.EndsClause(view[i]);
            if (!ends && i + 1 - from < Longest)
            {
                continue;
            }

            Add(view, clauses, from, ends ? i : i + 1, sentence);
            sentence += Signs.EndsSentence(view[i]) ? 1 : 0;
            from = i + 1;
        }

        Add(view, clauses, from, end, sentence);
        return clauses;
    }

    private static void Add(SourceView view, List<Clause> clauses, int from, int to, int sentence)
    {
        (from, to) = view.Trim(from, to);
        if (from < to)
        {
            clauses.Add(new Clause(from, to, sentence));
        }
    }
}
