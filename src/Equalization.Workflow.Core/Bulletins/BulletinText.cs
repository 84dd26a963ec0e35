using System.Globalization;
using System.Text.RegularExpressions;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>The figures of the text, all from the snapshot's row or counted from the bulletin's lines.</summary>
public sealed record BulletinFigures(DateOnly On, int Number, int Tasks, int Parts, int Overdue, int Red, int Lines, int Units, DateOnly? TermOn);

/// <summary>A stretch of text; a figure is filled in and leads to the snapshot.</summary>
public sealed record TextPart(string Text, bool IsFigure);

/// <summary>
/// The words of a bulletin. Figures are not typed: they stand as {在办任务} and the like and are filled in from the snapshot whenever the text is shown, so that
/// what is printed is what was sealed.
/// </summary>
public static partial class BulletinText
{
    private static readonly Dictionary<string, Func<BulletinFigures, string>> Known = new()
    {
        ["截止日"] = f => Day(f.On),
        ["快照号"] = f => Number(f.Number),
        ["在办任务"] = f => Number(f.Tasks),
        ["单位任务"] = f => Number(f.Parts),
        ["逾期任务"] = f => Number(f.Overdue),
        ["红灯"] = f => Number(f.Red),
        ["条数"] = f => Number(f.Lines),
        ["单位数"] = f => Number(f.Units),
        ["整改时限"] = f => f.TermOn is { } day ? Day(day) : "",
    };

    /// <summary>The placeholders a text may hold, as they are typed.</summary>
    public static IReadOnlyList<string> Placeholders { get; } = [.. Known.Keys.Select(k => "{" + k + "}")];

    /// <summary>Refuses a placeholder that is none (bulletin-placeholder).</summary>
    public static void MustBeKnown(string text, string field)
    {
        if (Braces().Matches(text).FirstOrDefault(m => !Known.ContainsKey(m.Groups[1].Value)) is { } unknown)
        {
            throw new RuleBroken("bulletin-placeholder", "“{0}”不是可用的占位符。请从下列中选用：{1}。", unknown.Value, string.Join("、", Placeholders)) { Field = field };
        }
    }

    public static string Fill(string text, BulletinFigures figures) => string.Concat(Parts(text, figures).Select(p => p.Text));

    public static IReadOnlyList<TextPart> Parts(string text, BulletinFigures figures)
    {
        var parts = new List<TextPart>();
        var from = 0;
        foreach (var match in Braces().Matches(text).Where(m => Known.ContainsKey(m.Groups[1].Value)))
        {
            parts.Add(new TextPart(text[from..match.Index], false));
            parts.Add(new TextPart(Known[match.Groups[1].Value](figures), true));
            from = match.Index + match.Length;
        }

        parts.Add(new TextPart(text[from..], false));
        return [.. parts.Where(p => p.Text.Length > 0)];
    }

    /// <summary>The words the draft begins with.</summary>
    public static BulletinWording Draft(BulletinKind kind, DateOnly on, DateOnly termOn) => kind switch
    {
        BulletinKind.Criticism => new(
            $"关于{on.Year}年1月至{on.Month}月推进义务教育优质均衡发展滞后事项的通报",
            "截至{截止日}，本地区在办年度任务{在办任务}项，涉及单位任务{单位任务}件，其中逾期任务{逾期任务}项、红灯{红灯}件。根据第{快照号}号数据快照，现将{单位数}个单位的{条数}件滞后事项通报如下。",
            "请有关单位查明原因，制定整改措施，于{整改时限}前完成整改，并将整改情况书面报送领导小组办公室。", termOn, false),
        BulletinKind.Praise => new(
            $"关于{on.Year}年1月至{on.Month}月推进义务教育优质均衡发展按期完成事项的通报表扬",
            "截至{截止日}，根据第{快照号}号数据快照，{单位数}个单位的{条数}件任务在首次确定的期限内完成，且没有红灯事项。现予通报表扬。",
            "请各单位互相学习借鉴，按期高质量完成各项任务。", null, false),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
