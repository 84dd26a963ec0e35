using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

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

        return At(view, heading, start) ?? (heading.TitleEnd > heading.TitleStart ? At(view, heading, heading.TitleStart) : null);
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

    /// <summary>学校要… and 教师要… are what the sentence is about; an office has a level, a place or stands for all of its kind.</summary>
    private static bool IsOffice(ListedUnit unit) =>
        UnitNames.LevelOf(unit.Name) is not null || UnitNames.IsVertical(unit.Name) || UnitNames.NamesPlace(unit.Name)
        || (unit.Name.StartsWith('各') && !unit.Name.EndsWith('校') && !unit.Name.EndsWith("学校", StringComparison.Ordinal));
}
