using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>
/// A bracket with nothing but units: (X,A,B,排名第一位为牵头单位,下同). The first leads where the document says so, there
/// and in every later list; else all are responsible and a person names the lead.
/// </summary>
internal static class BareUnits
{
    public static UnitStatement? Read(SourceView view, int start, int end, bool firstLeads)
    {
        var list = UnitList.Read(view, start, end);
        if (list.Units.Count == 0 || list.Units.Any(unit => !unit.LooksLikeUnit))
        {
            return null;
        }

        var says = list.Others.Any(part => Remarks.SaysFirstLeads(view, part.Start, part.End));
        var onlyRemarks = list.Others.All(part => Remarks.IsRemark(view, part.Start, part.End) || TimePhrases.IsDeadlinePhrase(view, part.Start, part.End));
        if (!onlyRemarks || (!says && !firstLeads && !LooksOfficial(list)))
        {
            return null;
        }

        var leads = says || firstLeads;
        var units = list.Units.Select((unit, i) => LabelledUnits.UnitOf(
            view, unit, !leads ? DraftUnitRole.Responsible : i == 0 ? DraftUnitRole.Lead : DraftUnitRole.Cooperating, "",
            leads ? ReadingRules.UnitFirstLeads : ReadingRules.UnitBare));
        var marked = LabelledUnits.Marked([.. units], firstLeads: false);
        return new UnitStatement(start, end, marked, [.. list.Others.Where(part => TimePhrases.IsDeadlinePhrase(view, part.Start, part.End))])
        {
            IsOpen = list.IsOpen,
            FirstLeadsFromHere = says,
            Doubts = marked.Exists(unit => unit.Role == DraftUnitRole.Lead) ? [] : ["括号里只列了单位名称，没有写牵头或责任，请核对。"],
        };
    }

    /// <summary>(市教育局、市财政局) is a list of offices; (学校) or (新区) is a word in a sentence.</summary>
    private static bool LooksOfficial(UnitList list) =>
        list.Units.All(unit => UnitNames.LevelOf(unit.ResolvedName) is not null || UnitNames.IsVertical(unit.Name)
            || (unit.Name.StartsWith('各') && unit.Name.Length > 2) || (UnitNames.IsCollective(unit.Name) && unit.Name.Contains("政府", StringComparison.Ordinal)))
        && list.Units.Any(unit => unit.Name[^1] is '局' or '委' or '办' or '厅' or '部' || unit.Name.EndsWith("政府", StringComparison.Ordinal));
}
