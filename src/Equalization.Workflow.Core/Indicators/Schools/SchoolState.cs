using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>
/// What a school table is checked against: the register, the numbers of the years the table names, and the newest year of each school, read by three queries.
/// </summary>
internal sealed record SchoolState(
    Actor Actor, IReadOnlyDictionary<string, School> Schools, IReadOnlyDictionary<(Guid School, int Year), SchoolRecord> Records, IReadOnlyDictionary<Guid, int> Newest)
{
    /// <summary>Tracked when rows are to be written; a dry run reads only.</summary>
    public static async Task<SchoolState> Load(WorkflowDb db, Actor actor, IReadOnlyList<int> years, bool tracked, CancellationToken ct)
    {
        var schools = db.Schools.Where(s => s.JurisdictionId == actor.JurisdictionId);
        var records = db.SchoolRecords.Where(r => r.JurisdictionId == actor.JurisdictionId && years.Contains(r.Year));
        var newest = db.SchoolRecords.Where(r => r.JurisdictionId == actor.JurisdictionId).GroupBy(r => r.SchoolId).Select(g => new { School = g.Key, Year = g.Max(r => r.Year) });
        return new(
            actor,
            await (tracked ? schools : schools.AsNoTracking()).ToDictionaryAsync(s => s.Code, ct),
            await (tracked ? records : records.AsNoTracking()).ToDictionaryAsync(r => (r.SchoolId, r.Year), ct),
            await newest.ToDictionaryAsync(n => n.School, n => n.Year, ct));
    }
}
