using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Times;

/// <summary>Phrases around a written year: 到2020年底, 2012年起5年内, 2018年3月至2018年12月, 在2021年…的基础上.</summary>
internal static class YearPhrases
{
    private static readonly string[] Leads = ["力争到", "争取到", "力争", "争取", "截至", "截止", "到"];
    private const string EitherEnd = "可以指这一年开始之前，也可以指这一年年底，已按年底记，请核对。";
    private static readonly string[] Befores = ["之前", "以前", "前"];

    /// <param name="yearStart">Where the digits of the year begin.</param>
    /// <param name="after">The place after 年.</param>
    public static TimePhrase At(SourceView view, int yearStart, int after, int year, int start, int end)
    {
        var from = WithLead(view, yearStart, start);
        if (StartWord(view, after) is > 0 and var startWord)
        {
            return FromYear(view, yearStart, after + startWord, year, start);
        }

        var month = Numerals.DigitsAt(view, TimePhrases.SkipSpaces(view, after), out var monthEnd);
        monthEnd = TimePhrases.SkipSpaces(view, monthEnd);
        if (month is >= 1 and <= 12 && view[monthEnd] == '月')
        {
            return InMonth(view, from, monthEnd + 1, year, month, end);
        }

        if (Term(view, yearStart, after, year, start) is { } term)
        {
            return term;
        }

        var stop = after;
        var last = 12;
        if (view.StartsWith(stop, "上半年"))
        {
            (stop, last) = (stop + 3, 6);
        }
        else if (view.StartsWith(stop, "下半年"))
        {
            stop += 3;
        }
        else if (QuarterAt(view, stop) is > 0 and var quarter)
        {
            (stop, last) = (stop + (view[stop] == '第' ? 4 : 3), quarter * 3);
        }
        else
        {
            stop += view[stop] is '度' or '内' ? 1 : 0;
            stop += view[stop] == '年' && view[stop + 1] is '底' or '末' or '内' ? 2 : view[stop] is '底' or '末' ? 1 : 0;
        }

        var before = Before(view, stop);
        var unclear = before > 0 && stop == after;
        stop += before;
        var baseline = IsBaseline(view, yearStart, stop, start, end);
        return new TimePhrase(from, stop, DeadlineKind.By, TimePhrases.LastDay(year, last), null, year, baseline) { Doubt = unclear ? EitherEnd : null };
    }

    /// <summary>从2021年秋季学期起: school terms begin in March and September.</summary>
    private static TimePhrase? Term(SourceView view, int yearStart, int after, int year, int start)
    {
        var month = view.StartsWith(after, "春季") ? 3 : view.StartsWith(after, "秋季") ? 9 : 0;
        var isTerm = view.StartsWith(after + 2, "学期");
        if (month == 0 || !(isTerm || view.StartsWith(after + 2, "开学") || view.StartsWith(after + 2, "入学")))
        {
            return null;
        }

        var from = yearStart > start && view[yearStart - 1] is '从' or '自' ? yearStart - 1 : yearStart;
        var stop = after + (isTerm ? 4 : 2);
        var first = new DateOnly(year, month, 1);
        if (StartWord(view, stop) is > 0 and var word)
        {
            return new TimePhrase(from, stop + word, DeadlineKind.Start, first, null, year) { Inferred = "学期按 3 月、9 月开学理解。" };
        }

        var before = Before(view, stop) + (view.StartsWith(stop, "开学前") || view.StartsWith(stop, "入学前") ? 3 : view.StartsWith(stop, "开学之前") ? 4 : 0);
        return before > 0
            ? new TimePhrase(from, stop + before, DeadlineKind.By, first.AddDays(-1), null, year) { Inferred = "学期按 3 月、9 月开学理解。" }
            : null;
    }

    /// <summary>2021-2025年, 2018至2022年.</summary>
    public static TimePhrase? Range(SourceView view, int start, int after, int from)
    {
        if (view[after] is not ('-' or '至' or '~'))
        {
            return null;
        }

        while (view[after] is '-' or '至' or '~')
        {
            after++;
        }

        var to = Numerals.DigitsAt(view, after, out var stop);
        return stop - after == 4 && to >= from && to <= 2099 && view[stop] == '年'
            ? new TimePhrase(start, stop + 1, DeadlineKind.By, new DateOnly(to, 12, 31), new DateOnly(from, 1, 1), to)
            : null;
    }

    /// <summary>底, 底前, 20日前 after 月: where it ends, the day (0: the month's last), and whether it makes the month a term.</summary>
    public static (int Stop, int Day, bool IsTerm) MonthTail(SourceView view, int after)
    {
        after += view[after] == '份' ? 1 : 0;
        var day = Numerals.DigitsAt(view, TimePhrases.SkipSpaces(view, after), out var dayEnd);
        dayEnd = TimePhrases.SkipSpaces(view, dayEnd);
        var stop = after;
        var term = false;
        if (day is >= 1 and <= 31 && view[dayEnd] == '日')
        {
            stop = dayEnd + 1;
        }
        else
        {
            day = view.StartsWith(after, "上旬") ? 10 : view.StartsWith(after, "中旬") ? 20 : 0;
            stop += day > 0 || view.StartsWith(after, "下旬") ? 2 : view[after] is '底' or '末' ? 1 : 0;
            term = stop > after;
        }

        var before = Before(view, stop);
        return (stop + before, day, term || before > 0);
    }

