using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Goals;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sentences;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>A chapter by unit: (一)市教育局:发挥创建工作牵头作用… The heading is the list of units, the text its duties; 会同A cooperates.</summary>
internal static class UnitChapters
{
    // Who leads says so in its first sentence.
    private const int LongestClaim = 60;

    public static UnitStatement? Read(SourceView view, Heading heading)
    {
        if (heading.TitleEnd <= heading.TitleStart || view[heading.TitleEnd] is not (':' or '。' or '\n'))
        {
            return null;
        }

        var list = UnitList.Read(view, heading.TitleStart, heading.TitleEnd);
        if (!list.IsPure || !list.Units.All(Offices.IsHead))
        {
            return null;
        }

        var role = list.Units.Count == 1 && Leads(view, heading.TitleEnd, Math.Min(heading.End, heading.TitleEnd + LongestClaim)) ? DraftUnitRole.Lead : DraftUnitRole.Responsible;
        var units = list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, role, "", ReadingRules.UnitHeading)).ToList();
        units.AddRange(Partners(view, heading).Select(unit => LabelledUnits.UnitOf(view, unit, DraftUnitRole.Cooperating, "会同", ReadingRules.UnitPartner)));
        return new UnitStatement(heading.TitleStart, heading.TitleEnd, units, [])
        {
            IsOpen = list.IsOpen,
            Doubts = ["这一条按单位写职责，请拆成具体任务后再下达。"],
        };
    }

    /// <summary>发挥牵头作用, 牵头制定; but 配合县教育局牵头的工作 and 协助牵头单位 say that another leads.</summary>
    private static bool Leads(SourceView view, int start, int end)
    {
        foreach (var clause in Clauses.Of(view, start, end))
        {
            var at = view.Folded.IndexOf("牵头", clause.Start, clause.End - clause.Start, StringComparison.Ordinal);
            if (at >= 0 && !view.StartsWith(at + 2, "单位") && !view.StartsWith(at + 2, "部门") && !TargetWords.Has(view, clause.Start, at, "配合", "协助", "参与", "协同"))
            {
                return !UnitNames.EndsLikeUnit(view.Name(Math.Max(clause.Start, at - 12), at));
            }
        }

        return false;
    }

    private static IEnumerable<ListedUnit> Partners(SourceView view, Heading heading)
    {
        foreach (var clause in Clauses.Of(view, heading.TitleEnd, heading.End))
        {
            // ②会同市财政局: the point's own number.
            var start = view[clause.Start] is ':' or >= '①' and <= '⑳' ? clause.Start + 1 : clause.Start;
            start += view.StartsWith(start, "并会同") ? 1 : 0;
            if (view.StartsWith(start, "会同") && PartnerLists.From(view, start + 2, clause.End) is { } list)
            {
                return list.Units;
            }
        }

        return [];
    }
}
