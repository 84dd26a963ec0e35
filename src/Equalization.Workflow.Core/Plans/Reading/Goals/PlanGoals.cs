using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>Targets of the plan as a whole, or of a section of it, and the text they were read from.</summary>
internal sealed record PlanGoal(int Start, int End, IReadOnlyList<DraftTarget> Targets);

/// <summary>Looks for targets outside the measures: in chapters called goals, and between a section's heading and its first item.</summary>
internal static class PlanGoals
{
    public static List<PlanGoal> Find(SourceView view, Outline outline, List<Heading> measures, PlanYears years)
    {
        var own = measures.ToHashSet();
        var goals = new List<PlanGoal>();
        foreach (var heading in outline.All)
        {
            var chapter = heading.Chapter;
            var isGoal = chapter is not null && (ChapterWords.HoldsGoals(Outline.TitleOf(view, chapter)) || IsWholeDemand(view, chapter));
            var isIntroduction = !own.Contains(heading) && heading.Children.Exists(own.Contains);
            if ((isGoal || isIntroduction) && !InMeasure(heading, own))
            {
                Add(view, goals, heading.TitleEnd, heading.OwnEnd, years);
            }
        }

        return goals;
    }

    /// <summary>一、总体要求 without sections says the goal itself; with sections the goal is one of them.</summary>
    private static bool IsWholeDemand(SourceView view, Heading chapter) =>
        chapter.Children.Count == 0 && Outline.TitleOf(view, chapter) is ("总体要求" or "总体思路");

    private static bool InMeasure(Heading heading, HashSet<Heading> own)
    {
        for (var at = heading; at is not null; at = at.Parent)
        {
            if (own.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(SourceView view, List<PlanGoal> goals, int start, int end, PlanYears years)
    {
        (start, end) = view.Trim(start, end);
        var times = TimePhrases.Scan(view, start, end, years);
        var targets = Targets.Read(view, [(start, end)], times);
        if (targets.Count > 0)
        {
            goals.Add(new PlanGoal(start, end, targets));
        }
    }
}
