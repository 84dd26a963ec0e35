using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>Reads instances of processes with the tasks they serve. Who sees a task sees its processes; the administrator sees them without the ledger.</summary>
public sealed class ProcessFileQueries(IDbContextFactory<WorkflowDb> contexts, DefinitionShelf shelf)
{
    /// <summary>Steps of a history on a page.</summary>
    public const int StepsOnPage = 50;

    /// <summary>Instances of a definition, youngest first. Refuses (not-allowed) whoever does not see all of the jurisdiction.</summary>
    public async Task<Paged<InstanceRow>> Page(Actor actor, string definitionId, InstanceStatus? status, int page, int size, CancellationToken ct)
    {
        Permission.Require(ProcessPermissions.MaySeeAll(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var instances = Own(db, actor).Where(i => i.DefinitionId == definitionId && (status == null || i.Status == status));
        var total = await instances.CountAsync(ct);
        return new Paged<InstanceRow>(await Rows(db, actor, instances.OrderByDescending(i => i.StartedAt).Skip((page - 1) * size).Take(size), ct), total, page, size);
    }

    /// <summary>What stands still until the administrator acts, oldest first. Refuses (not-allowed) whoever does not see all of the jurisdiction.</summary>
    public async Task<Paged<StoppedRow>> Stopped(Actor actor, int page, int size, CancellationToken ct)
    {
        Permission.Require(ProcessPermissions.MaySeeAll(actor));
        var detail = ProcessPermissions.MaySeeDetail(actor);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var stopped = Own(db, actor).Where(i => i.Status == InstanceStatus.Faulted);
        var total = await stopped.CountAsync(ct);
        var rows = await Rows(db, actor, stopped.OrderBy(i => i.StartedAt).Skip((page - 1) * size).Take(size), ct);
        var ids = rows.Select(r => r.Id).ToList();
        var incidents = (await db.Set<Incident>().Where(i => ids.Contains(i.InstanceId) && i.ClosedAt == null)
            .Select(i => new IncidentRow(i.Id, i.InstanceId, i.ActivityId, i.Code, i.Message, detail ? i.Detail : null, i.RaisedAt, i.ClosedAt, i.ClosedBy))
            .ToListAsync(ct)).ToLookup(i => i.InstanceId);
        var stands = new List<StoppedRow>(rows.Count);
        foreach (var row in rows.OrderBy(r => r.StartedAt))
        {
            var incident = incidents[row.Id].MaxBy(i => i.RaisedAt);
            var definition = await shelf.Take(db, row.DefinitionId, row.Version, ct);
            var node = definition?.Nodes.FirstOrDefault(n => n.Id == incident?.ActivityId);
            stands.Add(new StoppedRow(row, incident, node?.DisplayText ?? node?.Name ?? incident?.ActivityId));
        }

        return new Paged<StoppedRow>(stands, total, page, size);
    }

    /// <summary>The processes of a task and of what was asked for on it: live ones first. Refuses (not-found) a task the person does not see.</summary>
    public async Task<IReadOnlyList<InstanceRow>> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Id == taskId, ct))
        {
            throw RuleBroken.Missing();
        }

        var requests = await db.ExtensionRequests.Where(e => e.TaskId == taskId).Select(e => e.Id)
            .Concat(db.HelpRequests.Where(h => h.TaskId == taskId).Select(h => h.Id))
            .Concat(db.Instructions.Where(i => i.TaskId == taskId).Select(i => i.Id))
            .Concat(db.UnitRequests.Where(r => r.TaskId == taskId).Select(r => r.Id)).ToListAsync(ct);
        var correlations = requests.Append(taskId).Select(ProcessMoves.Correlation).ToList();
        var rows = await Rows(db, actor, Own(db, actor).Where(i => correlations.Contains(i.CorrelationId!)), ct);
        return
        [
            .. rows.Where(r => r.Subject is not null)
                .OrderBy(r => r.Status is InstanceStatus.Running or InstanceStatus.Faulted ? 0 : 1).ThenByDescending(r => r.StartedAt),
        ];
    }

    /// <summary>One instance with a page of its steps. Refuses with not-found what belongs to a matter the person does not see.</summary>
    public async Task<ProcessFile> Load(Actor actor, Guid instanceId, int page, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var instance = Permission.Found(await Own(db, actor).AsNoTracking().SingleOrDefaultAsync(i => i.Id == instanceId, ct), _ => true);
        var subject = (await ProcessSubjects.Of(db, actor, [instance.CorrelationId], ct)).GetValueOrDefault(instance.CorrelationId ?? "");
        Permission.Found(instance, _ => subject is not null || ProcessPermissions.MaySeeAll(actor));
        var file = await InstanceReading.File(db, shelf, instance, ProcessPermissions.MaySeeDetail(actor), page, StepsOnPage, ct);
        return new ProcessFile(file, subject, instance.Status == InstanceStatus.Faulted && ProcessPermissions.MaySettle(actor, instance.TenantId));
    }

    /// <summary>Without the processes of cases, whose very existence is for the case's list to know; the administrator sees them, to put them right.</summary>
    private static IQueryable<Instance> Own(WorkflowDb db, Actor actor)
    {
        var own = db.Set<Instance>().Where(i => i.TenantId == actor.JurisdictionId);
        return actor.Role == Role.Admin ? own : own.Where(i => !ProcessPermissions.KeptToCases.Contains(i.DefinitionId));
    }

    private static async Task<List<InstanceRow>> Rows(WorkflowDb db, Actor actor, IQueryable<Instance> instances, CancellationToken ct)
    {
        var rows = await instances.Select(i => new { i.Id, i.DefinitionId, i.DefinitionVersion, i.Status, i.StartedAt, i.FinishedAt, i.CorrelationId }).ToListAsync(ct);
        var names = await ProcessQueries.Names(db, ct);
        var subjects = await ProcessSubjects.Of(db, actor, rows.Select(r => r.CorrelationId), ct);
        var waits = (await InstanceReading.Waits(db, [.. rows.Select(r => r.Id)], ct)).ToLookup(w => w.InstanceId);
        return
        [
            .. rows.Select(r => new InstanceRow(
                r.Id, r.DefinitionId, names.GetValueOrDefault(r.DefinitionId, r.DefinitionId), r.DefinitionVersion, r.Status, r.StartedAt, r.FinishedAt,
                subjects.GetValueOrDefault(r.CorrelationId ?? ""), [.. waits[r.Id]])),
        ];
    }
}
