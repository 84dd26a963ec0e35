using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Goals;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>A chapter by unit: (一)市教育局:发挥创建工作牵头作用… The heading is the list of units, the text its duties; 会同A cooperates.</summary>
internal static class UnitChapters
{
    /// <summary>A heading that begins with one of these says what to do, not who does it.</summary>
    private static readonly string[] Verbs =
        ["优化", "健全", "完善", "建立", "加强", "强化", "调整", "推进", "改善", "办好", "扩大", "落实", "保障", "提升", "提高", "深化", "规范", "统筹", "实施", "开展", "打造", "创建", "新建", "改造"];

    public static UnitStatement? Read(SourceView view, Heading heading)
    {
        if (heading.TitleEnd <= heading.TitleStart || view[heading.TitleEnd] is not (':' or '。' or '\n'))
        {
            return null;
        }

        var list = UnitList.Read(view, heading.TitleStart, heading.TitleEnd);
        if (!list.IsPure || !list.Units.All(IsOffice))
        {
            return null;
        }

        var leads = list.Units.Count == 1 && TargetWords.Has(view, heading.TitleEnd, Math.Min(heading.End, heading.TitleEnd + 60), "牵头");
        var role = leads ? DraftUnitRole.Lead : DraftUnitRole.Responsible;
        var units = list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, role, "", ReadingRules.UnitHeading)).ToList();
        units.AddRange(Partners(view, heading).Select(unit => LabelledUnits.UnitOf(view, unit, DraftUnitRole.Cooperating, "会同", ReadingRules.UnitPartner)));
        return new UnitStatement(heading.TitleStart, heading.TitleEnd, units, [])
        {
            IsOpen = list.IsOpen,
            Doubts = ["这一条按单位写职责，请拆成具体任务后再下达。"],
        };
    }

    /// <summary>优化城乡布局 and 健全教育督导处 end like offices; an office has a level or a place, or stands for several.</summary>
    private static bool IsOffice(ListedUnit unit) =>
        (UnitNames.LevelOf(unit.ResolvedName) is not null || UnitNames.IsCollective(unit.ResolvedName) || UnitNames.IsVertical(unit.Name) || UnitNames.NamesPlace(unit.Name)
            || (unit.Name.Length <= 8 && unit.Name[^1] is '局' or '委'))
        && !Verbs.Any(verb => unit.Name.StartsWith(verb, StringComparison.Ordinal));

    private static IEnumerable<ListedUnit> Partners(SourceView view, Heading heading)
    {
        foreach (var clause in Clauses.Of(view, heading.TitleEnd, heading.End))
        {
            var start = view.StartsWith(clause.Start, ":") ? clause.Start + 1 : clause.Start;
            if (!view.StartsWith(start, "会同"))
            {
                continue;
            }

            var list = UnitList.Read(view, start + 2, clause.End);
            if (list.IsPure)
            {
                return list.Units;
            }
        }

        return [];
    }
}
