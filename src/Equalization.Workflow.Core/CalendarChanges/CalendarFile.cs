using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.CalendarChanges;

/// <summary>A row of a file that cannot be taken, counted as a text editor counts lines.</summary>
public sealed record RowFlaw(int Row, string Format, params object[] Arguments);

/// <summary>
/// A yearly notice as a table: date, kind, name, one row a day, as in db/calendars; a head line is passed over. Text of UTF-8, UTF-16 or
/// GB18030, separated by commas, semicolons or tabs.
/// </summary>
public sealed class CalendarFile
{
    public const int LargestFile = 200 * 1024;

    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private const int MostFlaws = 50;

    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
    private static readonly char[] Separators = [',', '，', ';', '；', '\t'];

    private static readonly Dictionary<string, CalendarDayKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["holiday"] = CalendarDayKind.Holiday, ["放假"] = CalendarDayKind.Holiday, ["假日"] = CalendarDayKind.Holiday, ["节假日"] = CalendarDayKind.Holiday,
        ["workday"] = CalendarDayKind.Workday, ["上班"] = CalendarDayKind.Workday, ["补班"] = CalendarDayKind.Workday, ["工作日"] = CalendarDayKind.Workday,
    };

    private CalendarFile(string text, IReadOnlyList<CalendarDay> days, IReadOnlyList<RowFlaw> flaws)
    {
        Text = text;
        Days = days;
        Flaws = flaws;
    }

    /// <summary>What the file said, to be sent back when the import is confirmed.</summary>
    public string Text { get; }

    /// <summary>The days of the rows without a flaw.</summary>
    public IReadOnlyList<CalendarDay> Days { get; }

    public IReadOnlyList<RowFlaw> Flaws { get; }

    /// <summary>SHA-256 of the text.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Refuses a file that is empty (calendar-empty), larger than 200 KB (calendar-large) or no text (calendar-not-text).</summary>
    public static CalendarFile Read(ReadOnlySpan<byte> bytes)
    {
        CheckSize(bytes.Length);
        try
        {
            return Read(PlanText.Decode(bytes));
        }
        catch (RuleBroken e) when (e.Code.StartsWith("plan-file", StringComparison.Ordinal))
        {
            // Decoding is the plans'; what to do about a calendar is ours to say.
            throw new RuleBroken("calendar-not-text", "这不是文本文件，读不出日期。请在表格软件中另存为 CSV（逗号分隔）后重新导入。") { Field = "File" };
        }
    }

    /// <summary>The same for a text. Refuses one without any row (calendar-empty).</summary>
    public static CalendarFile Read(string text)
    {
        CheckSize(text.Length);
        var days = new Dictionary<DateOnly, (int Row, CalendarDay Day)>();
        var flaws = new List<RowFlaw>();
        var row = 0;
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            row++;
            var cells = line.Split(Separators, StringSplitOptions.TrimEntries).Select(c => c.Trim('"', ' ')).ToArray();
            if (cells.All(c => c.Length == 0) || (days.Count == 0 && flaws.Count == 0 && IsHead(cells)))
            {
                continue;
            }

            if (Flaw(row, cells, days, out var day) is { } flaw)
            {
                flaws.Add(flaw);
            }
            else
            {
                days.Add(day!.Day, (row, day));
            }

            if (flaws.Count == MostFlaws)
            {
                break;
            }
        }

        return days.Count == 0 && flaws.Count == 0
            ? throw new RuleBroken("calendar-empty", "文件中没有日期。请按“日期,holiday 或 workday,名称”每行一天填写后重新导入。") { Field = "File" }
            : new CalendarFile(text, [.. days.Values.Select(d => d.Day).OrderBy(d => d.Day)], flaws);
    }

    private static void CheckSize(int length)
    {
        if (length > LargestFile)
        {
            throw new RuleBroken("calendar-large", "文件 {0} KB，超过 {1} KB 的上限，一年的安排不会有这么大。请确认选择的是节假日安排表。", length / 1024, LargestFile / 1024)
            {
                Field = "File",
            };
        }
    }

    private static bool IsHead(string[] cells) => cells.Length >= 2 && !cells[0].Any(char.IsAsciiDigit);

    private static RowFlaw? Flaw(int row, string[] cells, Dictionary<DateOnly, (int Row, CalendarDay Day)> before, out CalendarDay? day)
    {
        day = null;
        if (cells.Length is < 2 or > 3 && cells.Skip(3).Any(c => c.Length > 0) || cells.Length < 2)
        {
            return new RowFlaw(row, "应有日期、类别、名称三栏，现有 {0} 栏", cells.Length);
        }

        if (!DateOnly.TryParseExact(cells[0], Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return new RowFlaw(row, "“{0}”不是日期，请按 2027-01-01 的样子填写", Short(cells[0]));
        }

        if (date.Year is < FirstYear or > LastYear)
        {
            return new RowFlaw(row, "{0} 年超出 {1} 至 {2} 年的范围", date.Year, FirstYear, LastYear);
        }

        if (!Kinds.TryGetValue(cells[1], out var kind))
        {
            return new RowFlaw(row, "类别“{0}”不成立，放假填 holiday，补班填 workday", Short(cells[1]));
        }

        if (kind == CalendarDayKind.Workday && !WorkingCalendar.IsWeekEnd(date))
        {
            return new RowFlaw(row, "{0} 不是周末，本来就要上班，不能列为补班", date);
        }

        if (before.TryGetValue(date, out var earlier))
        {
            return new RowFlaw(row, "{0} 与第 {1} 行重复", date, earlier.Row);
        }

        var name = cells.Length > 2 ? cells[2] : "";
        if (name.Length > CalendarDay.LongestName)
        {
            return new RowFlaw(row, "名称超过 {0} 字", CalendarDay.LongestName);
        }

        day = new CalendarDay { Day = date, Kind = kind, Name = name };
        return null;
    }

    private static string Short(string text) => text.Length <= 20 ? text : text.Cut(20) + "…";
}
