using System.Globalization;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Times;

/// <summary>A whole date as written in a document's head or foot: 2018年5月16日, 2021.11.09, 2018-06-04.</summary>
internal static class Dates
{
    public readonly record struct Found(int Start, int End, DateOnly Day);

    public static Found? At(SourceView view, int start, int end)
    {
        Span<int> parts = stackalloc int[3];
        var i = start;
        for (var n = 0; n < 3; n++)
        {
            i = TimePhrases.SkipSpaces(view, i);
            parts[n] = Numerals.DigitsAt(view, i, out var after);
            if (parts[n] < 0 || after > end)
            {
                return null;
            }

            i = TimePhrases.SkipSpaces(view, after);
            var closes = n switch { 0 => view[i] is '年' or '.' or '-' or '/', 1 => view[i] is '月' or '.' or '-' or '/', _ => view[i] == '日' };
            if (!closes && n < 2)
            {
                return null;
            }

            i = closes ? i + 1 : after;
        }

        return parts[0] is >= 1949 and <= 2099 && parts[1] is >= 1 and <= 12 && parts[2] >= 1 && parts[2] <= DateTime.DaysInMonth(parts[0], parts[1]) && i <= end
            ? new Found(start, i, new DateOnly(parts[0], parts[1], parts[2]))
            : null;
    }

    /// <summary>The year of a name that has exactly one: 2024年, 2024任务.</summary>
    public static int? OnlyYear(string name)
    {
        int? year = null;
        for (var i = 0; i + 4 <= name.Length; i++)
        {
            var isAlone = (i == 0 || !char.IsAsciiDigit(name[i - 1])) && (i + 4 == name.Length || !char.IsAsciiDigit(name[i + 4]));
            if (isAlone && int.TryParse(name.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var found) && found is >= 2000 and <= 2099)
            {
                if (year is not null && year != found)
                {
                    return null;
                }

                year = found;
            }
        }

        return year;
    }

    /// <summary>A date in Chinese signs that the range ends with.</summary>
    public static Found? AtEnd(SourceView view, int start, int end)
    {
        if (view[end - 1] != '日')
        {
            return null;
        }

        for (var i = Math.Max(start, end - 20); i < end; i++)
        {
            if (Signs.IsDigit(view[i]) && (i == start || !Signs.IsDigit(view[i - 1])) && At(view, i, end) is { } found && found.End == end)
            {
                return found;
            }
        }

        return null;
    }
}
