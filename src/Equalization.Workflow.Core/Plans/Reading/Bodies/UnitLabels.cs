using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Bodies;

/// <summary>What a label in a unit statement announces.</summary>
internal enum LabelKind
{
    Lead,
    Cooperating,
    Responsible,
    Deadline,
    Person,
}

/// <summary>A label found in the text; the list after it begins at ListStart.</summary>
internal readonly record struct FoundLabel(LabelKind Kind, string Word, int Start, int ListStart);

/// <summary>The words that stand before a list of units: 牵头单位, 配合单位, 责任单位 and their kin.</summary>
internal static class UnitLabels
{
    private const string Levels = "省市州县区镇乡校";
    private const int LongestOffice = 14;

    // 牵头县委县政府
    private const int LongestLeaders = 8;

    // 王强、李娜
    private const int LongestPersons = 12;

    // Longer words first: 牵头责任单位 is one label, not 责任单位 with a word before it.
    private static readonly (string Word, LabelKind Kind)[] Words =
    [
        ("牵头责任单位", LabelKind.Lead), ("主要责任单位", LabelKind.Lead), ("主要负责单位", LabelKind.Lead), ("牵头责任部门", LabelKind.Lead),
        ("牵头单位", LabelKind.Lead), ("牵头部门", LabelKind.Lead), ("牵头科室", LabelKind.Lead), ("主责单位", LabelKind.Lead), ("主责部门", LabelKind.Lead),
        ("主办单位", LabelKind.Lead), ("第一责任单位", LabelKind.Lead), ("协同配合单位", LabelKind.Cooperating), ("配合责任单位", LabelKind.Cooperating),
        ("配合单位", LabelKind.Cooperating), ("配合部门", LabelKind.Cooperating), ("配合科室", LabelKind.Cooperating), ("协同单位", LabelKind.Cooperating),
        ("协办单位", LabelKind.Cooperating), ("协作单位", LabelKind.Cooperating), ("参与单位", LabelKind.Cooperating), ("参加单位", LabelKind.Cooperating),
        ("责任单位", LabelKind.Responsible), ("负责单位", LabelKind.Responsible), ("责任部门", LabelKind.Responsible), ("负责部门", LabelKind.Responsible),
        ("责任科室", LabelKind.Responsible), ("责任主体", LabelKind.Responsible), ("承办单位", LabelKind.Responsible), ("实施单位", LabelKind.Responsible),
        ("落实单位", LabelKind.Responsible), ("牵头股室", LabelKind.Lead), ("责任股室", LabelKind.Responsible), ("配合股室", LabelKind.Cooperating),
        ("牵头处室", LabelKind.Lead), ("责任处室", LabelKind.Responsible), ("配合处室", LabelKind.Cooperating), ("整改时限", LabelKind.Deadline), ("整改期限", LabelKind.Deadline), ("完成时限", LabelKind.Deadline), ("完成时间", LabelKind.Deadline), ("完成期限", LabelKind.Deadline),
        ("办结时限", LabelKind.Deadline), ("时间要求", LabelKind.Deadline), ("时限要求", LabelKind.Deadline), ("时限", LabelKind.Deadline),
        ("责任领导", LabelKind.Person), ("牵头领导", LabelKind.Person), ("分管领导", LabelKind.Person), ("责任人", LabelKind.Person), ("联系人", LabelKind.Person),
        ("总牵头单位", LabelKind.Lead), ("主牵头单位", LabelKind.Lead), ("共同牵头单位", LabelKind.Lead), ("主管单位", LabelKind.Lead), ("主管部门", LabelKind.Lead), ("主办部门", LabelKind.Lead),
        ("协助单位", LabelKind.Cooperating), ("支持单位", LabelKind.Cooperating), ("参与部门", LabelKind.Cooperating), ("参加部门", LabelKind.Cooperating), ("协同部门", LabelKind.Cooperating),
        ("协作部门", LabelKind.Cooperating), ("协办部门", LabelKind.Cooperating), ("配合责任部门", LabelKind.Cooperating), ("其他责任单位", LabelKind.Cooperating), ("其它责任单位", LabelKind.Cooperating),
        ("具体责任单位", LabelKind.Responsible), ("实施主体", LabelKind.Responsible), ("落实部门", LabelKind.Responsible), ("承办部门", LabelKind.Responsible), ("实施部门", LabelKind.Responsible),
        ("计划完成时间", LabelKind.Deadline), ("整改完成时限", LabelKind.Deadline), ("完成日期", LabelKind.Deadline), ("截止时间", LabelKind.Deadline), ("时间节点", LabelKind.Deadline), ("责任时限", LabelKind.Deadline),
        ("指导单位", LabelKind.Cooperating), ("监督单位", LabelKind.Person), ("督导单位", LabelKind.Person), ("督办单位", LabelKind.Person), ("督查单位", LabelKind.Person), ("包保领导", LabelKind.Person), ("包抓领导", LabelKind.Person), ("联系领导", LabelKind.Person), ("牵头负责人", LabelKind.Person), ("分管负责人", LabelKind.Person), ("负责人", LabelKind.Person),
        ("整改牵头单位", LabelKind.Lead), ("牵头整改单位", LabelKind.Lead), ("整改责任单位", LabelKind.Responsible), ("整改单位", LabelKind.Responsible), ("整改责任部门", LabelKind.Responsible),
        ("整改配合单位", LabelKind.Cooperating), ("整改责任人", LabelKind.Person), ("整改责任领导", LabelKind.Person), ("整改完成时间", LabelKind.Deadline), ("整改时间", LabelKind.Deadline), ("达标时限", LabelKind.Deadline),
        ("牵头", LabelKind.Lead), ("主办", LabelKind.Lead), ("配合", LabelKind.Cooperating), ("协办", LabelKind.Cooperating),
    ];

