using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Forms;

namespace Equalization.Workflow.Core.Plans.Files;

/// <summary>The head of a table of tasks (任务分解表), in one row or two, and what its columns are called in other offices.</summary>
public static class TaskHeads
{
    private const int LongestName = 20;

    /// <summary>A task may begin with 牵头 too, but not so short.</summary>
    private const int LongestUnitHead = 12;

    private const string Remark = "备注";

    /// <summary>What people write and what the reader of tables knows it by; the first that the heading begins with counts.</summary>
    private static readonly (string Written, string Known)[] Synonyms =
    [
        ("主管单位", "牵头单位"), ("主管部门", "牵头单位"), ("主办部门", "牵头单位"), ("主体责任单位", "牵头单位"), ("主要承办单位", "牵头单位"), ("总牵头", "牵头单位"),
        ("协同部门", "配合单位"), ("协办部门", "配合单位"), ("参与部门", "配合单位"), ("参加部门", "配合单位"), ("协助单位", "配合单位"), ("协同责任单位", "配合单位"), ("其他责任单位", "配合单位"),
        ("承办部门", "责任单位"), ("实施主体", "责任单位"), ("实施部门", "责任单位"), ("落实部门", "责任单位"), ("责任处室", "责任科室"), ("责任股室", "责任科室"),
        ("完成日期", "完成时限"), ("截止日期", "完成时限"), ("截止时间", "完成时限"), ("期限", "完成时限"), ("完成节点", "完成时限"), ("时间节点", "完成时限"), ("时间安排", "完成时限"), ("办理期限", "完成时限"),
        ("负责人", "责任人"), ("责任人员", "责任人"), ("负责同志", "责任领导"), ("包联", "责任领导"), ("联络员", "联系人"),
    ];

    private static readonly string[] Classes = ["类别", "分类", "领域", "板块", "方面", "项目分类"];

    /// <summary>Whether a row of names is the head of a table of tasks.</summary>
    public static bool IsHead(IReadOnlyList<string> names) => Known(names) is not null;

    /// <summary>Whether a column of this name has a meaning.</summary>
    public static bool IsColumn(string name) => Column.Of(Known(name)).Kind != ColumnKind.Other;

    public static bool IsUnits(string name) => Column.Of(Known(name)).Kind == ColumnKind.Units;

    /// <summary>The names under which the reader knows the columns; null for a row that is no head: one names a task and a unit.</summary>
    internal static IReadOnlyList<string>? Known(IReadOnlyList<string> names)
    {
        if (names.Any(name => name.Length > LongestName))
        {
            return null;
        }

        var known = names.Select(Known).ToList();
        var kinds = known.ConvertAll(name => Column.Of(name).Kind);
        var tasks = kinds.Count(kind => kind == ColumnKind.Task);
        if ((tasks == 0 && !kinds.Contains(ColumnKind.Subject)) || !known.Exists(name => name.Length <= LongestUnitHead && Column.Of(name).Kind == ColumnKind.Units))
        {
            return null;
        }

        var last = kinds.LastIndexOf(ColumnKind.Task);
        for (var i = 0; i < last; i++)
        {
            // One head over two columns: the right one holds what is merged over both.
            known[i] = Array.IndexOf(Classes, known[i]) >= 0 ? "任务类别" : kinds[i] == ColumnKind.Task && known[i] == known[i + 1] ? Remark : known[i];
            tasks -= kinds[i] == ColumnKind.Task && known[i] == Remark ? 1 : 0;
        }

        for (var i = known.Count - 1; i >= 0 && tasks > 1; i--)
        {
            if (kinds[i] == ColumnKind.Task && known[i] != Remark && Column.Beside(known[i]) is { } other)
            {
                known[i] = other == ColumnKind.Target ? "目标" : Remark;
                tasks--;
            }
        }

        return known;
    }

    /// <summary>
    /// The heads of two rows as one, where the upper one names groups: 责任单位 over 牵头单位 and 配合单位. Null where the second row is none.
    /// </summary>
    /// <param name="top">A group's name in each of its columns.</param>
    /// <param name="below">Empty under a name that goes on from above.</param>
    public static IReadOnlyList<string>? Joined(IReadOnlyList<string> top, IReadOnlyList<string> below)
    {
        if (top.Count < 2 || below.Count > top.Count || top.Concat(below).Any(name => name.Length > LongestName))
        {
            return null;
        }

        var hasGroup = false;
        var joined = new List<string>(top.Count);
        for (var i = 0; i < top.Count; i++)
        {
            var under = i < below.Count && below[i] != top[i] ? below[i] : "";
            var inGroup = (i > 0 && top[i] == top[i - 1]) || (i + 1 < top.Count && top[i] == top[i + 1]);
            if (under.Length > 0 && !inGroup)
            {
                return null;
            }

            hasGroup |= under.Length > 0;
            joined.Add(under.Length == 0 ? top[i] : Under(top[i], under));
        }

        return hasGroup && Known(joined) is not null ? joined : null;
    }

    /// <summary>Under 责任单位 a bare 牵头 stays what it says; under 目标 the year 2024年 is a target.</summary>
    private static string Under(string group, string name)
    {
        var kind = Column.Of(Known(group)).Kind;
        return Column.Of(Known(name)).Kind != ColumnKind.Other || kind is not (ColumnKind.Target or ColumnKind.Person) ? name
            : kind != ColumnKind.Target ? group
            : Column.Of(name + "目标").Year is { } year ? $"{year}年目标"
            : "目标";
    }

    private static string Known(string written)
    {
        var plain = string.Concat(written.Where(c => !char.IsWhiteSpace(c)));
        var start = Array.Find(Synonyms, synonym => plain.StartsWith(synonym.Written, StringComparison.Ordinal));
        return start.Known ?? (UnitLabels.Column(plain) is null && plain.EndsWith("领导", StringComparison.Ordinal) ? "责任领导" : plain);
    }
}
