using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Arrangements;

/// <summary>
/// The schedule of accreditation in sentences: 到2022年底,盐池县完成县级自评、市级复核、区级评估任务;…,盐池县通过国家审核认定。
/// A date holds for every clause up to the next date or the end of the sentence. Under a heading such as 三、认定规划 also
/// lines of years: 2023年:盐池县. The counties may stand before the date, once for several: 甲县2023年通过省级评估,2024年通过国家认定.
/// </summary>
internal static class Accreditations
{
    private const string Accredited = "认定";
    private static readonly string[] Headings = ["认定规划", "认定计划", "认定安排", "认定时间", "认定时间表", "认定进度", "认定进度安排"];
    private static readonly string[] Verbs = ["完成", "通过", "接受", "迎接"];
    private static readonly string[] Adverbs = ["全部", "率先", "顺利", "力争", "争取", "计划", "均", "都", "于", "在", "将", "拟"];
    private static readonly string[] Tails = ["任务", "工作", "目标", "程序"];

    public static DraftAccreditation? In(SourceView view, PlanYears years)
    {
        var stages = new OrderedDictionary<string, int>();
        var counties = new OrderedDictionary<string, Dictionary<string, DateOnly>>();
        var written = new OrderedDictionary<string, int>();
        var doubts = new OrderedDictionary<string, int>();
        var spans = new List<SourceSpan>();
        foreach (var (names, passed, date, place) in Sentences(view, years).Concat(AccreditationTables.In(view, years)).OrderBy(entry => entry.Place.Start))
        {
            foreach (var stage in passed)
            {
                stages.TryAdd(stage, stages.Count);
            }

            foreach (var county in names)
            {
                counties.TryAdd(county, []);
                foreach (var stage in passed)
                {
                    counties[county].TryAdd(stage, date.Day!.Value);
                }
            }

            var text = view.Text(date.Start, date.End);
            written.TryAdd(text, written.Count);
            if (date.Doubt is { } doubt)
            {
                doubts.TryAdd($"创建时序中的“{text}”{doubt}", doubts.Count);
            }

            spans.Add(view.Span(place.Start, place.End));
        }

        return counties.Sum(county => county.Value.Count) < 2
            ? null
            : new DraftAccreditation([.. stages.Keys], [.. counties.Select(county => new DraftCounty(county.Key, county.Value))], [.. written.Keys], [.. spans.Distinct()])
            {
                Doubts = [.. doubts.Keys],
            };
    }

    private static IEnumerable<AccreditationEntry> Sentences(SourceView view, PlanYears years)
    {
        TimePhrase? date = null;
        IReadOnlyList<string>? ahead = null;
        var (planned, sentence) = (false, -1);
        foreach (var (clause, own) in Clauses.Of(view, 0, view.Length).SelectMany(clause => Parts(view, clause, years)))
        {
            date = own ?? date;
            ahead = clause.Sentence == sentence ? ahead : null;
            sentence = clause.Sentence;
            planned = IsHeading(view, clause) ? Headings.Any(word => view.StartsWith(clause.End - word.Length, word)) : planned;
            if (date is not null && (Entry(view, clause, date, ahead) ?? (planned ? YearLine(view, clause, date) : null)) is { } entry)
            {
                var start = date.Start < clause.Start && clause.Start - date.End <= 2 ? date.Start : clause.Start;
                ahead = own is not null && own.Start > clause.Start ? entry.Counties : ahead;
                yield return new AccreditationEntry(entry.Counties, entry.Stages, date, new TextLine(start, clause.End));
            }

            date = view[clause.End] is '。' or '\n' ? null : date;
        }
    }

    /// <summary>The clause cut before each date but the first: …通过省级评估、|2024年通过国家认定.</summary>
    private static IEnumerable<(Clause Part, TimePhrase? Date)> Parts(SourceView view, Clause clause, PlanYears years)
    {
        var dates = TimePhrases.Scan(view, clause.Start, clause.End, years).FindAll(time => time is { Kind: DeadlineKind.By, Day: not null, IsBaseline: false });
        var from = clause.Start;
        for (var i = 0; i < Math.Max(1, dates.Count); i++)
        {
            var until = i + 1 < dates.Count ? dates[i + 1].Start : clause.End;
            var end = until;
            while (end > from && end < clause.End && view[end - 1] is '、' or '和' or '及')
            {
                end--;
            }

            yield return (clause with { Start = from, End = end }, i < dates.Count ? dates[i] : null);
            from = until;
        }
    }

