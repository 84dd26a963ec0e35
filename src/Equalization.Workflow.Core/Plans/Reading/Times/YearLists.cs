using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Times;

/// <summary>Years in a row that share the sign 年 and what follows it: 2023、2024、2025年底 are three due days.</summary>
internal static class YearLists
{
    private const int MostYears = 12;

    /// <summary>A year of such a row that is not its last.</summary>
    /// <param name="after">The place behind the digits of the year.</param>
    public static TimePhrase? At(SourceView view, int yearStart, int after, int year, int start, int end) =>
        Last(view, after) is { } last && last.Sign < end
        && YearPhrases.At(view, last.Start, last.Sign + 1, last.Year, start, end) is { Kind: DeadlineKind.By, StartOn: null, Day: { } day } shared
            ? shared with
            {
                Start = YearPhrases.WithLead(view, yearStart, start),
                End = after,
                Year = year,
                Day = YearPhrases.DayOf(year, day.Month, day.AddDays(1).Day == 1 ? 0 : day.Day),
            }
            : null;

    private static (int Start, int Sign, int Year)? Last(SourceView view, int after)
    {
        for (var count = 1; count < MostYears && view[after] is '、' or '和' or '及' or '与'; count++)
        {
            var start = after + 1;
            if (Numerals.DigitsAt(view, start, out after) is not (>= 1980 and <= 2099 and var year) || after - start != 4)
            {
                return null;
            }

            if (view[after] == '年')
            {
                return (start, after, year);
            }
        }

        return null;
    }
}
