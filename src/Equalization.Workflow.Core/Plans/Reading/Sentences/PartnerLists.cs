using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Sentences;

/// <summary>会同市委编办、市人社局制定办法: nothing parts the last partner from the verb, so the list is as long as it stays one of offices.</summary>
internal static class PartnerLists
{
    public const int Longest = 80;

    /// <summary>What may stand after a name's beginning that ends like a unit itself: 市委办|公室, 市政府|督导室.</summary>
    private static readonly string[] Unfinished = ["公室", "员会", "督导", "教育督导", "办公室", "事务", "研究室"];

    /// <param name="start">After 会同.</param>
    public static UnitList? From(SourceView view, int start, int stop)
    {
        UnitList? partners = null;
        for (var end = start + 2; end <= stop && view[end - 1] is not (',' or '\n') && !Signs.EndsSentence(view[end - 1]); end++)
        {
            if (UnitNames.IsHalfName(view[end - 1]) || Unfinished.Any(rest => view.StartsWith(end, rest)))
            {
                continue;
            }

            var list = UnitList.Read(view, start, end);
            partners = list.IsPure && list.Units.Count > (partners?.Units.Count ?? 0) && list.Units.All(unit => UnitNames.LevelOf(unit.ResolvedName) is not null || unit.Name.StartsWith('各'))
                ? list
                : partners;
        }

        return partners;
    }
}
