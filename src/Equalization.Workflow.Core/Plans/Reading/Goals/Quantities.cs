using System.Globalization;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>A number with its unit in a clause: 60%以上, 45、50人以内, 2至3个, 分别…5%和8%.</summary>
/// <param name="Values">Several when the numbers are paired with several subjects.</param>
/// <param name="Upper">The upper end of 2至3个.</param>
/// <param name="Suffix">以上, 以内, 左右 … or "".</param>
internal sealed record Quantity(int Start, int End, IReadOnlyList<decimal> Values, decimal? Upper, string Unit, string Suffix);

/// <summary>Reads the numbers of a clause. Numbers without a unit of measure are names, grades or figures of speech.</summary>
internal static class Quantities
{
    private static readonly string[] Units =
    [
        "个百分点", "平方公里", "平方米", "个小时", "小时", "个学时", "学时", "课时", "分钟", "万人次", "人次", "万平方米", "万人", "万名", "万元", "亿元", "万个",
        "公里", "%", "‰", "㎡", "m2", "人", "所", "个", "元", "名", "倍", "次", "座", "户", "亩", "台", "套", "间", "册", "本", "节", "项", "件", "场",
        "家", "栋", "幢", "张", "辆", "吨", "支", "处", "对", "轮", "门", "万平米", "米",
    ];

    private static readonly string[] Suffixes = ["及以上", "以上", "及以内", "以内", "之内", "及以下", "以下", "左右"];

    public static List<Quantity> In(SourceView view, Clause clause, IReadOnlyList<TimePhrase> times)
    {
        var found = new List<Quantity>();
        var time = 0;
        for (var i = clause.Start; i < clause.End;)
        {
            while (time < times.Count && times[time].End <= i)
            {
                time++;
            }

            if (time < times.Count && times[time].Start <= i)
            {
                i = times[time].End;
                continue;
            }

            var close = view[i] is '(' or '《' or '〔' ? view.Brackets.CloseOf(i) : -1;
            if (close > 0 && close < clause.End)
            {
                i = close + 1;
                continue;
            }

            var before = i > clause.Start ? view[i - 1] : '\0';
            if (!Signs.IsDigit(view[i]) || before is '.' or '第' || char.IsAsciiLetter(before))
            {
                i++;
                continue;
            }

            var quantity = Read(view, i, clause.End, times, out var stop);
            if (quantity is not null)
            {
                found.Add(quantity);
            }

            i = Math.Max(stop, i + 1);
        }

        return found;
    }

    private static Quantity? Read(SourceView view, int start, int end, IReadOnlyList<TimePhrase> times, out int stop)
    {
        var values = new List<decimal>();
        decimal? upper = null;
        var unit = "";
        var i = start;
        while (true)
        {
            var value = Number(view, i, end, out i);
            stop = i;
            if (value is null)
            {
                return null;
            }

            values.Add(value.Value);
            var read = UnitAt(view, TimePhrases.SkipSpaces(view, i), end);
            if (read is not null)
            {
                unit = read;
                i = TimePhrases.SkipSpaces(view, i) + read.Length;
            }

            // 新建5所、2024年8所: a year is never the other number of a pair or a range.
            if (times.Any(time => time.Start == i || time.Start == i + 1))
            {
                break;
            }

            if (view[i] is '-' or '至' or '到' or '~' && values.Count == 1 && Signs.IsDigit(view[i + 1]) && i + 1 < end)
            {
                upper = Number(view, i + 1, end, out i);
                unit = UnitAt(view, i, end) ?? unit;
                i += UnitAt(view, i, end)?.Length ?? 0;
                break;
            }

            if (view[i] is '、' or '和' or '及' && Signs.IsDigit(view[i + 1]) && i + 1 < end)
            {
                i++;
                continue;
            }

            break;
        }

        stop = Math.Min(i, end);
        var suffix = Suffixes.FirstOrDefault(word => view.StartsWith(i, word) && i + word.Length <= end) ?? "";
        // 差异系数…0.45、0.40以内: a coefficient has no unit of measure.
        if (unit.Length == 0 && (suffix.Length == 0 || values.Exists(value => value >= 10) || !TargetWords.Has(view, Math.Max(0, start - 20), start, "系数")))
        {
            return null;
        }

        stop = i + suffix.Length;
        return new Quantity(start, stop, values, upper, Plain(unit), suffix);
    }

    private static decimal? Number(SourceView view, int start, int end, out int stop)
    {
        stop = start;
        while (stop < end && stop - start < 16 && (Signs.IsDigit(view[stop]) || (view[stop] == '.' && Signs.IsDigit(view[stop + 1]))))
        {
            stop++;
        }

        while (stop < end && stop - start >= 16 && Signs.IsDigit(view[stop]))
        {
            stop++;
        }

        return decimal.TryParse(view.Folded.AsSpan(start, stop - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    private static string? UnitAt(SourceView view, int index, int end)
    {
        foreach (var unit in Units)
        {
            if (view.StartsWith(index, unit) && index + unit.Length <= end && !IsWordBegin(view, index + unit.Length, unit))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>8个学科, 5项机制 count kinds of things that the plan names, but 3个月 is a time.</summary>
    private static bool IsWordBegin(SourceView view, int after, string unit) =>
        unit == "个" && view[after] is '月' or '方' && view[after + 1] is not '案'
        || unit == "人" && view[after] is '才' or '力' or '民' or '口' or '均'
        || unit == "本" && view[after] is '着' or '地' or '校'
        || unit == "对" && !char.IsWhiteSpace(view[after]) && view[after] is not ('以' or ',' or '。');

    private static string Plain(string unit) => unit switch
    {
        "个小时" => "小时",
        "个学时" => "学时",
        "m2" => "平方米",
        "㎡" => "平方米",
        _ => unit,
    };
}
