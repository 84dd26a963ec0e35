using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Sentences;

/// <summary>The unit as subject of the first sentence: 各县(市、区)要… Only where no statement names units.</summary>
internal static class SubjectUnits
{
    private const int LongestSubject = 40;
    private static readonly string[] Duties = ["要", "应", "须", "必须", "负责", "牵头"];

    public static UnitStatement? Read(SourceView view, Heading heading)
    {
        var start = heading.TitleEnd;
        while (start < heading.End && (char.IsWhiteSpace(view[start]) || view[start] is '。' or ':'))
        {
            start++;
        }

        return At(view, heading, start) ?? (heading.TitleEnd > heading.TitleStart ? At(view, heading, heading.TitleStart) : null) ?? LaterWithPartners(view, heading);
    }

    /// <summary>建立制度,市教育局会同市委编办制定办法: the subject of a later clause counts where it names its partners.</summary>
    private static UnitStatement? LaterWithPartners(SourceView view, Heading heading)
    {
        foreach (var clause in Clauses.Of(view, heading.TitleStart, heading.End))
        {
            var word = view.Folded.IndexOf("会同", clause.Start, Math.Min(clause.End - clause.Start, LongestSubject), StringComparison.Ordinal);
            if (word > clause.Start && WithPartners(view, clause.Start, word, clause.End) is { } statement)
            {
                return statement;
            }
        }

        return null;
    }

    private static UnitStatement? At(SourceView view, Heading heading, int start)
    {
        var stop = Math.Min(heading.End, start + LongestSubject);
        for (var i = start + 2; i < stop && !Signs.EndsSentence(view[i]); i++)
        {
            var close = view.Brackets.CloseOf(i);
            if (close > 0)
            {
                i = close;
                continue;
            }

            if (view.StartsWith(i, "会同"))
            {
                return WithPartners(view, start, i, stop);
            }

            if (Duties.Any(duty => view.StartsWith(i, duty)))
            {
                var list = UnitList.Read(view, start, i);
                return !list.IsPure || start == heading.TitleEnd || !list.Units.All(IsOffice)
                    ? null
                    : new UnitStatement(start, i, [.. list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, DraftUnitRole.Lead, "", ReadingRules.UnitSubject))], [])
                    {
                        IsOpen = list.IsOpen,
                        Doubts = ["牵头单位按句子的主语推定，请核对。"],
                    };
            }
        }

        return null;
    }

    /// <summary>市教育局会同市委编办、市人社局制定办法: the subject leads, and nothing parts the last partner from the verb.</summary>
    private static UnitStatement? WithPartners(SourceView view, int start, int word, int stop)
    {
        var subject = UnitList.Read(view, start, word);
        if (subject is not { IsPure: true, Units.Count: 1 } || !subject.Units.All(IsOffice))
        {
            return null;
        }

        var partners = PartnerLists.From(view, word + 2, Math.Max(stop, Math.Min(view.Length, word + PartnerLists.Longest)));
        return partners is null
            ? null
            : new UnitStatement(start, partners.Units[^1].End, [
                .. subject.Units.Select(unit => LabelledUnits.UnitOf(view, unit, DraftUnitRole.Lead, "", ReadingRules.UnitSubject)),
                .. partners.Units.Select(unit => LabelledUnits.UnitOf(view, unit, DraftUnitRole.Cooperating, "会同", ReadingRules.UnitPartner))], [])
            {
                IsOpen = partners.IsOpen,
                Doubts = ["牵头单位按句子的主语推定，请核对。"],
            };
    }

    /// <summary>学校要… and 教师要… are what the sentence is about; an office has a level, a place or stands for all of its kind.</summary>
    private static bool IsOffice(ListedUnit unit) =>
        UnitNames.LevelOf(unit.Name) is not null || UnitNames.IsVertical(unit.Name) || UnitNames.NamesPlace(unit.Name)
        || (unit.Name.StartsWith('各') && !unit.Name.EndsWith('校') && !unit.Name.EndsWith("学校", StringComparison.Ordinal));
}