    public static DateOnly? DayOf(int year, int month, int day) =>
        new DateOnly(year, month, day == 0 ? DateTime.DaysInMonth(year, month) : Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static TimePhrase InMonth(SourceView view, int from, int after, int year, int month, int end)
    {
        var (stop, day, isTerm) = MonthTail(view, after);
        if (!isTerm && StartWord(view, stop) is > 0 and var starts)
        {
            return new TimePhrase(from > 0 && view[from - 1] is '从' or '自' ? from - 1 : from, stop + starts, DeadlineKind.Start, DayOf(year, month, day == 0 ? 1 : day), null, year);
        }

        var next = stop;
        while (view[next] is '-' or '至' or '到' or ' ' or '~')
        {
            next++;
        }

        var second = next > stop ? Numerals.DigitsAt(view, next, out var secondEnd) : Nothing(out secondEnd);
        var endYear = year;
        if (second is >= 1980 and <= 2099 && view[secondEnd] == '年')
        {
            endYear = second;
            second = Numerals.DigitsAt(view, secondEnd + 1, out secondEnd);
        }

        if (second is >= 1 and <= 12 && view[secondEnd] == '月')
        {
            var (stopTwo, dayTwo, _) = MonthTail(view, secondEnd + 1);
            return new TimePhrase(from, stopTwo, DeadlineKind.By, DayOf(endYear, second, dayTwo), DayOf(year, month, day == 0 ? 1 : day), endYear);
        }

        var milestone = TimePhrases.MilestoneAt(view, stop, end);
        return new TimePhrase(from, stop + (milestone?.Length ?? 0), DeadlineKind.By, DayOf(year, month, day), null, year) { Milestone = milestone };
    }

    private static int Nothing(out int end)
    {
        end = 0;
        return -1;
    }

    /// <summary>2018年开始, 从2019年开始每年, 2012年起5年内.</summary>
    private static TimePhrase FromYear(SourceView view, int yearStart, int after, int year, int start)
    {
        var from = yearStart > start && view[yearStart - 1] is '从' or '自' ? yearStart - 1 : yearStart;
        var next = view[after] is ',' ? after + 1 : after;
        var first = new DateOnly(year, 1, 1);
        if (view.StartsWith(next, "每年") || view.StartsWith(next, "逐年"))
        {
            return new TimePhrase(from, next + 2, DeadlineKind.Recurring, null, first, year) { Period = "year" };
        }

        var span = Numerals.DigitsAt(view, next, out var spanEnd);
        if (span is >= 1 and <= 20 && view.StartsWith(spanEnd, "年内"))
        {
            var last = year + span - 1;
            return new TimePhrase(from, spanEnd + 2, DeadlineKind.By, new DateOnly(last, 12, 31), first, last);
        }

        return new TimePhrase(from, after, DeadlineKind.Start, first, null, year);
    }

    /// <summary>第三季度, 三季度; 0 where there is none.</summary>
    private static int QuarterAt(SourceView view, int index)
    {
        index += view[index] == '第' ? 1 : 0;
        return view.StartsWith(index + 1, "季度") ? "一二三四".IndexOf(view[index]) + 1 : 0;
    }

    private static int StartWord(SourceView view, int after) =>
        view.StartsWith(after, "开始") ? 2 : view[after] == '起' && !view.StartsWith(after, "起草") ? 1 : 0;

    private static int Before(SourceView view, int index) =>
        Befores.FirstOrDefault(word => view.StartsWith(index, word))?.Length ?? 0;

    internal static int WithLead(SourceView view, int yearStart, int start)
    {
        foreach (var lead in Leads)
        {
            if (yearStart - lead.Length >= start && view.StartsWith(yearStart - lead.Length, lead))
            {
                return yearStart - lead.Length;
            }
        }

        return yearStart;
    }

    /// <summary>在2021年招聘6名…的基础上, 2013年以来: what is done already.</summary>
    private static bool IsBaseline(SourceView view, int yearStart, int after, int start, int end)
    {
        // 截至2020年底,全市已有…: what is there already; 截至2025年底前 is a term.
        var counted = yearStart - 2 >= start && (view.StartsWith(yearStart - 2, "截至") || view.StartsWith(yearStart - 2, "截止")) && view[after - 1] != '前';
        if (counted || view.StartsWith(after, "以来") || view.StartsWith(after, "至今") || view[after] == '已')
        {
            return true;
        }

        // 由2022年的60%提高到…: where things stood.
        if (yearStart > start && view[yearStart - 1] is '由' or '从' && view[after] == '的')
        {
            return true;
        }

        if (yearStart == start || view[yearStart - 1] != '在')
        {
            return false;
        }

        for (var i = after; i < Math.Min(end, after + 80) && !Signs.EndsSentence(view[i]); i++)
        {
            if (view.StartsWith(i, "基础上"))
            {
                return true;
            }
        }

        return false;
    }
}
