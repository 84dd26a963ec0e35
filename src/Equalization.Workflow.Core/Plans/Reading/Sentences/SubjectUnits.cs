using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Sentences;

/// <summary>The unit as subject of the first sentence: 各县(市、区)要… Only where no statement names units.</summary>
internal static class SubjectUnits
{
    private const int LongestSubject = 40;
    private const int LongestSentence = 300;
    private static readonly string[] Duties = ["应当", "应该", "必须", "需要", "要", "应", "须", "负责", "牵头"];

    /// <summary>云溪市应急管理局, 市要素保障办: the sign of a duty within a name.</summary>
    private static readonly string[] Names = ["应急", "要素"];

    /// <summary>Behind 要 these say that nobody leads.</summary>
    private static readonly string[] Sharing = ["按照职责分工", "按职责分工", "按照各自职责", "按照职责", "按职责", "各负其责", "各司其职", "密切配合", "加强协作", "积极配合"];

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
            // 具体由市财政局会同市教育局落实: the subject begins behind 由.
            var by = word > clause.Start ? view.Folded.LastIndexOf('由', word - 1, word - clause.Start) : -1;
            if (word > clause.Start && WithPartners(view, Math.Max(clause.Start, by + 1), word, word, clause.End) is { } statement)
            {
                return statement;
            }
        }

        return null;
    }

    private static UnitStatement? At(SourceView view, Heading heading, int start)
    {
        start = Openings.Skip(view, start, Math.Min(heading.End, start + LongestSubject));
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
                return WithPartners(view, start, i, i, stop);
            }

            if (Names.Any(name => view.StartsWith(i, name)))
            {
                i++;
                continue;
            }

            if (Array.Find(Duties, duty => view.StartsWith(i, duty)) is { } duty)
            {
                if (view.StartsWith(i + duty.Length, "会同"))
                {
                    return WithPartners(view, start, i, i + duty.Length, stop);
                }

                var shares = Sharing.Any(word => view.StartsWith(i + duty.Length, word)) || (duty == "负责" && Signs.EndsClause(view[i + duty.Length]));
                var role = shares ? DraftUnitRole.Responsible : DraftUnitRole.Lead;
                var list = UnitList.Read(view, start, i);
                if (!list.IsPure || start == heading.TitleEnd || !list.Units.All(IsOffice))
                {
                    return null;
                }

                var helpers = VerbClauses.Helpers(view, i + duty.Length, SentenceEnd(view, i, heading.End));
                return new UnitStatement(start, i, [.. list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, role, "", ReadingRules.UnitSubject)), .. helpers.Units], [])
                {
                    IsOpen = list.IsOpen || helpers.IsOpen,
                    Doubts = [role == DraftUnitRole.Lead ? "牵头单位按句子的主语推定，请核对。" : "责任单位按句子的主语推定，请核对。"],
                };
            }
        }

        return null;
    }

    private static int SentenceEnd(SourceView view, int start, int stop)
    {
        stop = Math.Min(stop, start + LongestSentence);
        while (start < stop && !Signs.EndsSentence(view[start]) && view[start] != '\n')
        {
            start++;
        }

        return start;
    }

    /// <summary>市教育局会同市委编办、市人社局制定办法: the subject leads, and nothing parts the last partner from the verb.</summary>
    /// <param name="end">Where the subject ends: at the word itself, or at 要 before it.</param>
    private static UnitStatement? WithPartners(SourceView view, int start, int end, int word, int stop)
    {
        var subject = UnitList.Read(view, start, end);
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

    /// <summary>学校要…, 有关部门要… and 教师要… are what the sentence is about; an office has a level, a place or stands for all of its kind.</summary>
    private static bool IsOffice(ListedUnit unit) =>
        Offices.IsNamed(unit) && (!UnitNames.IsCollective(unit.Name) || UnitNames.IsCountyWord(unit.Name) || (unit.Name.Contains('各') && !unit.Name.EndsWith('校')));
}
