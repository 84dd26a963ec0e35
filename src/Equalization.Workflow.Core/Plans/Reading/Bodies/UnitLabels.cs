using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Plans.Reading.Sources;

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
        ("牵头", LabelKind.Lead), ("主办", LabelKind.Lead), ("配合", LabelKind.Cooperating), ("协办", LabelKind.Cooperating),
    ];

    /// <summary>The label that stands here with its colon, or none.</summary>
    public static FoundLabel? At(SourceView view, int index)
    {
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

            return view[after] == ':' ? new FoundLabel(kind, word, index, after + 1)
                : view[after] == '为' ? new FoundLabel(kind, word, index, after + 1)
                : word.Length >= 4 && kind != LabelKind.Person && kind != LabelKind.Deadline && HoldsOnlyOffices(view, after) ? new FoundLabel(kind, word, index, after)
                : null;
        }

        return null;
    }

    /// <summary>责任单位县委宣传部、县融媒体中心。 The colon is lost; nothing but offices follows to the end of the sentence.</summary>
    private static bool HoldsOnlyOffices(SourceView view, int start)
    {
        var end = start;
        while (end < view.Length && end - start < 200 && !Signs.EndsSentence(view[end]) && view[end] is not ('\n' or ')' or '〕' or '】' or ']')
            && !(view[end] == ',' && Words.Any(label => view.StartsWith(end + 1, label.Word))))
        {
            end = view.Brackets.CloseOf(end) is > 0 and var close ? close + 1 : end + 1;
        }

        return UnitNames.LevelOf(view.Name(start, Math.Min(end, start + 6))) is not null
            && UnitList.Read(view, start, end) is { IsPure: true } list && list.Units.All(unit => UnitNames.LevelOf(unit.ResolvedName) is not null);
    }

    /// <summary>What a table column of this name holds; a header's words may be broken by spaces or lines.</summary>
    public static LabelKind? Column(string header)
    {
        var plain = string.Concat(header.Where(c => !char.IsWhiteSpace(c)));
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
            if (close > 0 && close < end)
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
