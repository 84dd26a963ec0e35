using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>
/// Second, minute, hour, day of month, month, day of week; with lists, ranges, steps and English names. Day of month and day of week must both
/// hold when both are given. The signs L, W and # are refused.
/// </summary>
public sealed class CronExpression
{
    private const int YearsToLook = 30;

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private static readonly Field[] Fields =
    [
        new("秒", 0, 59, []), new("分", 0, 59, []), new("时", 0, 23, []), new("日", 1, 31, []), new("月", 1, 12, Months), new("星期", 0, 7, Days),
    ];

    private readonly BitArray[] allowed;

    private CronExpression(BitArray[] allowed) => this.allowed = allowed;

    public static bool TryParse(string text, [NotNullWhen(true)] out CronExpression? cron, [NotNullWhen(false)] out string? wrong)
    {
        cron = null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
        {
            wrong = $"cron 表达式“{text}”应有六段：秒 分 时 日 月 星期。";
            return false;
        }

        var allowed = new BitArray[Fields.Length];
        for (var i = 0; i < Fields.Length; i++)
        {
            if (Fields[i].Parse(parts[i]) is not { } set)
            {
                wrong = $"cron 表达式“{text}”的{Fields[i].Name}一段“{parts[i]}”不成立；可用数字、*、逗号、连字符和斜杠。";
                return false;
            }

            allowed[i] = set;
        }

        // Sunday may be written 0 or 7.
        allowed[5][0] |= allowed[5][7];
        cron = new CronExpression(allowed);
        wrong = null;
        return true;
    }

    /// <summary>The first instant later than <paramref name="after"/>, both UTC; null when there is none within thirty years.</summary>
    public DateTime? Next(DateTime after)
    {
        var at = new DateTime(after.Ticks - (after.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddSeconds(1);
        var last = after.Year + YearsToLook;
        while (at.Year <= last)
        {
            if (!allowed[4][at.Month])
            {
                at = new DateTime(at.Year, at.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1);
            }
            else if (!allowed[3][at.Day] || !allowed[5][(int)at.DayOfWeek])
            {
                at = at.Date.AddDays(1);
            }
            else if (!allowed[2][at.Hour])
            {
                at = at.Date.AddHours(at.Hour + 1);
            }
            else if (!allowed[1][at.Minute])
            {
                at = at.AddSeconds(-at.Second).AddMinutes(1);
            }
            else if (!allowed[0][at.Second])
            {
                at = at.AddSeconds(1);
            }
            else
            {
                return at;
            }
        }

        return null;
    }

    private sealed record Field(string Name, int From, int To, string[] Names)
    {
        public BitArray? Parse(string text)
        {
            var set = new BitArray(To + 1);
            return text.Split(',').All(item => Add(set, item)) ? set : null;
        }

        private bool Add(BitArray set, string item)
        {
            var step = 1;
            var slash = item.IndexOf('/', StringComparison.Ordinal);
            if (slash >= 0 && (!int.TryParse(item.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out step) || step < 1))
            {
                return false;
            }

            var range = slash >= 0 ? item[..slash] : item;
            var (from, to) = (From, To);
            if (range is not ("*" or "?"))
            {
                var ends = range.Split('-');
                if (ends.Length > 2 || Number(ends[0]) is not { } first || Number(ends[^1]) is not { } second)
                {
                    return false;
                }

                (from, to) = (first, ends.Length == 1 && slash >= 0 ? To : second);
            }

            for (var value = from; value <= to; value += step)
            {
                set[value] = true;
            }

            return from <= to;
        }

        private int? Number(string text)
        {
            var name = Array.FindIndex(Names, n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
            return name >= 0 ? name + (Names == Months ? 1 : 0)
                : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= From && number <= To ? number
                : null;
        }
    }
}
