using System.Collections.Concurrent;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Engine.Runtime;

/// <summary>Versions as they stand in the database, read and checked once. A version never changes, so nothing here grows stale.</summary>
internal sealed class DefinitionCache(ActivityRegistry activities)
{
    private readonly ConcurrentDictionary<(string Id, int Version), Definition> read = [];

    public async Task<Definition> Get(DbContext db, string id, int version, CancellationToken ct) =>
        read.TryGetValue((id, version), out var known) ? known : read[(id, version)] = await Read(db, id, version, ct);

    public void Forget(string id, int version) => read.TryRemove((id, version), out _);

    /// <summary>Reads a version anew, with the activities of this program; throws when they do not fit any more.</summary>
    public async Task<Definition> Read(DbContext db, string id, int version, CancellationToken ct)
    {
        var json = await db.Set<DefinitionVersion>().AsNoTracking().Where(d => d.DefinitionId == id && d.Number == version).Select(d => d.Json).SingleAsync(ct);
        return new DefinitionReader(activities).Read($"{id} 第 {version} 版（数据库）", json);
    }
}
