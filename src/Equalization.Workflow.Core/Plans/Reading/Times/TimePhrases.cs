using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Times;

/// <summary>Finds the phrases that name a time: 到2022年底, 从2019年开始每年, 12月底前, 年内, “十四五”期间.</summary>
internal static class TimePhrases
{
    internal const string YearInferred = "原文未写年份，按文件的年度补上。";

    private static readonly (string Word, string Period)[] RecurringWords =
    [
        ("每年", "year"), ("逐年", "year"), ("每学年", "year"), ("每学期", "term"), ("每半年", "half-year"), ("每季度", "quarter"), ("每季", "quarter"),
        ("每月", "month"),
    ];

    private static readonly string[] OngoingWords =
        ["长期坚持", "长期推进", "常态化推进", "持续推进", "持续开展", "持续实施", "持续坚持", "坚持推进", "长期", "常年", "常态化"];

    /// <summary>Due at once; no day can be told from the text.</summary>
    private static readonly string[] AtOnceWords = ["立行立改", "即知即改", "立即整改", "立即落实", "即行即改", "边查边改"];

    /// <summary>Terms that count from the plan's year, with the last month of each.</summary>
    private static readonly (string Word, int Month)[] InYearWords =
        [("年内", 12), ("年底前", 12), ("年底之前", 12), ("年底以前", 12), ("年末前", 12), ("年末之前", 12), ("年底完成", 12), ("上半年完成", 6), ("下半年完成", 12)];

    /// <summary>The same, said by a cell that holds nothing else.</summary>
    private static readonly (string Word, int Month)[] CellWords =
    [
        ("年底", 12), ("年末", 12), ("全年", 12), ("本年度", 12), ("上半年", 6), ("下半年", 12), ("第一季度", 3), ("第二季度", 6), ("第三季度", 9), ("第四季度", 12), ("一季度", 3),
        ("二季度", 6), ("三季度", 9), ("四季度", 12),
    ];

    private static readonly string[] Milestones = ["动工", "开工", "投入使用", "交付使用", "竣工", "完工", "建成", "启用", "验收", "到岗", "上岗", "开学", "投用", "上线", "挂牌"];
    private static readonly string[] Tails = ["完成", "前完成", "完成任务", "落实到位", "取得成效", "见成效", "实现", "推进", "持续推进", "并长期坚持", "启动", "实施"];
    private static readonly (string Word, int LastYear)[] FiveYearPlans = [("十二五", 2015), ("十三五", 2020), ("十四五", 2025), ("十五五", 2030), ("十六五", 2035)];

    /// <summary>The year of the first 2012年起 of the text; null where there is none.</summary>
    public static int? FirstStart(SourceView view)
    {
        var first = Scan(view, 0, view.Length, default)
            .FirstOrDefault(time => time.Kind == DeadlineKind.Start || (time.StartOn is not null && view.Folded.IndexOf('起', time.Start, time.End - time.Start) >= 0));
        return first?.StartOn?.Year ?? first?.Day?.Year;
    }

    /// <summary>The last year of the five-year plan that a title names; null when it names none.</summary>
    public static int? FiveYears(string title) =>
        FiveYearPlans.FirstOrDefault(plan => title.Contains(plan.Word, StringComparison.Ordinal)) is { LastYear: > 0 } named ? named.LastYear : null;

