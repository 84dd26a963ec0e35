using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Bodies;

/// <summary>A unit found in a list, with its place in the view.</summary>
internal readonly record struct ListedUnit(string Name, string ResolvedName, int Start, int End)
{
    /// <summary>Stands after 会同: it works with the unit before and answers for nothing itself.</summary>
    public bool IsPartner { get; init; }

    /// <summary>教育 in 教育、财政等部门.</summary>
    public bool IsField { get; init; }

    /// <summary>Something stands in the name that is no part of one.</summary>
    public bool IsSpoiled { get; init; }

    public bool LooksLikeUnit => IsField || (!IsSpoiled && UnitNames.EndsLikeUnit(Name));
}

/// <summary>
/// A list of units: 市教育局,区县(市)政府、市编办和财政局等. Parts at depth 0 only; what stands in brackets belongs to the unit.
/// </summary>
internal sealed class UnitList
{
    private const int LongestTail = 14;

    /// <summary>All that may stand in 等市直有关部门和单位 and 等8个部门.</summary>
    private const string TailSigns = "市县区省州镇直级有关相职能成员各责任部门单位和及科股处室个家0123456789一二三四五六七八九十余多";

    private static readonly string[] TailEndings = ["部门", "单位", "科室", "股室", "处室"];

    private readonly List<ListedUnit> _units = [];
    private readonly List<(int Start, int End)> _others = [];
    private bool _namesDepartments;

    public IReadOnlyList<ListedUnit> Units => _units;

    /// <summary>Parts that a rule of the list did not take for a unit: dates and remarks.</summary>
    public IReadOnlyList<(int Start, int End)> Others => _others;

    public bool IsOpen { get; private set; }

    /// <summary>The level of the last unit, which a later list of the same statement inherits.</summary>
    public string? Level { get; private set; }

    /// <summary>True when there is at least one unit, every part ends like one, and nothing else stands in the list.</summary>
    public bool IsPure => _units.Count > 0 && _others.Count == 0 && _units.All(unit => unit.LooksLikeUnit);

    /// <param name="level">The level of the units before in the same statement.</param>
    public static UnitList Read(SourceView view, int start, int end, string? level = null)
    {
        var list = new UnitList();
        var governed = false;
        var partner = false;
        if (PartnerWordAt(view, view.Trim(start, end).Start) is 2)
        {
            start = view.Trim(start, end).Start + 2;
        }

        foreach (var (from, to) in JoinCountyPairs(view, Split(view, start, end)))
        {
            partner = FollowsPartnerWord(view, from) || (partner && !FollowsSemicolon(view, from));
            var (a, b) = list.DropOpenTail(view, from, to);
            if (a >= b)
            {
                continue;
            }

            if (TimePhrases.IsDeadlinePhrase(view, a, b) || Remarks.IsRemark(view, a, b))
            {
                list._others.Add((a, b));
                continue;
            }

            b = list.BeforeRemark(view, a, b);
            var name = view.Name(a, b);
            list._namesDepartments |= name.EndsWith("部门", StringComparison.Ordinal) && UnitNames.IsField(name[..^2]);
            var resolved = UnitNames.Resolve(name, level);
            if (governed && !UnitNames.IsCollective(name) && (UnitNames.LevelOf(name) is null || name[0] is '镇' or '乡') && IsGoverned(name))
            {
                resolved = "各" + name;
            }

            governed = resolved.StartsWith('各');
            level = UnitNames.LevelOf(resolved) ?? level;
            list._units.Add(new ListedUnit(name, resolved, a, b) { IsPartner = partner, IsSpoiled = !CleanNames.IsClean(view, a, b) });
        }

        list.Level = level;
        return list._namesDepartments ? list.WithFields() : list;
    }

    /// <summary>发改、财政等部门 and 教育、财政部门: fields of work are offices beside the word departments.</summary>
    private UnitList WithFields()
    {
        for (var i = 0; i < _units.Count; i++)
        {
            _units[i] = _units[i] with { IsField = UnitNames.IsField(_units[i].Name) };
        }

        return this;
    }

    /// <summary>各镇政府、街办、开发区管委会: kinds of body, not bodies, so 各 reaches over them.</summary>
    private static bool IsGoverned(string name) =>
        name is "街办" or "街道" or "街道办" or "街道办事处" or "乡镇" or "学校" or "社区" or "村" or "部门" or "单位"
            or "幼儿园" or "中小学" or "中小学校" or "小学" or "初中" or "中学" or "教学点" or "高中"
        || name.StartsWith("开发区", StringComparison.Ordinal) || name.StartsWith("乡镇", StringComparison.Ordinal)
        || name.StartsWith("街道", StringComparison.Ordinal) || name.StartsWith("镇", StringComparison.Ordinal)
        || name is "乡人民政府" or "乡政府" || name.StartsWith("园区", StringComparison.Ordinal) || name.StartsWith("管委会", StringComparison.Ordinal);

