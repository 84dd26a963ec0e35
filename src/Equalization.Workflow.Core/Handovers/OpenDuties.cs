using Equalization.Workflow.Core.AnnualTasks;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Handovers;

/// <summary>What a unit has in hand, for a unit that is to end: its duties go to another by a decision, never by falling away.</summary>
public static class OpenDuties
{
    /// <summary>The numbers of the open tasks of which it leads or has a part, ordered.</summary>
    public static async Task<IReadOnlyList<string>> Of(WorkflowDb db, Guid unitId, CancellationToken ct) => await db.AnnualTasks
        .Where(t => t.ClosedOn == null && t.Units.Any(u => u.UnitId == unitId && u.State != TaskUnitState.Released && u.Role != UnitRole.FormerLead))
        .OrderBy(t => t.Number).Select(t => t.Number).ToListAsync(ct);
}
