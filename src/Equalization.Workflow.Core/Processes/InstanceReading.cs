using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Processes;

/// <summary>Reads what the engine has written of instances. Whether the reader may see them has been asked before.</summary>
internal static class InstanceReading
{
    public static async Task<InstanceFile> File(WorkflowDb db, DefinitionShelf shelf, Instance instance, bool withDetail, int page, int size, CancellationToken ct)
    {
        var names = await ProcessQueries.Names(db, ct);
        var definition = await shelf.Take(db, instance.DefinitionId, instance.DefinitionVersion, ct);
        var current = await db.Set<DefinitionVersion>().Where(d => d.DefinitionId == instance.DefinitionId && d.IsPublished).MaxAsync(d => (int?)d.Number, ct);
        var waits = await Waits(db, [instance.Id], ct);
        var steps = await db.Set<HistoryStep>().Where(h => h.InstanceId == instance.Id).OrderByDescending(h => h.Sequence).Skip((page - 1) * size).Take(size)
            .Select(h => new StepRow(h.Sequence, h.ActivityId, h.ActivityType, h.Iteration, h.Outcome, h.At, h.Cause, h.Values)).ToListAsync(ct);
        var passes = await db.Set<HistoryStep>().Where(h => h.InstanceId == instance.Id).GroupBy(h => new { h.ActivityId, h.Outcome })
            .Select(g => new PassRow(g.Key.ActivityId, g.Key.Outcome, g.Count())).ToListAsync(ct);
        var relatives = await db.Set<Instance>().Where(i => i.ParentId == instance.Id || i.Id == instance.ParentId)
            .Select(i => new { i.Id, i.DefinitionId, i.Status, i.StartedAt, i.ParentBookmarkId }).ToListAsync(ct);
        var incidents = await db.Set<Incident>().Where(i => i.InstanceId == instance.Id)
            .Select(i => new IncidentRow(i.Id, i.InstanceId, i.ActivityId, i.Code, i.Message, withDetail ? i.Detail : null, i.RaisedAt, i.ClosedAt, i.ClosedBy)).ToListAsync(ct);
        var interventions = await db.ProcessInterventions.Where(i => i.InstanceId == instance.Id)
            .Select(i => new InterventionRow(i.Kind, i.Reason, i.By, i.At)).ToListAsync(ct);
        var family = relatives.Select(r => new RelativeRow(
            r.Id, r.DefinitionId, names.GetValueOrDefault(r.DefinitionId, r.DefinitionId), r.Status, r.StartedAt, r.ParentBookmarkId)).ToList();
        return new InstanceFile(
            instance.Id, instance.DefinitionId, names.GetValueOrDefault(instance.DefinitionId, instance.DefinitionId), instance.DefinitionVersion,
            current ?? instance.DefinitionVersion, instance.Status, instance.CorrelationId, instance.StartedAt, instance.FinishedAt, definition, names, waits,
            new Paged<StepRow>(steps, instance.Steps, page, size), passes,
            family.Find(r => r.Id == instance.ParentId), [.. family.Where(r => r.Id != instance.ParentId).OrderByDescending(r => r.StartedAt)],
            [.. incidents.OrderBy(i => i.ClosedAt is not null).ThenByDescending(i => i.RaisedAt)], [.. interventions.OrderByDescending(i => i.At)]);
    }

    /// <summary>What instances wait for, soonest first.</summary>
    public static async Task<List<WaitRow>> Waits(WorkflowDb db, IReadOnlyList<Guid> instances, CancellationToken ct)
    {
        var waits = await db.Set<Bookmark>().Where(b => instances.Contains(b.InstanceId))
            .Select(b => new WaitRow(b.InstanceId, b.Kind, b.ActivityId, b.EventName, b.DueAt, b.ChildId, b.CreatedAt)).ToListAsync(ct);
        return [.. waits.OrderBy(w => w.DueAt ?? DateTime.MaxValue).ThenBy(w => w.ActivityId, StringComparer.Ordinal)];
    }
}