    private (int Start, int End) DropOpenTail(SourceView view, int start, int end)
    {
        (start, end) = view.Trim(start, end);
        var tail = OpenTail(view, start, end);
        if (tail < 0)
        {
            return (start, end);
        }

        IsOpen = true;
        _namesDepartments |= view.Folded.IndexOf("部门", tail, end - tail, StringComparison.Ordinal) >= 0;

        // 等有关部门 with nothing named before it is all there is, so it stays as the unit.
        return tail == start && end - tail > 1 ? (start + 1, end) : view.Trim(start, tail);
    }

    /// <summary>Where 等, 等有关部门 or 等8个部门 begins at the end of the part; -1 where the part ends otherwise.</summary>
    private static int OpenTail(SourceView view, int start, int end)
    {
        var at = end > start ? view.Folded.LastIndexOf('等', end - 1, Math.Min(end - start, LongestTail)) : -1;
        var rest = at < 0 ? "" : view.Folded[(at + 1)..end];
        return at >= 0 && (rest.Length == 0 || (rest.All(TailSigns.Contains) && TailEndings.Any(ending => rest.EndsWith(ending, StringComparison.Ordinal)))) ? at : -1;
    }

    private static List<(int Start, int End)> Split(SourceView view, int start, int end)
    {
        var parts = new List<(int Start, int End)>();
        var from = start;
        for (var i = start; i < end; i++)
        {
            var close = view.Brackets.CloseOf(i);
            if (close >= 0 && close < end)
            {
                i = close;
                continue;
            }

            var length = SeparatorAt(view, from, i, end);
            if (length > 0)
            {
                Add(view, parts, from, i);
                from = i + length;
                i = from - 1;
            }
        }

        Add(view, parts, from, end);
        return parts;
    }

    private static void Add(SourceView view, List<(int Start, int End)> parts, int from, int to)
    {
        (from, to) = view.Trim(from, to);
        if (from < to)
        {
            parts.Add((from, to));
        }
    }

    private static int SeparatorAt(SourceView view, int from, int i, int end)
    {
        if (view[i] is '、' or ',' or ';' or '|' or '/')
        {
            return 1;
        }

        if (char.IsWhiteSpace(view[i]))
        {
            return PartsAtSpace(view, from, i, end) ? 1 : 0;
        }

        // 等有关部门和单位 is one tail of the list.
        if (view[i] == '和' && view.StartsWith(i + 1, "单位") && view.StartsWith(i - 2, "部门"))
        {
            return 0;
        }

        if (PartnerWordAt(view, i) is > 0 and var joins && i > from)
        {
            return UnitNames.EndsLikeUnit(Bounded(view, from, i)) && BeginsOffice(view, i + joins, end) ? joins : 0;
        }

        var word = view.StartsWith(i, "以及") ? 2 : view[i] is '及' or '和' or '与' ? 1 : 0;
        if (word == 0 || i == from || i + word >= end)
        {
            return 0;
        }

        // 和 and 及 part two units only when both sides end like one: 市人力资源和社会保障局 is a single name.
        var left = Bounded(view, from, i);
        return (UnitNames.EndsLikeUnit(left) && BeginsUnit(view, i + word, end)) || (UnitNames.IsField(left) && UnitNames.BeginsWithField(view.Name(i + word, Math.Min(end, i + word + 12)))) ? word : 0;
    }

    /// <summary>市教育局(分管领导:张敏): who stands behind a label in the bracket is no part of the name, and a remark (排在首位的为牵头单位) neither.</summary>
    private int BeforeRemark(SourceView view, int start, int end)
    {
        var open = view[end - 1] == ')' ? view.Brackets.OpenOf(end - 1) : -1;
        if (open <= start || !(view.Folded.IndexOf(':', open, end - open) >= 0 || Remarks.IsRemark(view, open + 1, end - 1)))
        {
            return end;
        }

        _others.AddRange(Remarks.IsRemark(view, open + 1, end - 1) ? [(open + 1, end - 1)] : []);
        return view.Trim(start, open).End;
    }

    private static int PartnerWordAt(SourceView view, int i) => view.StartsWith(i, "会同") || view.StartsWith(i, "联合") ? 2 : view[i] == '商' ? 1 : 0;

