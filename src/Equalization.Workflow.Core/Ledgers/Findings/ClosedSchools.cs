using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers.Findings;

/// <summary>A jurisdiction's schools that are registered as closed or merged, with the first school year in which each is no more.</summary>
internal sealed record ClosedSchools(IReadOnlyDictionary<Guid, int> From)
{
    public static async Task<ClosedSchools> Load(WorkflowDb db, Guid jurisdictionId, CancellationToken ct) =>
        new(await db.SchoolKeepings.Where(k => k.JurisdictionId == jurisdictionId && k.ClosedFrom != null).ToDictionaryAsync(k => k.SchoolId, k => k.ClosedFrom!.Value, ct));

    public bool IsClosedIn(Guid schoolId, int year) => From.TryGetValue(schoolId, out var from) && from <= year;
}
