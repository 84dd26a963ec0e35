using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Searches.Filters;

/// <summary>A saved filter as it is shown; Address is path and query.</summary>
public sealed record SavedFilterRow(Guid Id, string Name, string Path, string Query)
{
    public string Address => Path + Query;
}

/// <summary>Reads a person's own saved filters.</summary>
public sealed class SavedFilterQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Those of one list, or all when none is named, as saved: oldest first within a list.</summary>
    public async Task<IReadOnlyList<SavedFilterRow>> Of(Actor actor, string? path, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.SavedFilters.Where(f => f.PersonId == actor.PersonId && (path == null || f.Path == path))
            .OrderBy(f => f.Path).ThenBy(f => f.SavedAt).ThenBy(f => f.Id)
            .Select(f => new SavedFilterRow(f.Id, f.Name, f.Path, f.Query)).ToListAsync(ct);
    }
}
