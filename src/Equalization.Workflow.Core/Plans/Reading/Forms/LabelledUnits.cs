using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sentences;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>
/// Units behind labels, in any kind of bracket or in a line of their own: (牵头单位:X,配合单位:A、B),
/// 〔责任单位:A,B〕, 【责任部门:A】, with a deadline as the last part. 责任单位 beside 牵头单位 means cooperating.
/// </summary>
internal static class LabelledUnits
{
    private const int MostLabels = 8;
    private static readonly string[] LeadMarks = [.. ((string[])["牵头", "牵头单位", "牵头部门", "主办", "主责"]).SelectMany(word => "()（）〔〕﹝﹞[]［］【】〈〉<>＜＞".Chunk(2).Select(pair => $"{pair[0]}{word}{pair[1]}"))];

    /// <param name="firstLeads">The document says that the first of the responsible units leads.</param>
    public static UnitStatement? Read(SourceView view, int start, int end, bool firstLeads)
    {
        var labels = UnitLabels.In(view, start, end);
        if (labels.Count == 0 || labels.All(label => label.Kind is LabelKind.Deadline or LabelKind.Person))
        {
            return null;
        }

        // Units before the first label would be lost without a word; then it is prose with a label in it. A time may stand there.
        var before = TrimEnd(view, start, labels[0].Start);
        if (view.Trim(start, before) is var (from, to) && from < to && !TimePhrases.IsDeadlinePhrase(view, from, to))
        {
            return null;
        }

        var hasLead = labels.Any(label => label.Kind == LabelKind.Lead);
        var units = new List<DraftUnit>();
        List<(int Start, int End)> times = before > start ? [(start, before)] : [];
        var (open, says) = (false, false);
        string? level = null;
        for (var i = 0; i < labels.Count; i++)
        {
            var label = labels[i];
            var stop = i + 1 < labels.Count ? labels[i + 1].Start : end;
            if (label.Kind == LabelKind.Person)
            {
                continue;
            }

            if (label.Kind == LabelKind.Deadline)
            {
                times.Add((label.ListStart, TrimEnd(view, label.ListStart, stop)));
                continue;
            }

            var stated = hasLead || label.Kind != LabelKind.Responsible ? null : VerbUnits.Read(view, label.ListStart, TrimEnd(view, label.ListStart, stop));
            if (stated is not null && stated.Units.Any(unit => unit.Role == DraftUnitRole.Lead))
            {
                // 责任单位:市教育局牵头,市财政局配合
                units.AddRange(stated.Units);
                times.AddRange(stated.Times);
                open |= stated.IsOpen;
                continue;
            }

            var list = UnitList.Read(view, label.ListStart, TrimEnd(view, label.ListStart, stop), level);
            level = list.Level;
            open |= list.IsOpen;
            says |= list.Others.Any(part => Remarks.SaysFirstLeads(view, part.Start, part.End));
            units.AddRange(list.Units.Select(unit => UnitOf(view, unit, RoleOf(label.Kind, hasLead), label.Word, ReadingRules.UnitLabelled)));
            times.AddRange(list.Others);
        }

        return units.Count == 0 ? null : new UnitStatement(start, end, Marked(units, says || firstLeads), times) { IsOpen = open, FirstLeadsFromHere = says };
    }

    /// <summary>责任单位:A(牵头)、B marks its lead itself; else the document may say that the first leads.</summary>
    public static List<DraftUnit> Marked(List<DraftUnit> units, bool firstLeads)
    {
        if (units.Exists(unit => unit.Role == DraftUnitRole.Lead))
        {
            return units;
        }

        var marked = units.ConvertAll(unit => LeadMarks.FirstOrDefault(mark => unit.Name.EndsWith(mark, StringComparison.Ordinal)) is { } mark
            ? unit with { Role = DraftUnitRole.Lead, Name = unit.Name[..^mark.Length], ResolvedName = unit.ResolvedName[..^mark.Length] }
            : unit);
        if (!marked.Exists(unit => unit.Role == DraftUnitRole.Lead))
        {
            var first = firstLeads ? units.FindIndex(unit => unit.Role == DraftUnitRole.Responsible) : -1;
            marked = first < 0 ? units : [.. units.Select((unit, i) => i == first ? unit with { Role = DraftUnitRole.Lead, Rule = ReadingRules.UnitFirstLeads } : unit)];
        }

        var hasLead = marked.Exists(unit => unit.Role == DraftUnitRole.Lead);
        return marked.ConvertAll(unit => hasLead && unit.Role == DraftUnitRole.Responsible ? unit with { Role = DraftUnitRole.Cooperating } : unit);
    }

    /// <summary>责任单位:A、B。 without brackets, to the end of the sentence or line; the next line may go on with another label.</summary>
    public static UnitStatement? Line(SourceView view, int start, bool firstLeads)
    {
        if (UnitLabels.At(view, start) is null)
        {
            return null;
        }

        var end = EndOfLine(view, start);
        for (var (next, labels) = (end, 1); next < view.Length && labels < MostLabels; labels++)
        {
            while (char.IsWhiteSpace(view[next]) || view[next] == '。')
            {
                next++;
            }

            if (UnitLabels.At(view, next) is null)
            {
                break;
            }

            next = end = EndOfLine(view, next);
        }

        end = AfterUnitLines(view, end);
        return Read(view, start, Math.Min(end, start + 1500), firstLeads) is { } statement ? statement with { Start = start, End = end } : null;
    }

    /// <summary>A list may go on with one unit a line; a line counts when it holds units of a known level and nothing else.</summary>
    private static int AfterUnitLines(SourceView view, int end)
    {
        for (var lines = 0; lines < 30 && view[end] == '\n'; lines++)
        {
            var stop = view.LineEnd(end + 1);
            if (stop - end is < 3 or > 60 || UnitList.Read(view, end + 1, stop) is not { IsPure: true } list
                || !list.Units.All(unit => UnitNames.LevelOf(unit.Name) is not null || unit.Name.StartsWith('各')))
            {
                break;
            }

            end = stop;
        }

        return end;
    }

    public static DraftUnit UnitOf(SourceView view, ListedUnit unit, DraftUnitRole role, string label, ReadingRule rule) =>
        new(unit.IsPartner ? DraftUnitRole.Cooperating : role, unit.Name, unit.ResolvedName, UnitNames.IsCollective(unit.ResolvedName), label, view.Span(unit.Start, unit.End)) { Rule = rule };

    private static DraftUnitRole RoleOf(LabelKind kind, bool hasLead) => kind switch
    {
        LabelKind.Lead => DraftUnitRole.Lead,
        LabelKind.Cooperating => DraftUnitRole.Cooperating,
        LabelKind.Responsible => hasLead ? DraftUnitRole.Cooperating : DraftUnitRole.Responsible,
        LabelKind.Deadline or LabelKind.Person => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static int TrimEnd(SourceView view, int start, int end)
    {
        while (end > start && (Signs.PartsUnits(view[end - 1]) || view[end - 1] is '。' or '.'))
        {
            end--;
        }

        return end;
    }

    /// <summary>Also at a bracket that was opened before: what stands in it is no part of a line.</summary>
    private static int EndOfLine(SourceView view, int start)
    {
        var end = start;
        while (end < view.Length && view[end] is not ('\n' or '。') && !(view.Brackets.OpenOf(end) is >= 0 and var open && open < start))
        {
            end++;
        }

        return end;
    }
}
