using System.Collections.Concurrent;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Processes;

/// <summary>Stored versions of definitions, read once. A version that this program can no longer read is null: it can be told of, but not drawn.</summary>
public sealed class DefinitionShelf(ActivityRegistry activities)
{
    private readonly ConcurrentDictionary<(string Id, int Version), Definition?> read = new();

    internal async Task<Definition?> Take(WorkflowDb db, string definitionId, int version, CancellationToken ct)
    {
        if (!read.TryGetValue((definitionId, version), out var definition))
        {
            var json = await db.Set<DefinitionVersion>().Where(d => d.DefinitionId == definitionId && d.Number == version).Select(d => d.Json).SingleOrDefaultAsync(ct);
            definition = json is null ? null : Read(definitionId, json);
            read[(definitionId, version)] = definition;
        }

        return definition;
    }

    private Definition? Read(string definitionId, string json)
    {
        try
        {
            return new DefinitionReader(activities).Read(definitionId, json);
        }
        catch (DefinitionRefused)
        {
            return null;
        }
    }
}
