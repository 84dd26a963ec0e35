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

    private static bool English(CultureInfo? culture) => (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "en";
}
