using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Arrangements;

/// <summary>By when the whole work is done: 决定从现在起到2019年底…, in the introduction, else in the chapter of goals.</summary>
internal static class OverallDeadlines
{
    public static DraftDeadline? In(SourceView view, Outline outline, int introduction, PlanYears years)
    {
        var first = outline.All.FirstOrDefault(heading => heading.Level == HeadingLevel.Chapter)?.Start ?? introduction;
        var goal = outline.All.FirstOrDefault(heading => heading.Level == HeadingLevel.Chapter && ChapterWords.HoldsGoals(Outline.TitleOf(view, heading)));
        return Find(view, introduction, first, years) ?? (goal is null ? null : Find(view, goal.TitleEnd, goal.End, years));
    }

    private static DraftDeadline? Find(SourceView view, int start, int end, PlanYears years) =>
        start < end
            ? TimePhrases.Scan(view, start, end, years)
                .FirstOrDefault(time => time is { Kind: DeadlineKind.By, Day: not null, IsBaseline: false } && view[time.Start] is '到' or '力' or '争')
                ?.ToDeadline(view)
            : null;
}