    /// <summary>市教育局会同市财政局: the second has a level or stands for several; 市投资促进局商务科 is one name.</summary>
    private static bool BeginsOffice(SourceView view, int start, int end)
    {
        var name = view.Name(start, Math.Min(end, start + 6));
        return BeginsUnit(view, start, end) && (view.StartsWith(start - 2, "会同") || UnitNames.LevelOf(name) is not null || name.StartsWith('各'));
    }

    private static bool FollowsPartnerWord(SourceView view, int start)
    {
        var (_, end) = view.Trim(0, start);
        return view.StartsWith(end - 2, "会同") || view.StartsWith(end - 2, "联合") || (end > 0 && view[end - 1] == '商');
    }

    private static bool FollowsSemicolon(SourceView view, int start)
    {
        var (_, end) = view.Trim(0, start);
        return end > 0 && view[end - 1] == ';';
    }

    /// <summary>A unit's name up to the next joining sign, or one that holds a 和 of its own: …和市住房和城乡建设局.</summary>
    private static bool BeginsUnit(SourceView view, int start, int end)
    {
        var next = start;
        for (var joined = 0; joined < 2 && next < end; joined++, next++)
        {
            while (next < end && !Signs.PartsUnits(view[next]) && view[next] is not ('及' or '和' or '与'))
            {
                var close = view.Brackets.CloseOf(next);
                next = close >= 0 && close < end ? close + 1 : next + 1;
            }

            if (UnitNames.EndsLikeUnit(WithoutOpenTail(Bounded(view, start, next))))
            {
                return true;
            }

            if (Signs.PartsUnits(view[next]))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>White space parts two units, but a line that was wrapped in the middle of a name (市城乡 / 规划局) does not.</summary>
    private static bool PartsAtSpace(SourceView view, int from, int i, int end)
    {
        var (_, left) = view.Trim(from, i);
        var (right, _) = view.Trim(i, end);
        if (left <= from || !UnitNames.EndsLikeUnit(Bounded(view, from, left)))
        {
            return false;
        }

        return !UnitNames.IsHalfName(view[left - 1]) || view[right] == '各' || UnitNames.LevelOf(view.Name(right, Math.Min(end, right + 6))) is not null;
    }

    /// <summary>A unit's name is short; looking at its last signs keeps long runs of text from being copied for each 和 in them.</summary>
    private static string Bounded(SourceView view, int start, int end) => view.Name(Math.Max(start, end - 40), end);

    private static string WithoutOpenTail(string name) => name.EndsWith('等') ? name[..^1] : name;

    /// <summary>各区、县级市 and 各市、州、县人民政府 are one unit, although they hold 、.</summary>
    private static List<(int Start, int End)> JoinCountyPairs(SourceView view, List<(int Start, int End)> parts)
    {
        var joined = new List<(int Start, int End)>(parts.Count);
        var open = false;
        foreach (var part in parts)
        {
            var name = view.Name(part.Start, part.End);
            if (open && ContinuesCounties(name))
            {
                joined[^1] = (joined[^1].Start, part.End);
                open = IsLevel(WithoutBracket(name));
                continue;
            }

            if (name is "政府" or "人民政府" or "办事处" && joined.Count > 0 && IsParty(view.Name(joined[^1].Start, joined[^1].End)))
            {
                // 各乡镇党委、政府 is one collective, written with both its heads.
                joined[^1] = (joined[^1].Start, part.End);
                continue;
            }

            joined.Add(part);
            open = name.StartsWith('各') && IsLevel(WithoutBracket(name[1..].Replace("有关", "", StringComparison.Ordinal).Replace("相关", "", StringComparison.Ordinal)));
        }

        return joined;
    }

    private static bool IsParty(string name) => name.EndsWith("党委", StringComparison.Ordinal) || name.EndsWith("党工委", StringComparison.Ordinal);

    private static bool IsLevel(string name) => name is "区" or "县" or "市" or "州" or "旗" or "盟" or "地区";

    private static bool ContinuesCounties(string name) =>
        IsLevel(name) || name.StartsWith("县级市", StringComparison.Ordinal) || (name is [var c, ..] && "县区市州旗".Contains(c) && WithoutBracket(name)[1..] is "" or "人民政府" or "政府" or "党委政府");

    /// <summary>州 of 州(盟), 县人民政府 of 县(市、区)人民政府.</summary>
    private static string WithoutBracket(string name)
    {
        var open = name.AsSpan().IndexOfAny('(', '（');
        var close = name.AsSpan().IndexOfAny(')', '）');
        return open > 0 && close > open ? name[..open] + name[(close + 1)..] : name;
    }
}
