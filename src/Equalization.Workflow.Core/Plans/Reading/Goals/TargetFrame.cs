using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>A clause with what is known about it before its numbers are read.</summary>
internal sealed class TargetFrame(SourceView view, Clause clause, IReadOnlyList<TimePhrase> times, int? sentenceYear)
{
    private static readonly string[] YearlyPlans = ["年度预算", "年度公用经费", "年度招聘", "年度经费", "年度计划"];

    private static readonly string[] PerUnits =
        ["区县(市)", "县(市、区)", "县(区、市)", "县(市)", "县(区)", "区县", "县区", "乡镇", "街道", "学校", "教学点", "班级", "县", "区", "市", "镇", "校", "所学校", "班", "生"];

    public SourceView View => view;

    public Clause Clause => clause;

    public IReadOnlyList<TimePhrase> Times => times;

    /// <summary>The times that the number at hand is for; all of the clause where it does not tell them apart.</summary>
    public IReadOnlyList<TimePhrase> Governing { get => field ?? times; private init; }

    /// <summary>The numbers of a row are told apart by years, not by what they count.</summary>
    public bool ByYears { get; init; }

    public TimePhrase? Recurring => Governing.FirstOrDefault(phrase => phrase.Kind == DeadlineKind.Recurring);

    public TimePhrase? OwnYear => Governing.LastOrDefault(phrase => phrase is { Year: not null, IsBaseline: false });

    /// <summary>A share of a yearly budget (年度公用经费预算总额的5%) is due in each year.</summary>
    public bool Recurs => Recurring is not null || (sentenceYear is null && Has(YearlyPlans));

    /// <summary>力争2021年年底前, before the clause: what is hoped for is what the clause says.</summary>
    public bool Hoped { get; init; }

    /// <summary>The clause is a table's cell, which says in its own words what the number counts.</summary>
    public bool IsCell { get; init; }

    public int? Year => Recurring is { } recurring ? recurring.Year ?? OwnYear?.Year : sentenceYear;

    public TargetFrame For(IReadOnlyList<TimePhrase> governing, int? year) => new(view, clause, times, year) { Hoped = Hoped, IsCell = IsCell, Governing = governing };

    public TargetFrame OfYears() => new(view, clause, times, sentenceYear) { Hoped = Hoped, IsCell = IsCell, Governing = Governing, ByYears = true };

    public bool Has(params ReadOnlySpan<string> words) => TargetWords.Has(view, clause.Start, clause.End, words);

    public DraftTarget Target(ReadingRule rule, string metric, Comparator? comparator, decimal? value, decimal? upper, string? unit, string? basis)
    {
        var start = clause.Start + (view[clause.Start] is '并' or '且' ? 1 : 0);
        return new DraftTarget(
            Year, view.Text(start, clause.End), metric, comparator, value, upper, unit, basis, Hoped || Has(TargetWords.Hopes), Recurs, PerUnit(), view.Span(start, clause.End))
        {
            Rule = rule,
        };
    }

    /// <summary>The clause without its times and opening words, as a name for what is measured.</summary>
    public string Metric(int from, int to)
    {
        foreach (var time in times)
        {
            if (time.Start <= from && time.End > from)
            {
                from = time.End;
            }
        }

        var text = view.Text(from, Math.Min(to, from + 60));
        foreach (var time in times.Where(time => time.Start > from && time.End <= to))
        {
            text = text.Replace(view.Text(time.Start, time.End), "", StringComparison.Ordinal);
        }

        for (var trimmed = true; trimmed;)
        {
            trimmed = false;
            foreach (var word in (string[])["并", "且", "确保", "保障", "争取", "力争", "努力", "逐步", "实现", "做到", "落实", "按照", "按", ":", "、"])
            {
                if (text.StartsWith(word, StringComparison.Ordinal))
                {
                    text = text[word.Length..];
                    trimmed = true;
                }
            }
        }

        return text.Trim();
    }

    private string? PerUnit()
    {
        for (var i = clause.Start; i + 1 < clause.End; i++)
        {
            if (view[i] == '每' && view[i + 1] is not ('年' or '月' or '天' or '季'))
            {
                var noun = i + (view[i + 1] is '个' or '所' ? 2 : view.StartsWith(i + 1, "一所") || view.StartsWith(i + 1, "一个") ? 3 : 1);
                return PerUnits.FirstOrDefault(word => view.StartsWith(noun, word));
            }
        }

        return null;
    }
}
