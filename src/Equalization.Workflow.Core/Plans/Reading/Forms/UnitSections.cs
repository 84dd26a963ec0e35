using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>
/// A heading that is a unit, over numbered items that are its tasks: (一)市教育局 / 1.编制规划, 二、市人社局牵头任务 / 1.…. An item that names no unit of
/// its own has the heading's.
/// </summary>
internal static class UnitSections
{
    private const string Doubt = "责任单位取自上级标题，请核对。";

    private static readonly string[] Leading =
        ["牵头负责的工作", "牵头负责的任务", "牵头负责事项", "牵头负责", "牵头的任务", "牵头的工作", "牵头任务", "牵头工作", "牵头事项", "牵头"];

    private static readonly string[] Answering =
        ["工作职责", "主要职责", "职责分工", "职责任务", "职责", "负责的任务", "负责的工作", "负责事项", "负责", "任务清单", "工作任务", "任务"];

    /// <summary>The units that the heading itself is, or null.</summary>
    public static UnitStatement? Head(SourceView view, Heading heading)
    {
        var (start, end) = (heading.TitleStart, heading.TitleEnd);
        if (end - start < 2)
        {
            return null;
        }

        var open = view[end - 1] == ')' ? view.Brackets.OpenOf(end - 1) : -1;
        end = open > start && Signs.IsDigit(view[open + 1]) ? open : end;
        var leads = After(view, start, end, Leading);
        var list = UnitList.Read(view, start + (view[start] == '由' ? 1 : 0), leads > 0 ? leads : After(view, start, end, Answering) is > 0 and var answers ? answers : end);
        var role = leads > 0 ? DraftUnitRole.Lead : DraftUnitRole.Responsible;
        return list.IsPure && list.Units.All(Offices.IsHead)
            ? new UnitStatement(start, heading.TitleEnd, [.. list.Units.Select(unit => LabelledUnits.UnitOf(view, unit, role, "", ReadingRules.UnitHeading))], []) { IsOpen = list.IsOpen, Doubts = [Doubt] }
            : null;
    }

    /// <summary>The units of the nearest heading above the item that is one.</summary>
    public static UnitStatement? Above(SourceView view, Heading item)
    {
        for (var above = item.Parent; above is { Level: not HeadingLevel.Root }; above = above.Parent)
        {
            if (Head(view, above) is { } units)
            {
                return units;
            }
        }

        return null;
    }

    private static int After(SourceView view, int start, int end, string[] words) =>
        Array.Find(words, word => end - word.Length > start + 1 && view.StartsWith(end - word.Length, word)) is { } found ? end - found.Length : -1;
}