    private static readonly HashSet<char> Beginnings = [.. Words.Select(label => label.Word[0])];

    /// <summary>Whether a label can stand here at all; asked at each line and sentence.</summary>
    public static bool MayBegin(SourceView view, int index) => Beginnings.Contains(view[index]) || view[index] is '【' or '〔' or '[' || (view[index + 1] == '级' && Levels.Contains(view[index]));

    /// <summary>The label that stands here with its colon, or none. 市级牵头单位 and 县级责任单位 are labels with the level they speak of.</summary>
    public static FoundLabel? At(SourceView view, int index)
    {
        if (view[index] is '【' or '〔' or '[')
        {
            return InBracket(view, index);
        }

        var start = index;
        index += view[index + 1] == '级' && Levels.Contains(view[index]) ? 2 : 0;
        foreach (var (word, kind) in Words)
        {
            if (!view.StartsWith(index, word))
            {
                continue;
            }

            var after = index + word.Length;
            while (view[after] == ' ')
            {
                after++;
            }

            return view[after] == ':' ? new FoundLabel(kind, word, start, after + 1)
                : view[after] == '为' ? new FoundLabel(kind, word, start, after + 1)
                : word.Length >= 4 && HoldsOnly(kind, view, after, isSpaced: after > index + word.Length) ? new FoundLabel(kind, word, start, after)
                : Leaders(view, start);
        }

        return Leaders(view, start);
    }

    /// <summary>包联县领导:何勇, 县级领导:孙毅: a label of persons, whatever stands before the word.</summary>
    private static FoundLabel? Leaders(SourceView view, int start)
    {
        for (var i = start; i < start + LongestLeaders && Signs.IsChinese(view[i]); i++)
        {
            if (view.StartsWith(i, "领导") && view[i + 2] == ':')
            {
                return new FoundLabel(LabelKind.Person, "领导", start, i + 3);
            }
        }

        return null;
    }

    /// <summary>【责任单位】市教育局: the label stands alone in its bracket.</summary>
    private static FoundLabel? InBracket(SourceView view, int open)
    {
        var close = view.Brackets.CloseOf(open);
        var label = Array.Find(Words, label => label.Word.Length >= 4 && close == open + 1 + label.Word.Length && view.StartsWith(open + 1, label.Word));
        return label.Word is null ? null : new FoundLabel(label.Kind, label.Word, open, close + (view[close + 1] == ':' ? 2 : 1));
    }

    /// <summary>
    /// 责任单位县委宣传部、县融媒体中心。 The colon is lost: nothing but offices follows to the end of the sentence. Behind a space (责任科室 体卫艺股) an
    /// office needs no level, and a time or a person may stand.
    /// </summary>
    private static bool HoldsOnly(LabelKind kind, SourceView view, int start, bool isSpaced)
    {
        var end = EndOfList(view, start);
        if (kind is LabelKind.Person or LabelKind.Deadline)
        {
            return isSpaced && end > start && (kind == LabelKind.Person ? end - start <= LongestPersons : TimePhrases.IsDeadlinePhrase(view, start, end));
        }

        return (isSpaced || UnitNames.LevelOf(view.Name(start, Math.Min(end, start + 6))) is not null)
            && UnitList.Read(view, start, end) is { IsPure: true } list
            && list.Units.All(unit => UnitNames.LevelOf(unit.ResolvedName) is not null || (isSpaced && unit.Name.Length <= LongestOffice));
    }

    private static int EndOfList(SourceView view, int start)
    {
        var end = start;
        while (end < view.Length && end - start < 200 && !Signs.EndsSentence(view[end]) && view[end] is not ('\n' or ')' or '〕' or '】' or ']')
            && !(Signs.PartsUnits(view[end]) && Words.Any(label => view.StartsWith(end + 1, label.Word))))
        {
            end = view.Brackets.CloseOf(end) is > 0 and var close ? close + 1 : end + 1;
        }

        return end;
    }

    /// <summary>What a table column of this name holds; a header's words may be broken by spaces or lines.</summary>
    public static LabelKind? Column(string header)
    {
        var plain = string.Concat(header.Where(c => !char.IsWhiteSpace(c)));
        plain = plain.Length > 2 && plain[1] == '级' && Levels.Contains(plain[0]) ? plain[2..] : plain;
        foreach (var (word, kind) in Words)
        {
            if (plain.StartsWith(word, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>All labels of the range at depth 0, in order.</summary>
    public static List<FoundLabel> In(SourceView view, int start, int end)
    {
        var found = new List<FoundLabel>();
        for (var i = start; i < end; i++)
        {
            var close = view.Brackets.CloseOf(i);
            if (close > 0 && InBracket(view, i) is { } alone)
            {
                found.Add(alone);
                i = alone.ListStart - 1;
            }
            else if (close > 0 && close < end)
            {
                i = close;
            }
            else if ((i == start || Signs.PartsUnits(view[i - 1]) || view[i - 1] is '。' or ':') && At(view, i) is { } label)
            {
                found.Add(label);
                i = label.ListStart - 1;
            }
        }

        return found;
    }
}
