using Equalization.Workflow.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>The days on which a task was held and from which it has been resumed, first and last included, as its story tells them to whoever asks before the decisions are known.</summary>
public static class HeldStory
{
    public static async Task<IReadOnlyList<(DateOnly First, DateOnly Last)>> Days(WorkflowDb db, Guid taskId, CancellationToken ct)
    {
        var lines = (await db.Stories.Where(s => s.TaskId == taskId && s.Kind == ActKind.Hold).Select(s => new { s.At, s.Arguments }).ToListAsync(ct)).OrderBy(s => s.At)
            .Select(s => (On: ChinaTime.DayOf(s.At), First: TextArguments.Unpack(s.Arguments).FirstOrDefault())).ToList();
        // A hold names its first day first, resuming the count of working days.
        return [.. lines.Zip(lines.Skip(1)).Where(p => p is { First.First: DateOnly, Second.First: not DateOnly }).Select(p => ((DateOnly)p.First.First!, p.Second.On))];
    }
}
