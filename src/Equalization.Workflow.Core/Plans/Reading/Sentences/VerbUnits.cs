using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Sentences;

/// <summary>
/// Verbs in place of labels: (X、Y牵头,A及B按职责分工负责), (A分别负责,年内持续推进), and in the sentence itself
/// 由X牵头,A、B参加。
/// </summary>
internal static class VerbUnits
{
    private static readonly string[] Shares =
    [
        "按职责分工负责落实", "按职责分工负责", "按职责分工落实", "按职责负责", "按职责分工", "分别负责", "分工负责", "共同负责", "负责落实", "具体负责", "配合落实", "协同配合",
        "配合", "协助", "协同", "协办", "参加", "参与", "负责", "落实",
    ];

    private static readonly string[] Endings = ["负责", "牵头", "配合", "协助", "参加", "参与", "负责落实"];

    private static readonly string[] Founding = ["建立", "建立健全", "成立", "组建", "健全", "完善", "形成", "构建", "设立"];

    private static readonly string[] Helping = ["配合", "协助", "协同", "协同配合", "配合落实", "协办"];

    public static UnitStatement? Read(SourceView view, int start, int end)
    {
        var (from, to) = view.Trim(start, end);
        to = BeforeNote(view, from, to);
        from += view[from] is '由' or '以' ? 1 : 0;
        var (lead, leads) = LeadAt(view, from, to);
        var share = FirstShare(view, from, to, out var word);
        if (lead > from && "(〔[【〈<".Contains(view[lead - 1]))
        {
            // 市教育局(牵头)、市财政局: the mark belongs to its name, and the list is read as a list.
            return null;
        }

        if (lead > share && share > from)
        {
            return LeadLast(view, start, end, from, lead);
        }

        var said = new Said(view);
        if (lead > from)
        {
            if (!said.Add(from, WithoutCopula(view, lead), DraftUnitRole.Lead, leads))
            {
                return null;
            }

            from = AfterVerb(view, lead + leads.Length, to);
        }

        // …按职责分工负责,各县人民政府负责落实: one group of units after another, each with its verb.
        for (share = FirstShare(view, from, to, out word); share > from; share = FirstShare(view, from, to, out word))
        {
            var role = lead >= 0 || Array.IndexOf(Helping, word) >= 0 ? DraftUnitRole.Cooperating : DraftUnitRole.Responsible;
            if (!said.Add(from, WithoutCopula(view, share), role, word))
            {
                return null;
            }

            from = AfterVerb(view, share + word.Length, to);
        }

        return said.Units.Count == 0 ? null : said.Closed(start, end, AfterSigns(view, from, to), to, lead >= 0);
    }

    /// <summary>What a statement has said so far. The level of a list holds on for the lists behind it.</summary>
    private sealed class Said(SourceView view)
    {
        private readonly List<(int Start, int End)> _times = [];
        private string? _level;
        private bool _isOpen;

        public List<DraftUnit> Units { get; } = [];

