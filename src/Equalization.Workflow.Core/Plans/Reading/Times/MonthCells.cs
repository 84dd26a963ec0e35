using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Times;

/// <summary>Days and months that fill a cell or a bracket: 2025-06-30, 2025.9, 3月, 4月至6月, 7-9月. In a sentence a month alone is no term; its year is the plan's.</summary>
internal static class MonthCells
{
    public static TimePhrase? At(SourceView view, int start, int end, PlanYears years)
    {
        var first = MonthAt(view, start, out var after);
        if (first == 0)
        {
            return InFigures(view, start, end);
        }

        if (view[after] == '月')
        {
            var (stop, day, _) = YearPhrases.MonthTail(view, after + 1);
            if (stop == end)
            {
                return new TimePhrase(start, end, DeadlineKind.By, DayOf(years.Only, first, day), null, years.Only) { Inferred = TimePhrases.YearInferred };
            }

            after++;
        }

        var next = after;
        while (view[next] is '-' or '至' or '到' or '~' or '—' or '–' or ' ')
        {
            next++;
        }

        var second = next > after ? MonthAt(view, next, out next) : 0;
        if (second < first || second == 0 || view[next] != '月')
        {
            return null;
        }

        var (last, lastDay, _) = YearPhrases.MonthTail(view, next + 1);
        return last == end
            ? new TimePhrase(start, end, DeadlineKind.By, DayOf(years.Only, second, lastDay), DayOf(years.Only, first, 1), years.Only) { Inferred = TimePhrases.YearInferred }
            : null;
    }

    private static TimePhrase? InFigures(SourceView view, int start, int end)
    {
        if (Dates.At(view, start, end) is { } date)
        {
            return date.End == end ? new TimePhrase(start, end, DeadlineKind.By, date.Day, null, date.Day.Year) : null;
        }

        var year = Numerals.DigitsAt(view, start, out var after);
        return year is >= 2000 and <= 2099 && view[after] is '.' or '-' or '/' && MonthAt(view, after + 1, out var stop) is > 0 and var month && stop == end
            ? new TimePhrase(start, end, DeadlineKind.By, TimePhrases.LastDay(year, month), null, year)
            : null;
    }

    private static int MonthAt(SourceView view, int start, out int end) => Numerals.DigitsAt(view, start, out end) is >= 1 and <= 12 and var month && end - start <= 2 ? month : 0;

    private static DateOnly? DayOf(int? year, int month, int day) => year is { } known ? YearPhrases.DayOf(known, month, day) : null;
}
