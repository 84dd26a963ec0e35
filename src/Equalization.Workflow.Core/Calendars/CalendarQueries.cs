using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Calendars;

/// <summary>An import as the page lists it. Left counts the tasks whose waits are still to be armed anew.</summary>
public sealed record CalendarImportRow(
    Guid Id, DateTime At, string By, string FileName, string Years, int Added, int Removed, int Changed, int Tasks, int TasksDone, DateTime? FinishedAt);

/// <summary>Reads imports of named days; the days themselves are read with <see cref="WorkingCalendars"/>.</summary>
public sealed class CalendarQueries(IDbContextFactory<WorkflowDb> contexts)
{
    private const int Newest = 20;

    /// <summary>Newest first. Refuses all but the administrator (not-allowed).</summary>
    public async Task<IReadOnlyList<CalendarImportRow>> Imports(Actor actor, CancellationToken ct)
    {
        Permission.Require(CalendarPermissions.MayChange(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.CalendarImports.OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Take(Newest)
            .Select(i => new CalendarImportRow(i.Id, i.At, i.By, i.FileName, i.Years, i.Added, i.Removed, i.Changed, i.Tasks, i.TasksDone, i.FinishedAt))
            .ToListAsync(ct);
    }
}
