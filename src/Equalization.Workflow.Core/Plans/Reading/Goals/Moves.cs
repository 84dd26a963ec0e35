using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>What leads from the number that is to the number that shall be: 由85%提高到95%, 8所减至3所, 由12个调整为6个.</summary>
internal static class Moves
{
    public static readonly string[] Up =
    [
        "提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "增长到", "增长至", "上升到", "上升至", "扩大到", "扩大至", "扩充到", "扩充至", "增至", "增到", "升至", "升到", "提至", "扩至",
    ];

    public static readonly string[] Down =
    [
        "控制到", "消减至", "削减至", "消减到", "削减到", "减少到", "减少至", "缩减到", "缩减至", "压缩到", "压缩至", "压减到", "压减至", "压降到", "压降至", "降低到", "降低至", "下降到", "下降至",
        "缩小到", "缩小至", "降到", "降至", "降为", "减到", "减至", "减为", "压减为", "减少为",
    ];

    /// <summary>These say where to, and neither more nor less.</summary>
    private static readonly string[] Across = ["调整为", "调整到", "调整至", "变为", "改为", "优化为", "整合为", "合并为", "撤并为"];

    private static readonly string[] All = [.. Up, .. Down, .. Across];

    /// <summary>The number is where things stand, and another follows that says where they shall.</summary>
    public static bool IsDeparture(TargetFrame frame, Quantity quantity)
    {
        var view = frame.View;
        var from = TargetWords.Last(view, Math.Max(frame.Clause.Start, quantity.Start - 14), quantity.Start, ["由", "从"]);
        var reach = from >= 0 && !view.StartsWith(from, "从事") ? 6 : 0;
        return Array.Exists(All, word => view.StartsWith(quantity.End, word) || (reach > 0 && Follows(view, word, quantity.End, Math.Min(frame.Clause.End, quantity.End + reach))));
    }

    /// <summary>调整为 right before the number.</summary>
    public static bool LeadsAcross(SourceView view, Quantity quantity) => Array.Exists(Across, word => view.StartsWith(quantity.Start - word.Length, word));

    private static bool Follows(SourceView view, string word, int start, int end) => end > start && view.Folded.IndexOf(word, start, end - start, StringComparison.Ordinal) >= 0;
}
