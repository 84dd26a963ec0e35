using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Arrangements;

/// <summary>The one unit that stands for the governments of all counties, in each way that the plan writes it.</summary>
internal static class CountyGroups
{
    private static readonly string[] Governments = ["人民政府", "政府"];

    public static IReadOnlyList<string> In(SourceView view, IEnumerable<DraftMeasure> measures)
    {
        var usual = measures.SelectMany(measure => measure.Units)
            .Where(unit => unit.IsCollective && UnitNames.IsCountyWord(Core(unit.Name)))
            .GroupBy(unit => unit.Name)
            .MaxBy(group => group.Count())?.Key;
        if (usual is null)
        {
            return [];
        }

        var core = SourceView.Of(Core(usual)).Folded;
        string[] writings = ["各" + core + "政府", core + "政府", "各" + core, "各" + core + "人民政府", core + "人民政府"];
        var said = SourceView.Of(usual).Folded;
        return [usual, .. writings.Where(writing => writing != said && Stands(view, writing, core))];
    }

    private static string Core(string name)
    {
        var bare = name.TrimStart('各');
        return Governments.FirstOrDefault(word => bare.EndsWith(word, StringComparison.Ordinal)) is { } government ? bare[..^government.Length] : bare;
    }

    /// <summary>各区县(市) inside 各区县(市)政府 is not a writing of its own.</summary>
    private static bool Stands(SourceView view, string writing, string core)
    {
        for (var at = view.Folded.IndexOf(writing, StringComparison.Ordinal); at >= 0; at = view.Folded.IndexOf(writing, at + 1, StringComparison.Ordinal))
        {
            var longerBefore = writing[0] != '各' && at > 0 && view[at - 1] == '各';
            var after = at + writing.Length;
            var longerAfter = writing.EndsWith(core, StringComparison.Ordinal) && Governments.Any(word => view.StartsWith(after, word));
            if (!longerBefore && !longerAfter)
            {
                return true;
            }
        }

        return false;
    }
}