    /// <summary>All phrases of the range, in order. Names in 《》 and document numbers in 〔〕 are passed over.</summary>
    public static List<TimePhrase> Scan(SourceView view, int start, int end, PlanYears years)
    {
        var found = new List<TimePhrase>();
        for (var i = start; i < end;)
        {
            if (view[i] is '《' or '〔' && view.Brackets.CloseOf(i) is > 0 and var close && close < end)
            {
                i = close + 1;
                continue;
            }

            var phrase = At(view, i, start, end, years);
            if (phrase is not null && phrase.End <= end)
            {
                found.Add(phrase);
            }

            i = Math.Max(i + 1, phrase?.End ?? i + 1);
            while (phrase is null && i < end && Signs.IsDigit(view[i - 1]) && Signs.IsDigit(view[i]))
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>The whole range is a time and nothing else, as in a table cell or the last part of a bracket.</summary>
    public static bool IsDeadlinePhrase(SourceView view, int start, int end) => InCell(view, start, end, default) is not null;

    /// <summary>The time that a cell or a part of a bracket says; there 长期坚持 and 持续推进 are times too.</summary>
    public static TimePhrase? InCell(SourceView view, int start, int end, PlanYears years)
    {
        (start, end) = view.Trim(start, end);
        if (start >= end || end - start > 40)
        {
            return null;
        }

        foreach (var word in OngoingWords)
        {
            if (view.StartsWith(start, word) && end - start == word.Length)
            {
                return new TimePhrase(start, end, DeadlineKind.Ongoing, null, null, null);
            }
        }

        if (AtOnceWords.FirstOrDefault(word => view.StartsWith(start, word)) is { } once)
        {
            var held = view.Folded.AsSpan(start, end - start).Contains("长期", StringComparison.Ordinal) || view.Folded.AsSpan(start, end - start).Contains("持续", StringComparison.Ordinal);
            return held || end - start == once.Length ? new TimePhrase(start, end, held ? DeadlineKind.Ongoing : DeadlineKind.By, null, null, null) : null;
        }

        if (view.Folded.AsSpan(start, end - start) is "时间待定" or "待定")
        {
            return new TimePhrase(start, end, DeadlineKind.By, null, null, null);
        }

        foreach (var (word, month) in CellWords)
        {
            if (view.StartsWith(start, word) && (end - start == word.Length || IsCellTail(view.Folded.AsSpan(start + word.Length, end - start - word.Length))))
            {
                return new TimePhrase(start, end, DeadlineKind.By, LastDay(years.Only, month), null, years.Only) { Inferred = YearInferred };
            }
        }

        if (MonthCells.At(view, start, end, years) is { } months)
        {
            return months;
        }

        var first = Scan(view, start, end, years).FirstOrDefault();
        if (first is null || first.Start != start)
        {
            return null;
        }

        var rest = view.Folded.AsSpan(first.End, end - first.End).Trim();
        var ongoing = rest.Contains("持续", StringComparison.Ordinal) || rest.Contains("长期", StringComparison.Ordinal);
        if (rest.Length > 0 && !ongoing && !IsTail(rest))
        {
            return null;
        }

        return first with { End = end, Kind = ongoing ? DeadlineKind.Ongoing : first.Kind };
    }

    /// <summary>一季度末, 上半年完成.</summary>
    private static bool IsCellTail(ReadOnlySpan<char> rest) => rest.TrimStart("末底前内") is { Length: 0 } || IsTail(rest.TrimStart("末底前内"));

    private static bool IsTail(ReadOnlySpan<char> rest)
    {
        foreach (var tail in Tails)
        {
            if (rest.SequenceEqual(tail))
            {
                return true;
            }
        }

        return false;
    }

    private static TimePhrase? At(SourceView view, int i, int start, int end, PlanYears years)
    {
        var c = view[i];
        if (Signs.IsDigit(c))
        {
            return Signs.IsDigit(view[i - 1]) && i > start ? null : AtNumber(view, i, start, end, years);
        }

        if (c is '每' or '逐')
        {
            foreach (var (word, period) in RecurringWords)
            {
                if (view.StartsWith(i, word))
                {
                    return new TimePhrase(i, AfterTerm(view, i + word.Length), DeadlineKind.Recurring, null, null, null) { Period = period };
                }
            }

            return YearRounds.Each(view, i);
        }

        if (c is '今' or '本' or '明' or '后' && RelativeYears.At(view, i, start, end, years) is { } relative)
        {
            return relative;
        }

        if (c is '年' or '上' or '下' && InTheYear(view, i, start, years) is { } inYear)
        {
            return inYear;
        }

        return Numerals.IsNumeral(c) ? YearlyRule(view, i, start, end) ?? YearRounds.At(view, i) ?? FiveYearPlan(view, i, start) ?? YearsInWords(view, i, start, years) : null;
    }

    /// <summary>年内, 年底前, 上半年: the year is the plan's.</summary>
    private static TimePhrase? InTheYear(SourceView view, int i, int start, PlanYears years)
    {
        // 2020年底, 两年内, 学年内 and 去年底 have a year or a word of their own before them.
        var before = i > start ? view[i - 1] : '\0';
        var thisYear = before == '年' && view[i - 2] is '今' or '本' or '当';
        if (Signs.IsDigit(before) || Numerals.IsNumeral(before) || (before is '年' or '学' or '去' or '前' or '每' or '明' or '半' or '多' or '近' or ' ' && !thisYear))
        {
            return null;
        }

        if (before == '到' && view.StartsWith(i, "年底"))
        {
            return new TimePhrase(i - 1, i + 2, DeadlineKind.By, LastDay(years.Only, 12), null, years.Only) { Inferred = YearInferred };
        }

        foreach (var (word, month) in InYearWords)
        {
            if (view.StartsWith(i, word))
            {
                return new TimePhrase(i, i + word.Length, DeadlineKind.By, LastDay(years.Only, month), null, years.Only) { Inferred = YearInferred };
            }
        }

        return null;
    }

    /// <summary>五年内, as 5年内.</summary>
    private static TimePhrase? YearsInWords(SourceView view, int i, int start, PlanYears years)
    {
        var end = i;
        while (end - i < 3 && Numerals.IsNumeral(view[end]))
        {
            end++;
        }

        var count = Numerals.Value(view.Folded, i, end);
        return count is >= 1 and <= 20 && view.StartsWith(end, "年内") && !(i > start && Numerals.IsNumeral(view[i - 1])) ? YearsFromTheStart(i, end + 2, count, years) : null;
    }

    private static TimePhrase YearsFromTheStart(int start, int end, int count, PlanYears years)
    {
        var last = (years.From ?? years.Begins) is { } first ? first + count - 1 : (int?)null;
        return new TimePhrase(start, end, DeadlineKind.By, LastDay(last, 12), null, last) { Inferred = "起始年取自文件的年度。" };
    }

    /// <summary>一年一核编: what is done once a year, up to the next sign.</summary>
    private static TimePhrase? YearlyRule(SourceView view, int i, int start, int end)
    {
        if (!view.StartsWith(i, "一年一") || view[i + 3] is '度' or '次' && i > start && view[i - 1] == '第')
        {
            return null;
        }

        var stop = i + 3;
        while (stop < end && stop - i < 8 && Signs.IsChinese(view[stop]))
        {
            stop++;
        }

        return new TimePhrase(i, stop, DeadlineKind.Recurring, null, null, null) { Period = "year" };
    }

    private static TimePhrase? FiveYearPlan(SourceView view, int i, int start)
    {
        foreach (var (word, last) in FiveYearPlans)
        {
            if (!view.StartsWith(i, word))
            {
                continue;
            }

            var from = i > start && view[i - 1] == '“' ? i - 1 : i;
            var after = i + word.Length;
            after += from < i && view[after] == '”' ? 1 : 0;
            var ending = view.StartsWith(after, "期间") || view.StartsWith(after, "时期") ? 2 : view.StartsWith(after, "末") ? 1 : view.StartsWith(after, "期末") ? 2 : 0;
            return ending == 0
                ? null
                : new TimePhrase(from, after + ending, DeadlineKind.By, new DateOnly(last, 12, 31), new DateOnly(last - 4, 1, 1), last)
                {
                    Inferred = "五年规划期的最后一年。",
                };
        }

        return null;
    }

    private static TimePhrase? AtNumber(SourceView view, int i, int start, int end, PlanYears years)
    {
        var number = Numerals.DigitsAt(view, i, out var after);
        var spaced = SkipSpaces(view, after);
        if (after - i == 4 && number is >= 1980 and <= 2099)
        {
            if (view[spaced] == '年')
            {
                return YearPhrases.At(view, i, spaced + 1, number, start, end);
            }

            return YearLists.At(view, i, after, number, start, end) ?? YearPhrases.Range(view, i, after, number);
        }

        if (after - i <= 2 && number is >= 1 and <= 12 && view[spaced] == '月')
        {
            return MonthAlone(view, i, spaced + 1, number, end, years);
        }

        if (after - i <= 2 && number is >= 1 and <= 20 && view.StartsWith(spaced, "年内"))
        {
            return YearsFromTheStart(i, spaced + 2, number, years);
        }

        return YearRounds.At(view, i);
    }

    /// <summary>A month counts as a time only with a word that makes it a term: 12月底前, 9月投入使用.</summary>
    private static TimePhrase? MonthAlone(SourceView view, int i, int after, int month, int end, PlanYears years)
    {
        var (stop, day, isTerm) = YearPhrases.MonthTail(view, after);
        var milestone = MilestoneAt(view, stop, end);
        // 6月底完成 says it of the measure; 6月底完成招标 goes on.
        var done = milestone is null && view.StartsWith(stop, "完成") && (stop + 2 >= end || !Signs.IsChinese(view[stop + 2])) ? 2 : 0;
        if (!isTerm && milestone is null && done == 0)
        {
            return null;
        }

        var on = years.Only is { } year ? YearPhrases.DayOf(year, month, day) : null;
        return new TimePhrase(i, stop + done + (milestone?.Length ?? 0), DeadlineKind.By, on, null, years.Only)
        {
            Milestone = milestone,
            Inferred = YearInferred,
        };
    }

    /// <summary>每年6月底前, 每季度末月20日前: the term within the period belongs to it.</summary>
    private static int AfterTerm(SourceView view, int after)
    {
        var from = view.StartsWith(after, "末月") ? after + 2 : view.StartsWith(after, "末") ? after + 1 : after;
        var number = Numerals.DigitsAt(view, from, out var digits);
        if (number is >= 1 and <= 12 && view[digits] == '月')
        {
            return YearPhrases.MonthTail(view, digits + 1).Stop;
        }

        return number is >= 1 and <= 31 && view[digits] == '日' ? digits + (view.StartsWith(digits + 1, "前") ? 2 : 1) : after;
    }

    internal static string? MilestoneAt(SourceView view, int index, int end) =>
        Milestones.FirstOrDefault(word => index + word.Length <= end && view.StartsWith(index, word));

    internal static int SkipSpaces(SourceView view, int index)
    {
        while (view[index] == ' ')
        {
            index++;
        }

        return index;
    }

    internal static DateOnly? LastDay(int? year, int month) =>
        year is { } y and >= 1 and <= 9999 ? new DateOnly(y, month, DateTime.DaysInMonth(y, month)) : null;
}
