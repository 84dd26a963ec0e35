using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Processes;

/// <summary>Reads the processes themselves; instances, which belong to tasks, are read where tasks are known.</summary>
public sealed class ProcessQueries(IDbContextFactory<WorkflowDb> contexts, DefinitionShelf shelf)
{
    /// <summary>Every published process at its newest version, by id; with counts for whoever sees all instances.</summary>
    public async Task<IReadOnlyList<DefinitionRow>> Definitions(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var newest = await Newest(db).ToListAsync(ct);
        var counts = ProcessPermissions.MaySeeAll(actor) ? await Counts(db, actor.JurisdictionId, null, ct) : null;
        var rows = new List<DefinitionRow>(newest.Count);
        foreach (var d in newest.OrderBy(d => d.DefinitionId, StringComparer.Ordinal))
        {
            rows.Add(new DefinitionRow(
                d.DefinitionId, d.Name, d.Number, d.PublishedAt, await shelf.Take(db, d.DefinitionId, d.Number, ct),
                counts is null ? null : counts.GetValueOrDefault(d.DefinitionId, ProcessCounts.None)));
        }

        return rows;
    }

    /// <summary>A process at the version asked for, or at the one new instances start with. Refuses (not-found) what was never published.</summary>
    public async Task<DefinitionView> Definition(Actor actor, string definitionId, int? version, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var versions = await db.Set<DefinitionVersion>().Where(d => d.DefinitionId == definitionId).OrderByDescending(d => d.Number)
            .Select(d => new { d.Number, d.Name, d.PublishedAt, d.IsPublished }).ToListAsync(ct);
        var current = versions.Find(v => v.IsPublished);
        var shown = (version is null ? current : versions.Find(v => v.Number == version)) ?? throw RuleBroken.Missing();
        var sees = ProcessPermissions.MaySeeAll(actor);
        var live = await db.Set<Instance>()
            .Where(i => sees && i.TenantId == actor.JurisdictionId && i.DefinitionId == definitionId && !ProcessPermissions.KeptToCases.Contains(i.DefinitionId) && (i.Status == InstanceStatus.Running || i.Status == InstanceStatus.Faulted))
            .GroupBy(i => i.DefinitionVersion).Select(g => new { Version = g.Key, Count = g.Count() }).ToListAsync(ct);
        var counts = sees ? (await Counts(db, actor.JurisdictionId, definitionId, ct)).GetValueOrDefault(definitionId, ProcessCounts.None) : null;
        return new DefinitionView(
            definitionId, shown.Name, shown.Number, current?.Number ?? shown.Number, await shelf.Take(db, definitionId, shown.Number, ct),
            [.. versions.Select(v => new VersionRow(v.Number, v.PublishedAt, v.IsPublished, sees ? live.Find(l => l.Version == v.Number)?.Count ?? 0 : null))],
            counts, await Names(db, ct));
    }

    /// <summary>How many processes of the jurisdiction stand still until somebody does something; 0 for whoever need not care.</summary>
    public async Task<int> Stopped(Actor actor, CancellationToken ct)
    {
        if (!ProcessPermissions.MaySettle(actor, actor.JurisdictionId))
        {
            return 0;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Instance>().CountAsync(i => i.TenantId == actor.JurisdictionId && i.Status == InstanceStatus.Faulted, ct);
    }

    /// <summary>The names of all processes at their newest version.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> Names(WorkflowDb db, CancellationToken ct) =>
        await Newest(db).ToDictionaryAsync(d => d.DefinitionId, d => d.Name, ct);

    private static IQueryable<Version> Newest(WorkflowDb db) => db.Set<DefinitionVersion>()
        .Where(d => d.IsPublished && !db.Set<DefinitionVersion>().Any(n => n.DefinitionId == d.DefinitionId && n.IsPublished && n.Number > d.Number))
        .Select(d => new Version { DefinitionId = d.DefinitionId, Name = d.Name, Number = d.Number, PublishedAt = d.PublishedAt });

    private static async Task<Dictionary<string, ProcessCounts>> Counts(WorkflowDb db, Guid jurisdictionId, string? definitionId, CancellationToken ct)
    {
        var rows = await db.Set<Instance>()
            .Where(i => i.TenantId == jurisdictionId && (definitionId == null || i.DefinitionId == definitionId) && !ProcessPermissions.KeptToCases.Contains(i.DefinitionId))
            .GroupBy(i => new { i.DefinitionId, i.Status }).Select(g => new { g.Key.DefinitionId, g.Key.Status, Count = g.Count() }).ToListAsync(ct);
        var of = rows.ToDictionary(r => (r.DefinitionId, r.Status), r => r.Count);
        return rows.Select(r => r.DefinitionId).Distinct().ToDictionary(id => id, id => new ProcessCounts(
            of.GetValueOrDefault((id, InstanceStatus.Running)), of.GetValueOrDefault((id, InstanceStatus.Faulted)),
            of.GetValueOrDefault((id, InstanceStatus.Finished)), of.GetValueOrDefault((id, InstanceStatus.Cancelled))));
    }

    private sealed record Version
    {
        public required string DefinitionId { get; init; }

        public required string Name { get; init; }

        public required int Number { get; init; }

        public required DateTime PublishedAt { get; init; }
    }
}
