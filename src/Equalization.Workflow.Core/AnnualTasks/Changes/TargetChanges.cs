using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Plans;

namespace Equalization.Workflow.Core.AnnualTasks.Changes;

/// <summary>A task's targets follow its measure in another edition.</summary>
public static class TargetChanges
{
    /// <summary>
    /// The targets become the measure's of the year: one whose words or whose metric stay is the same one and keeps what was reported; the others of the measure are added. Answers with
    /// those that the measure no longer has, which the caller lets go of where nothing was reported on them. Nothing changes where the two measures have the same targets of the year.
    /// </summary>
    public static IReadOnlyList<TaskTarget> FollowTargets(this AnnualTask task, Measure before, Measure now)
    {
        var asked = IssueService.TargetsOf(task, now);
        if (Words(before, task.Year).SequenceEqual(asked.Select(t => t.AsWritten)))
        {
            return [];
        }

        var left = task.Targets.ToList();
        foreach (var target in asked)
        {
            var same = left.Find(t => t.AsWritten == target.AsWritten) ?? left.Find(t => t.Metric.Length > 0 && t.Metric == target.Metric && !asked.Exists(a => a.AsWritten == t.AsWritten));
            if (same is null)
            {
                task.Add(target);
                continue;
            }

            left.Remove(same);
            Follow(same, target);
        }

        return left;
    }

    private static IEnumerable<string> Words(Measure measure, int year) => measure.TargetsIn(year).OrderBy(t => t.Position).Select(t => t.AsWritten);

    private static void Follow(TaskTarget same, TaskTarget asked)
    {
        (same.Position, same.AsWritten, same.Comparator, same.Value, same.Upper) = (asked.Position, asked.AsWritten, asked.Comparator, asked.Value, asked.Upper);
        (same.Unit, same.Aspirational) = (asked.Unit, asked.Aspirational);
    }
}
