using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>
/// Verbs in place of labels: (X、Y牵头,A及B按职责分工负责), (A分别负责,年内持续推进), and in the sentence itself
/// 由X牵头,A、B参加。
/// </summary>
internal static class VerbUnits
{
    private static readonly string[] Shares =
    [
        "按职责分工负责落实", "按职责分工负责", "按职责分工落实", "按职责负责", "按职责分工", "分别负责", "分工负责", "共同负责", "负责落实", "具体负责", "配合落实", "协同配合",
        "配合", "协助", "协同", "参加", "参与", "负责", "落实",
    ];

    private static readonly string[] Endings = ["负责", "牵头", "配合", "协助", "参加", "参与", "负责落实"];

    public static UnitStatement? Read(SourceView view, int start, int end)
    {
        var (from, to) = view.Trim(start, end);
        from += view[from] == '由' ? 1 : 0;
        var units = new List<DraftUnit>();
        var times = new List<(int Start, int End)>();
        var open = false;
        var lead = IndexOf(view, from, to, "牵头");
        var share = FirstShare(view, from, to, out var word);
        if (lead > from && view[lead - 1] is ('(' or '〔' or '['))
        {
            // 市教育局(牵头)、市财政局: the mark belongs to its name, and the list is read as a list.
            return null;
        }

        if (lead > share && share > from)
        {
            return LeadLast(view, start, end, from, lead);
        }

        if (lead > from)
        {
            var list = UnitList.Read(view, from, lead);
            if (!list.IsPure)
            {
                return null;
            }

            open |= list.IsOpen;
            units.AddRange(list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, DraftUnitRole.Lead, "牵头", ReadingRules.UnitOfVerb)));
            from = AfterVerb(view, lead + 2, to);
        }

        // …按职责分工负责,各县人民政府负责落实: one group of units after another, each with its verb.
        for (share = FirstShare(view, from, to, out word); share > from; share = FirstShare(view, from, to, out word))
        {
            var list = UnitList.Read(view, from, share);
            if (!list.IsPure)
            {
                return null;
            }

            open |= list.IsOpen;
            var role = lead >= 0 || word is "配合" or "协助" or "协同" or "协同配合" or "配合落实" ? DraftUnitRole.Cooperating : DraftUnitRole.Responsible;
            units.AddRange(list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, role, word, ReadingRules.UnitOfVerb)));
            from = AfterSigns(view, share + word.Length, to);
        }

        if (units.Count == 0)
        {
            return null;
        }

        from = AfterSigns(view, from, to);

        if (TimePhrases.IsDeadlinePhrase(view, from, to))
        {
            times.Add((from, to));
        }

        return new UnitStatement(start, end, units, times) { IsOpen = open };
    }

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

    /// <summary>由X牵头,A、B参加。 The statement is read to the end of the sentence; prose that only looks like it gives null.</summary>
    public static UnitStatement? InSentence(SourceView view, int start)
    {
        var stop = SentenceEnd(view, start, 80);
        var lead = IndexOf(view, start, stop, "牵头");
        if (lead < 0 || !UnitList.Read(view, start + 1, lead).IsPure)
        {
            return Charged(view, start);
        }

        var end = SentenceEnd(view, start, 400);
        return (Read(view, start, end) ?? Read(view, start, lead + 2)) is { } statement ? statement with { IsProse = true } : null;
    }

    /// <summary>由X负责: responsible, and no word of who leads.</summary>
    private static UnitStatement? Charged(SourceView view, int start)
    {
        var share = IndexOf(view, start, SentenceEnd(view, start, 60), "负责");
        var list = share < 0 ? null : UnitList.Read(view, start + 1, share);
        return list is { IsPure: true } && list.Units.All(unit => UnitNames.LevelOf(unit.Name) is not null || UnitNames.IsCollective(unit.Name))
            ? new UnitStatement(start, share + 2, [.. list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, DraftUnitRole.Responsible, "负责", ReadingRules.UnitOfVerb))], [])
            {
                IsOpen = list.IsOpen,
                IsProse = true,
            }
            : null;
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

    private static int IndexOf(SourceView view, int start, int end, string word) =>
        start < end ? view.Folded.IndexOf(word, start, end - start, StringComparison.Ordinal) : -1;
}
