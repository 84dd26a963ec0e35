using Equalization.Workflow.Core.Plans.Reading.Arrangements;
using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Plans.Reading.Goals;
using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>Knows what each part of a plan was used for, and gives the rest its reason.</summary>
internal sealed class PlanLeftovers(
    SourceView view, Outline outline, PlanHead head, List<PlanTable> tables, List<DraftMeasure> measures, List<PlanGoal> goals, Arranged arranged,
    List<SkippedText> noise)
{
    private const string Before = "正文之前的文字（主送、前言、依据），不是任务。";

    private readonly List<int> _starts = measures.ConvertAll(measure => measure.Span.Start);

    public IEnumerable<SkippedText> Find(string text)
    {
        var used = new List<SourceSpan>();
        used.AddRange(noise.Select(skip => skip.Span));
        used.AddRange(measures.Select(measure => measure.Span));
        used.AddRange(goals.SelectMany(goal => goal.Targets).Select(target => target.Span));
        foreach (var line in new[] { head.Title, head.Number, head.Issuer, head.Issued })
        {
            if (line is { } place)
            {
                used.Add(view.Span(place.Start, place.End));
            }
        }

        var reasons = Reasons();
        var places = reasons.ConvertAll(reason => reason.Start);
        return Leftovers.Of(text, used, position =>
        {
            var at = places.BinarySearch(position);
            at = at >= 0 ? at : ~at - 1;
            var until = at + 1 < reasons.Count ? reasons[at + 1].Start : text.Length;
            return (at >= 0 ? reasons[at].Reason : Before, until);
        });
    }

    /// <summary>From each heading or table on, why text there is not used.</summary>
    private List<(int Start, string Reason)> Reasons()
    {
        var reasons = new List<(int Start, string Reason)>();
        var holding = outline.All.Where(heading => heading.Level == HeadingLevel.Chapter && HoldsMeasure(heading)).ToHashSet();
        foreach (var heading in outline.All)
        {
            var chapter = heading.Chapter;
            var name = chapter is null ? "" : view.Text(chapter.Start, chapter.TitleEnd);
            reasons.Add((view.Span(heading.Start, heading.Start).Start, chapter switch
            {
                { IsAnnex: true } => "附件目录或文末文字，不是任务。",
                not null when holding.Contains(chapter) => $"“{name}”中的标题和说明，不是单独的措施。",
                not null => $"“{name}”没有写责任单位，也不是任务一类的章节，未列为措施。",
                null => "没有写责任单位的段落，未列为措施。",
            }));
        }

        foreach (var goal in goals)
        {
            reasons.Add((view.Span(goal.Start, goal.Start).Start, "目标一段中没有数字或年份的文字。"));
        }

        foreach (var table in tables)
        {
            reasons.Add((view.Span(table.Start, table.Start).Start, table.Problem ?? "表格的表头和说明。"));
            reasons.Add((view.Span(table.End, table.End).Start, "表格之后的文字，不是任务。"));
        }

        var known = reasons.OrderBy(reason => reason.Start).DistinctBy(reason => reason.Start).ToList();
        return [.. Arranging(known).Concat(known).DistinctBy(reason => reason.Start).OrderBy(reason => reason.Start)];
    }

    /// <summary>What was read as a phase or a schedule says so for its own stretch; after it the reason before it holds again.</summary>
    private List<(int Start, string Reason)> Arranging(List<(int Start, string Reason)> known)
    {
        var places = arranged.Places.OrderBy(place => place.Span.Start).ToList();
        var starts = known.ConvertAll(reason => reason.Start);
        var added = new List<(int Start, string Reason)>();
        for (var i = 0; i < places.Count; i++)
        {
            var (span, reason) = places[i];
            added.Add((span.Start, reason));
            var resumed = starts.BinarySearch(span.End);
            resumed = resumed >= 0 ? resumed : ~resumed - 1;
            if ((resumed < 0 || known[resumed].Start < span.End) && (i + 1 == places.Count || places[i + 1].Span.Start > span.End))
            {
                added.Add((span.End, resumed < 0 ? Before : known[resumed].Reason));
            }
        }

        return added;
    }

    private bool HoldsMeasure(Heading chapter)
    {
        var span = view.Span(chapter.Start, chapter.End);
        var first = _starts.BinarySearch(span.Start);
        first = first >= 0 ? first : ~first;
        return first < _starts.Count && _starts[first] < span.End;
    }
}