    /// <param name="ahead">The counties that the sentence named before an earlier date.</param>
    private static (IReadOnlyList<string> Counties, List<string> Stages)? Entry(SourceView view, Clause clause, TimePhrase date, IReadOnlyList<string>? ahead)
    {
        var inside = date.Start >= clause.Start && date.End < clause.End;
        var start = inside ? date.End : clause.Start;
        var verb = FirstVerb(view, start, clause.End);
        if (verb < start || verb - start > 120)
        {
            return null;
        }

        var before = BeforeAdverb(view, start, verb);
        var counties = before > start ? CountiesIn(view, start, before)
            : !inside ? null
            : date.Start > clause.Start ? CountiesIn(view, clause.Start, BeforeAdverb(view, clause.Start, date.Start))
            : ahead;
        var stages = Stages(view, verb + 2, clause.End);
        return counties is not null && stages.Count > 0 ? (counties, stages) : null;
    }

    /// <summary>The counties that the range lists; null where it says anything else.</summary>
    public static IReadOnlyList<string>? CountiesIn(SourceView view, int start, int end) =>
        UnitList.Read(view, start, end) is { IsPure: true } list && list.Units.All(unit => IsCounty(unit.Name)) ? [.. list.Units.Select(unit => unit.Name)] : null;

    /// <summary>三、认定规划 in a line of its own, and every other heading of its kind that ends what it began.</summary>
    private static bool IsHeading(SourceView view, Clause clause) =>
        Numerals.IsNumeral(view[clause.Start]) && (view[clause.Start + 1] is '、' || view[clause.Start + 2] is '、') && (clause.Start == 0 || view[clause.Start - 1] == '\n');

    /// <summary>2024年:南丰县、广昌县.</summary>
    private static (IReadOnlyList<string> Counties, List<string> Stages)? YearLine(SourceView view, Clause clause, TimePhrase date)
    {
        var follows = view.Trim(date.End, clause.Start) is var (from, to) && to - from == 1 && view[from] == ':';
        return follows && CountiesIn(view, clause.Start, clause.End) is { } counties ? (counties, [Accredited]) : null;
    }

    private static int FirstVerb(SourceView view, int start, int end)
    {
        for (var i = start; i + 2 <= end; i++)
        {
            if (Verbs.Any(verb => view.StartsWith(i, verb)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>盐池县, and 其余县(市、区) for those that no other line names.</summary>
    private static bool IsCounty(string name) =>
        (UnitNames.NamesCounty(name) && !UnitNames.IsCollective(name)) || ((name.StartsWith("其余", StringComparison.Ordinal) || name.StartsWith("其他", StringComparison.Ordinal)) && UnitNames.EndsLikeUnit(name));

    /// <summary>率先通过, 全部通过: the adverb is no part of the list of counties.</summary>
    private static int BeforeAdverb(SourceView view, int start, int verb) =>
        verb - (Adverbs.FirstOrDefault(word => verb - word.Length >= start && view.StartsWith(verb - word.Length, word))?.Length ?? 0);

    /// <summary>县级自评、市级复核、区级评估任务: the names of stages, or none if anything else stands there.</summary>
    private static List<string> Stages(SourceView view, int start, int end)
    {
        var stages = new List<string>();
        foreach (var part in view.Name(start, end).Split(['、', '和', '及'], StringSplitOptions.RemoveEmptyEntries))
        {
            var stage = Tails.FirstOrDefault(tail => part.EndsWith(tail, StringComparison.Ordinal)) is { } tail ? part[..^tail.Length] : part;
            if (!AccreditationStages.Is(stage))
            {
                return [];
            }

            stages.Add(stage);
        }

        return stages;
    }
}
