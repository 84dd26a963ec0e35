using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Times;

/// <summary>A time right before the subject of a sentence: 2023年底前市教育局…, 每学年市教育局…, 今年内市教育局…. What it says is read elsewhere.</summary>
internal static class TimeOpenings
{
    private static readonly string[] Leading = ["力争", "确保", "从", "自", "到", "至", "于", "在", "截至", "截止"];

    private static readonly string[] Beginnings =
    [
        "每学年", "每学期", "每季度", "每半年", "每两年", "每三年", "每五年", "每年度", "每年", "每月", "每周", "今年", "明年", "后年", "去年", "本年度", "本年", "当年", "本学年", "本学期", "年底", "年末", "年初", "年内",
        "近期", "今后", "当前", "目前", "下一步", "期间", "春季学期", "秋季学期", "春季", "秋季", "上半年", "下半年", "月底", "季度末",
    ];

    private static readonly string[] Endings =
    [
        "上半年", "下半年", "春季学期", "秋季学期", "春季", "秋季", "学年", "学期", "年度", "季度", "期间", "以前", "之前", "以后", "之后", "以内", "之内", "年底", "年末", "年内", "月底", "月末", "中旬", "上旬", "下旬", "开学", "暑期", "寒假", "起", "底", "末", "内", "前", "后", "初", "间", "中",
    ];

    /// <summary>Signs that end a time and begin a place: 2025年内蒙古自治区, 年底前郭县.</summary>
    private static readonly string[] Places = ["内蒙", "内江", "内乡", "内黄", "内丘", "前郭", "前进区", "中山", "中卫", "中牟", "中阳", "中宁", "中江", "中方", "中站", "初中"];

    /// <summary>Where the time ends, or null where none begins here.</summary>
    public static int? EndOf(SourceView view, int start)
    {
        var from = Array.Find(Leading, word => view.StartsWith(start, word)) is { } word ? start + word.Length : start;
        var end = Period(view, from) ?? Dated(view, from) ?? (Array.Find(Beginnings, one => view.StartsWith(from, one)) is { } begins ? from + begins.Length : null);
        if (end is not { } at)
        {
            return null;
        }

        while ((Dated(view, at) ?? Ending(view, at)) is { } next)
        {
            at = next;
        }

        return at;
    }

    /// <summary>2025年, 9月, 30日, 2023-2025年.</summary>
    private static int? Dated(SourceView view, int start)
    {
        var end = start;
        while (end - start < 10 && (Signs.IsDigit(view[end]) || (end > start && view[end] is '-' or '~' or '至')))
        {
            end++;
        }

        return end > start && view[end] is '年' or '月' or '日' ? end + 1 : null;
    }

    /// <summary>“十四五”末.</summary>
    private static int? Period(SourceView view, int start)
    {
        var quoted = view[start] is '“' or '"' ? 1 : 0;
        var at = start + quoted;
        return Numerals.IsNumeral(view[at]) && Numerals.IsNumeral(view[at + 1]) && view[at + 2] == '五' && (quoted == 0 || view[at + 3] is '”' or '"') ? at + 3 + quoted : null;
    }

    private static int? Ending(SourceView view, int at) =>
        !Places.Any(place => view.StartsWith(at, place)) && Array.Find(Endings, word => view.StartsWith(at, word)) is { } word ? at + word.Length : null;
}
