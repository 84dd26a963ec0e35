using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Amendments;

/// <summary>
/// Gives tasks that were held and resumed before they kept their days themselves those days, from the decisions on record. It is asked at each start; a task that has its days is
/// left alone.
/// </summary>
public sealed class HeldAdoption(IDbContextFactory<WorkflowDb> contexts, Transact transact, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>Answers with how many tasks were given their days.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var without = await db.Amendments
            .Where(a => a.Kind == AmendmentKind.Resumption && db.AnnualTasks.Any(t => t.Id == a.TaskId && t.Held == HeldDays.None))
            .Select(a => new { a.JurisdictionId, a.TaskId }).Distinct().ToListAsync(ct);
        foreach (var some in without.GroupBy(a => a.JurisdictionId, a => a.TaskId).SelectMany(g => g.Chunk(AtOnce).Select(ids => (Jurisdiction: g.Key, Ids: ids.ToList()))))
        {
            await transact.Run(Actor.System(some.Jurisdiction, clock.Today()), "补记中止天数", (own, _) => Adopt(own, some.Ids, ct), ct);
        }

        return without.Count;
    }

    private static async Task Adopt(WorkflowDb db, List<Guid> taskIds, CancellationToken ct)
    {
        var acts = (await db.Amendments.Where(a => taskIds.Contains(a.TaskId) && (a.Kind == AmendmentKind.Hold || a.Kind == AmendmentKind.Resumption))
            .OrderBy(a => a.At).Select(a => new Act(a.TaskId, a.Kind, a.FromOn)).ToListAsync(ct)).ToLookup(a => a.TaskId);
        foreach (var task in await db.AnnualTasks.Include(t => t.Units).Where(t => taskIds.Contains(t.Id)).ToListAsync(ct))
        {
            task.AdoptHeld(HeldDays.Of(acts[task.Id].Zip(acts[task.Id].Skip(1))
                .Where(p => p is { First.Kind: AmendmentKind.Hold, Second.Kind: AmendmentKind.Resumption }).Select(p => new HoldSpan(p.First.FromOn, p.Second.FromOn.AddDays(-1)))));
        }
    }

    private sealed record Act(Guid TaskId, AmendmentKind Kind, DateOnly FromOn);
}
