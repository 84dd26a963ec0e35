using Equalization.Workflow.Core.Plans.Reading.Bodies;

namespace Equalization.Workflow.Core.Plans.Files;

/// <summary>Puts the lines of a table's cell together again where only their places on the paper are left.</summary>
public static class BrokenCells
{
    /// <summary>The line goes on in the next, except where a unit is complete and another begins, or where the line had room left.</summary>
    public static string Join(string above, string below, bool isFull) =>
        above.Length == 0 || below.Length == 0 ? above + below
        : UnitNames.EndsLikeUnit(above) && !StartsWithSign(below) && (!isFull || BeginsUnit(below)) && (UnitNames.EndsLikeUnit(below) || below.Contains('、', StringComparison.Ordinal)) ? $"{above}、{below}"
        : char.IsAsciiLetter(above[^1]) && char.IsAsciiLetter(below[0]) ? $"{above} {below}"
        : isFull || StartsWithSign(below) || !UnitNames.EndsLikeUnit(above) ? above + below
        : $"{above} {below}";

    /// <summary>In a full line 市司 may be the half of a name that goes on with 法局; what has a level of its own does not go on.</summary>
    private static bool BeginsUnit(string words) => words[0] == '各' || UnitNames.LevelOf(words.Split('、')[0]) is not null || UnitNames.NamesPlace(words.Split('、')[0]);

    private static bool StartsWithSign(string words) => char.IsPunctuation(words[0]) && words[0] is not ('（' or '(' or '《' or '“');
}
