using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Arrangements;

/// <summary>
/// The schedule of accreditation in sentences: 到2022年底,盐池县完成县级自评、市级复核、区级评估任务;…,盐池县通过国家审核认定。
/// A date holds for every clause up to the next date or the end of the sentence. Under a heading such as 三、认定规划 also
/// lines of years: 2023年:盐池县.
/// </summary>
internal static class Accreditations
{
    private const string Accredited = "认定";
    private static readonly string[] Headings = ["认定规划", "认定计划", "认定安排", "认定时间", "认定时间表", "认定进度", "认定进度安排"];
    private static readonly string[] Verbs = ["完成", "通过", "接受", "迎接"];
    private static readonly string[] StageEnds = ["自评", "自查", "复核", "评估", "认定", "验收", "审核", "复查", "申报", "督导"];
    private static readonly string[] Adverbs = ["全部", "率先", "顺利", "力争", "争取", "均", "都"];
    private static readonly string[] Tails = ["任务", "工作", "目标", "程序"];

    public static DraftAccreditation? In(SourceView view, PlanYears years)
    {
        var stages = new OrderedDictionary<string, int>();
        var counties = new OrderedDictionary<string, Dictionary<string, DateOnly>>();
        var written = new OrderedDictionary<string, int>();
        var spans = new List<SourceSpan>();
        TimePhrase? date = null;
        var planned = false;
        foreach (var clause in Clauses.Of(view, 0, view.Length))
        {
            date = TimePhrases.Scan(view, clause.Start, clause.End, years).LastOrDefault(time => time is { Kind: DeadlineKind.By, Day: not null, IsBaseline: false }) ?? date;
            planned = IsHeading(view, clause) ? Headings.Any(word => view.StartsWith(clause.End - word.Length, word)) : planned;
            if (date is { Day: { } day } && (Entry(view, clause, date) ?? (planned ? YearLine(view, clause, date) : null)) is { } entry)
            {
                entry.Stages.ForEach(stage => stages.TryAdd(stage, stages.Count));
                foreach (var county in entry.Counties)
                {
                    counties.TryAdd(county, []);
                    entry.Stages.ForEach(stage => counties[county].TryAdd(stage, day));
                }

                written.TryAdd(view.Text(date.Start, date.End), written.Count);
                var start = date.Start < clause.Start && clause.Start - date.End <= 2 ? date.Start : clause.Start;
                spans.Add(view.Span(start, clause.End));
            }

            date = view[clause.End] is '。' or '\n' ? null : date;
        }

        return counties.Sum(county => county.Value.Count) < 2
            ? null
            : new DraftAccreditation([.. stages.Keys], [.. counties.Select(county => new DraftCounty(county.Key, county.Value))], [.. written.Keys], spans);
    }

    private static (List<string> Counties, List<string> Stages)? Entry(SourceView view, Clause clause, TimePhrase date)
    {
        var start = date.End > clause.Start && date.End < clause.End ? date.End : clause.Start;
        var verb = FirstVerb(view, start, clause.End);
        if (verb <= start || verb - start > 120)
        {
            return null;
        }

        var counties = UnitList.Read(view, start, BeforeAdverb(view, start, verb));
        var stages = Stages(view, verb + 2, clause.End);
        return counties.IsPure && stages.Count > 0 && counties.Units.All(unit => IsCounty(unit.Name))
            ? ([.. counties.Units.Select(unit => unit.Name)], stages)
            : null;
    }

    /// <summary>三、认定规划 in a line of its own, and every other heading of its kind that ends what it began.</summary>
    private static bool IsHeading(SourceView view, Clause clause) =>
        Numerals.IsNumeral(view[clause.Start]) && (view[clause.Start + 1] is '、' || view[clause.Start + 2] is '、') && (clause.Start == 0 || view[clause.Start - 1] == '\n');

    /// <summary>2024年:南丰县、广昌县.</summary>
    private static (List<string> Counties, List<string> Stages)? YearLine(SourceView view, Clause clause, TimePhrase date)
    {
        var follows = view.Trim(date.End, clause.Start) is var (from, to) && to - from == 1 && view[from] == ':';
        var counties = UnitList.Read(view, clause.Start, clause.End);
        return follows && counties.IsPure && counties.Units.All(unit => IsCounty(unit.Name)) ? ([.. counties.Units.Select(unit => unit.Name)], [Accredited]) : null;
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
        verb - (Adverbs.FirstOrDefault(word => verb - word.Length > start && view.StartsWith(verb - word.Length, word))?.Length ?? 0);

    /// <summary>县级自评、市级复核、区级评估任务: the names of stages, or none if anything else stands there.</summary>
    private static List<string> Stages(SourceView view, int start, int end)
    {
        var stages = new List<string>();
        foreach (var part in view.Name(start, end).Split(['、', '和', '及'], StringSplitOptions.RemoveEmptyEntries))
        {
            var stage = Tails.FirstOrDefault(tail => part.EndsWith(tail, StringComparison.Ordinal)) is { } tail ? part[..^tail.Length] : part;
            if (stage.Length is < 3 or > 12 || !StageEnds.Any(ending => stage.EndsWith(ending, StringComparison.Ordinal)))
            {
                return [];
            }

            stages.Add(stage);
        }

        return stages;
    }
}
