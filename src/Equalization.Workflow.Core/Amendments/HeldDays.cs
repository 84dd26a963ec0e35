using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Amendments;

/// <summary>The days on which a task was held and from which it has been resumed, first and last included.</summary>
public static class HeldDays
{
    public static async Task<IReadOnlyList<(DateOnly First, DateOnly Last)>> Of(WorkflowDb db, Guid taskId, CancellationToken ct)
    {
        var acts = await db.Amendments.Where(a => a.TaskId == taskId && (a.Kind == AmendmentKind.Hold || a.Kind == AmendmentKind.Resumption))
            .OrderBy(a => a.At).Select(a => new { a.Kind, a.FromOn }).ToListAsync(ct);
        return
        [
            .. acts.Zip(acts.Skip(1)).Where(p => p.First.Kind == AmendmentKind.Hold && p.Second.Kind == AmendmentKind.Resumption)
                .Select(p => (p.First.FromOn, p.Second.FromOn.AddDays(-1))),
        ];
    }
}
