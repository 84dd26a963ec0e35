using System.Globalization;
using Equalization.Workflow.Core;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Days and instants as people here write them; instants come in as UTC and are shown on the clock of China.</summary>
public static class Dates
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>2026年11月21日 (周六); in English Sat, 21 Nov 2026.</summary>
    public static string Day(DateOnly day, CultureInfo? culture = null) => English(culture)
        ? day.ToString("ddd, d MMM yyyy", CultureInfo.InvariantCulture)
        : $"{day.Year}年{day.Month}月{day.Day}日 (周{Weekdays[(int)day.DayOfWeek]})";

    /// <summary>The same without the weekday, for narrow columns and struck-through dates.</summary>
    public static string ShortDay(DateOnly day, CultureInfo? culture = null) => English(culture)
        ? day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
        : $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>2026年11月21日 (周六) 09:05.</summary>
    public static string Instant(DateTime utc, CultureInfo? culture = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{Day(ChinaTime.DayOf(utc), culture)} {ChinaTime.WallClock(utc):HH:mm}");

    /// <summary>2026年11月; in English Nov 2026.</summary>
    public static string Month(DateOnly day, CultureInfo? culture = null) => English(culture)
        ? day.ToString("MMM yyyy", CultureInfo.InvariantCulture)
        : $"{day.Year}年{day.Month}月";

    /// <summary>A reporting period's code in words: 2026Q3 as 2026年第3季度, 2026H1 as 2026年上半年, 2026-03 as 2026年3月; whatever is none stays as it is.</summary>
    public static string Period(string code, CultureInfo? culture = null)
    {
        if (code.Length is not (6 or 7) || !int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(code.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var part))
        {
            return code;
        }

        var english = English(culture);
        return (code[4], code.Length, part) switch
        {
            ('Q', 6, >= 1 and <= 4) => english ? $"Q{part} {year}" : $"{year}年第{part}季度",
            ('H', 6, 1) => english ? $"first half of {year}" : $"{year}年上半年",
            ('H', 6, 2) => english ? $"second half of {year}" : $"{year}年下半年",
            ('-', 7, >= 1 and <= 12) when year > 0 => Month(new DateOnly(year, part, 1), culture),
            _ => code,
        };
    }

    private static bool English(CultureInfo? culture) => (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "en";
}
