using Equalization.Workflow.Core.Plans.Reading.Goals;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Measures;

/// <summary>Named working methods of a measure, and who is left out of it.</summary>
internal static class Mechanisms
{
    private static readonly string[] Words =
    [
        "台账", "一校一策", "一县一策", "一校一案", "一事一议", "销账", "销号", "督办", "奖补", "约谈", "问责", "明确年度任务", "清单管理", "挂图作战", "红黄牌", "以奖代补",
    ];

    private static readonly string[] Omissions = ["除外", "根据实际", "不含", "另行", "不受此限", "不包括", "可适当放宽"];

    public static IReadOnlyList<string> In(SourceView view, IReadOnlyList<(int Start, int End)> ranges)
    {
        var found = new List<string>();
        var seen = new HashSet<string>();
        foreach (var clause in ranges.SelectMany(range => Clauses.Of(view, range.Start, range.End)))
        {
            var at = FirstWord(view, clause);
            if (at < 0)
            {
                continue;
            }

            var text = clause.End - clause.Start <= 36 ? view.Text(clause.Start, clause.End) : view.Text(Math.Max(clause.Start, at - 4), Math.Min(clause.End, at + 8));
            if (seen.Add(text))
            {
                found.Add(text);
            }
        }

        return found;
    }

    /// <summary>Brackets in the text that leave somebody out: (特殊教育学校及不足50人的教学点根据实际配备).</summary>
    public static IReadOnlyList<string> ExceptionsIn(SourceView view, IReadOnlyList<(int Start, int End)> ranges)
    {
        var found = new List<string>();
        foreach (var (start, end) in ranges)
        {
            for (var i = start; i < end; i++)
            {
                var close = view[i] == '(' ? view.Brackets.CloseOf(i) : -1;
                if (close > 0 && close <= end && close - i <= 120 && TargetWords.Has(view, i, close, Omissions))
                {
                    found.Add(view.Text(i + 1, close));
                    i = close;
                }
            }
        }

        return found;
    }

    private static int FirstWord(SourceView view, Clause clause)
    {
        foreach (var word in Words)
        {
            var at = view.Folded.IndexOf(word, clause.Start, clause.End - clause.Start, StringComparison.Ordinal);
            if (at >= 0)
            {
                return at;
            }
        }

        return -1;
    }
}