        /// <summary>A list of units and nothing else but times: 2025年底前完成,市教育局牵头. False where it is something else.</summary>
        public bool Add(int from, int verb, DraftUnitRole role, string word)
        {
            var list = UnitList.Read(view, from, verb, _level);
            if (list.Units.Count == 0 || !list.Units.All(unit => unit.LooksLikeUnit) || !list.Others.All(part => TimePhrases.IsDeadlinePhrase(view, part.Start, part.End)))
            {
                return false;
            }

            _isOpen |= list.IsOpen;
            _level = list.Level;
            _times.AddRange(list.Others);
            Units.AddRange(list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, role, word, ReadingRules.UnitOfVerb)));
            return true;
        }

        /// <param name="rest">Behind the last verb: a time, or, beside who leads, units that help: 市教育局牵头;市财政局、市人社局.</param>
        public UnitStatement Closed(int start, int end, int rest, int to, bool hasLead)
        {
            var isTime = TimePhrases.IsDeadlinePhrase(view, rest, to);
            if (!isTime && hasLead && UnitList.Read(view, rest, to, _level) is { Units.Count: > 0 } list && (list.IsPure || list.Units.All(Offices.IsNamed)))
            {
                Add(rest, to, DraftUnitRole.Cooperating, "");
            }
            else if (rest < to)
            {
                // 年内开工20所: a time, or what is to be reached by it.
                _times.Add((rest, to));
            }

            return new UnitStatement(start, end, Units, _times) { IsOpen = _isOpen };
        }
    }

    /// <summary>市教育局为牵头单位: 为 is no part of the name.</summary>
    private static int WithoutCopula(SourceView view, int verb) => view[verb - 1] == '为' ? view[verb - 2] == '作' ? verb - 2 : verb - 1 : verb;

    /// <summary>A、B按职责分工负责;C牵头: whoever leads stands last.</summary>
    private static UnitStatement? LeadLast(SourceView view, int start, int end, int from, int lead)
    {
        var units = new List<DraftUnit>();
        var open = false;
        for (var share = FirstShare(view, from, lead, out var word); share > from; share = FirstShare(view, from, lead, out word))
        {
            var list = UnitList.Read(view, from, share);
            if (!list.IsPure)
            {
                return null;
            }

            open |= list.IsOpen;
            units.AddRange(list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, DraftUnitRole.Cooperating, word, ReadingRules.UnitOfVerb)));
            from = AfterSigns(view, share + word.Length, lead);
        }

        return from < lead && Read(view, from, end) is { } led
            ? led with
            {
                Start = start,
                Units = [.. led.Units.Where(unit => unit.Role == DraftUnitRole.Lead), .. units, .. led.Units.Where(unit => unit.Role != DraftUnitRole.Lead)],
                IsOpen = open || led.IsOpen,
            }
            : null;
    }

    /// <summary>市教育局负责,市财政局、市住建局配合。 A sentence that says nothing but who does it.</summary>
    public static UnitStatement? WholeSentence(SourceView view, int start)
    {
        var end = SentenceEnd(view, start, 200);
        var says = Endings.Any(word => view.StartsWith(end - word.Length, word));
        return says && Read(view, start, end) is { Times.Count: 0 } statement ? statement with { IsProse = true } : null;
    }

    /// <summary>市教育局牵头编制规划,市财政局负责落实经费。 Up to the sentence's end, or to the bracket that names the units.</summary>
    public static UnitStatement? InClauses(SourceView view, int start)
    {
        var end = SentenceEnd(view, start, 300);
        return IndexOf(view, start, end, "牵头") > 0 ? VerbClauses.Read(view, start, BeforeBracket(view, start, end)) : null;
    }

    /// <summary>由X牵头,A、B参加。 The statement is read to the end of the sentence; prose that only looks like it gives null.</summary>
    public static UnitStatement? InSentence(SourceView view, int start)
    {
        if (Founding.Any(verb => view.StartsWith(start - verb.Length, verb)))
        {
            // 建立由教育部门牵头、相关部门参与的工作机制 says how a body is made up.
            return null;
        }

        var stop = SentenceEnd(view, start, 80);
        var lead = IndexOf(view, start, stop, "牵头");
        if (lead < 0 || !UnitList.Read(view, start + 1, lead).IsPure)
        {
            return Charged(view, start);
        }

        var end = BeforeBracket(view, start, SentenceEnd(view, start, 400));
        return (Fuller(Read(view, start, end), VerbClauses.Read(view, start, end)) ?? Read(view, start, lead + 2)) is { } statement ? statement with { IsProse = true } : null;
    }

    /// <summary>由市委编办牵头,会同市教育局制定办法: read as a list it ends at the first comma; the clauses say more.</summary>
    private static UnitStatement? Fuller(UnitStatement? list, UnitStatement? clauses) =>
        list is null || (clauses is not null && clauses.Units.Count > list.Units.Count) ? clauses : list;

    private static int BeforeBracket(SourceView view, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var close = view.Brackets.CloseOf(i);
            if (close > 0 && view[i] is '(' or '〔' or '【' or '[' && UnitStatements.Bracketed(view, i, close) is not null)
            {
                return i;
            }

            i = close > 0 ? Math.Min(close, end) : i;
        }

        return end;
    }

    /// <summary>由X负责: responsible, and no word of who leads.</summary>
    private static UnitStatement? Charged(SourceView view, int start)
    {
        var share = IndexOf(view, start, SentenceEnd(view, start, 60), "负责");
        var list = share < 0 ? null : UnitList.Read(view, start + 1, share);
        // 本办法由县教育局负责解释 says nothing of the work.
        if (list is not { IsPure: true } || view.StartsWith(share + 2, "解释") || !list.Units.All(unit => UnitNames.LevelOf(unit.Name) is not null || UnitNames.IsCollective(unit.Name)))
        {
            return null;
        }

        // 由县教育局负责实施,县财政局配合: who helps stands in a later clause.
        var helpers = VerbClauses.Subjects(view, share + 2, BeforeBracket(view, share, SentenceEnd(view, start, 300))).FindAll(one => one.Role == DraftUnitRole.Cooperating);
        return new UnitStatement(start, helpers.Count > 0 ? helpers[^1].List.Units[^1].End : share + 2, [
            .. list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, DraftUnitRole.Responsible, "负责", ReadingRules.UnitOfVerb)),
            .. helpers.SelectMany(one => one.List.Units.Select(unit => LabelledUnits.UnitOf(view, unit, DraftUnitRole.Cooperating, one.Word, ReadingRules.UnitOfVerb)))], [])
        {
            IsOpen = list.IsOpen,
            IsProse = true,
        };
    }

    /// <summary>A verb in the next sentence or line has a subject of its own; a line that ends in a comma goes on.</summary>
    private static int SentenceEnd(SourceView view, int start, int longest)
    {
        var end = start;
        while (end < view.Length && end - start < longest && !Signs.EndsSentence(view[end]) && (view[end] != '\n' || view[end - 1] is ',' or '、'))
        {
            end++;
        }

        return end;
    }

    private static int FirstShare(SourceView view, int start, int end, out string word)
    {
        for (var i = start; i < end; i++)
        {
            foreach (var share in Shares)
            {
                if (view.StartsWith(i, share) && i + share.Length <= end)
                {
                    word = share;
                    return i;
                }
            }
        }

        word = "";
        return -1;
    }

    private static int AfterVerb(SourceView view, int index, int end)
    {
        foreach (var rest in (string[])["负责", "落实", "单位"])
        {
            index += view.StartsWith(index, rest) ? rest.Length : 0;
        }

        return AfterSigns(view, index, end);
    }

    private static int AfterSigns(SourceView view, int index, int end)
    {
        while (index < end && Signs.PartsUnits(view[index]))
        {
            index++;
        }

        return index;
    }

    /// <summary>牵头, and 主办 where others 协办; 为主 only where it ends its clause (以县为主的管理体制).</summary>
    private static (int Index, string Word) LeadAt(SourceView view, int start, int end)
    {
        foreach (var word in (string[])["牵头", "主办", "主要负责", "为主"])
        {
            var at = IndexOf(view, start, end, word);
            var next = at + word.Length;
            if (at >= 0 && !(word == "主要负责" && view[next] is '人' or '同') && (word != "为主" || next >= end || Signs.PartsUnits(view[next])))
            {
                return (at, word);
            }
        }

        return (-1, "牵头");
    }

    /// <summary>…按职责分工负责。以下各项均需各县区落实,不再列出: the last sentence speaks of other items.</summary>
    private static int BeforeNote(SourceView view, int start, int end)
    {
        var stop = end > start ? view.Folded.LastIndexOf('。', end - 1, end - start) : -1;
        return stop > start && Remarks.IsRemark(view, stop + 1, end) ? stop : end;
    }

    private static int IndexOf(SourceView view, int start, int end, string word) =>
        start < end ? view.Folded.IndexOf(word, start, end - start, StringComparison.Ordinal) : -1;
}
