using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Arrangements;

/// <summary>
/// The group that leads the work: 成立由市政府主要领导任组长,分管领导任副组长的创建工作领导小组; or 成立…领导小组 with 组长:… 副组长:… after it.
/// </summary>
internal static class LeadingGroups
{
    private const string Group = "领导小组";
    private const int Reach = 120;
    private static readonly string[] Founding = ["成立", "组建", "设立", "建立"];
    private static readonly string[] Roles = ["任", "为", "担任"];

    public static DraftLeadingGroup? In(SourceView view)
    {
        for (var at = Next(view, "组长", 0); at >= 0; at = Next(view, "组长", at + 2))
        {
            if (view[at - 1] != '副' && (OfSentence(view, at) ?? OfLabels(view, at)) is { } group)
            {
                return group;
            }
        }

        return null;
    }

    /// <summary>由X任组长,Y任副组长的Z领导小组.</summary>
    private static DraftLeadingGroup? OfSentence(SourceView view, int at)
    {
        var role = Roles.LastOrDefault(word => view.StartsWith(at - word.Length, word));
        var opening = role is null ? -1 : LastOf(view, ['由', '以'], Math.Max(0, at - 40), at);
        if (role is null || opening < 0)
        {
            return null;
        }

        var head = view.Name(opening + 1, at - role.Length);
        var end = at + 2;
        string? deputies = null;
        var second = Within(view, "副组长", end, 60);
        if (second > 0 && Roles.LastOrDefault(word => view.StartsWith(second - word.Length, word)) is { } secondRole)
        {
            var from = view[end] is ',' or '、' ? end + 1 : end;
            deputies = view.Name(from, second - secondRole.Length);
            end = second + 3;
        }

        return NameAfter(view, end) is { } after ? new DraftLeadingGroup(view.Name(after.Start, after.End), head, deputies, view.Span(opening, after.End))
            : NameBefore(view, opening) is { } before ? new DraftLeadingGroup(view.Name(before.Start, before.End), head, deputies, view.Span(before.Start, end))
            : null;
    }

    /// <summary>特成立…领导小组。组长:X副组长:Y成员:…</summary>
    private static DraftLeadingGroup? OfLabels(SourceView view, int at)
    {
        if (NameBefore(view, at) is not { } name)
        {
            return null;
        }

        var head = Named(view, at + 2);
        var second = Within(view, "副组长", at, Reach);
        var deputies = second > 0 ? Named(view, second + 3) : null;
        return head is { } one
            ? new DraftLeadingGroup(view.Name(name.Start, name.End), view.Name(one.Start, one.End), deputies is { } two ? view.Name(two.Start, two.End) : null,
                view.Span(name.Start, (deputies ?? one).End))
            : null;
    }

    private static TextLine? Named(SourceView view, int index)
    {
        var start = index + (view[index] is ':' ? 1 : 0);
        var end = start;
        while (end < view.Length && end - start < 60 && view[end] is not ('\n' or '。' or ';') && !view.StartsWith(end, "副组长") && !view.StartsWith(end, "成员"))
        {
            end++;
        }

        var (from, to) = view.Trim(start, end);
        return view[index] is ':' or ' ' && from < to ? new TextLine(from, to) : null;
    }

    /// <summary>…任副组长的创建工作领导小组.</summary>
    private static TextLine? NameAfter(SourceView view, int start)
    {
        var group = Within(view, Group, start, 60);
        var of = group > 0 ? LastOf(view, ['的'], start, group) : -1;
        return of >= 0 && group - of <= 30 ? new TextLine(of + 1, group + Group.Length) : null;
    }

    /// <summary>成立创建工作领导小组,由…</summary>
    private static TextLine? NameBefore(SourceView view, int end)
    {
        var group = view.Folded.LastIndexOf(Group, end, Math.Min(end, Reach), StringComparison.Ordinal);
        if (group < 0)
        {
            return null;
        }

        var start = Founding.Max(word => view.Folded.LastIndexOf(word, group, Math.Min(group, 40), StringComparison.Ordinal) is >= 0 and var found ? found + word.Length : -1);
        return start > 0 ? new TextLine(start, group + Group.Length) : null;
    }

    private static int Next(SourceView view, string word, int start) => start < view.Length ? view.Folded.IndexOf(word, start, StringComparison.Ordinal) : -1;

    private static int Within(SourceView view, string word, int start, int reach) =>
        start < view.Length ? view.Folded.IndexOf(word, start, Math.Min(reach, view.Length - start), StringComparison.Ordinal) : -1;

    private static int LastOf(SourceView view, char[] signs, int start, int end) => view.Folded.LastIndexOfAny(signs, end - 1, end - start);
}
