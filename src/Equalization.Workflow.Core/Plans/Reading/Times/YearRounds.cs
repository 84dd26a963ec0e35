using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Times;

/// <summary>What comes round every few years: 每三年, 每5年, 三年一轮, 5年一周期.</summary>
internal static class YearRounds
{
    private const int MostYears = 20;

    private static readonly string[] Rounds = ["轮", "周期", "个周期", "次", "届", "评", "考核", "核定", "调整"];

    /// <summary>At 每.</summary>
    public static TimePhrase? Each(SourceView view, int index) =>
        Years(view, index + 1, out var after) is > 1 and var count && view[after] == '年' && view[after + 1] is not ('级' or '龄')
            ? Round(index, after + 1, count)
            : null;

    /// <summary>At the number.</summary>
    public static TimePhrase? At(SourceView view, int index)
    {
        var count = Years(view, index, out var after);
        return count > 1 && view.StartsWith(after, "年一") && Array.Find(Rounds, word => view.StartsWith(after + 2, word)) is { } round
            ? Round(index, after + 2 + round.Length, count)
            : null;
    }

    private static TimePhrase Round(int start, int end, int count) => new(start, end, DeadlineKind.Recurring, null, null, null) { Period = $"{count}-year" };

    private static int Years(SourceView view, int start, out int end)
    {
        var digits = Numerals.DigitsAt(view, start, out end);
        if (digits > 0)
        {
            return digits <= MostYears ? digits : 0;
        }

        while (end - start < 3 && Numerals.IsNumeral(view[end]))
        {
            end++;
        }

        return Numerals.Value(view.Folded, start, end);
    }
}
