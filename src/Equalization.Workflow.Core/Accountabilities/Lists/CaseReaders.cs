using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities.Lists;

/// <summary>Somebody on the list, or once on it. MayEnd: this reader may take them off.</summary>
public sealed record CaseReader(
    Guid PersonId, string Name, string Posts, string Because, string AddedBy, DateTime AddedAt, DateTime? RemovedAt, string? RemovedBy, string? RemovedBecause,
    bool MayEnd);

/// <summary>Reads the list of a case, for those on it.</summary>
internal static class CaseReaders
{
    /// <summary>In the order in which they came on it, those taken off included.</summary>
    public static async Task<List<CaseReader>> Of(WorkflowDb db, Guid caseId, CurrentAct act, bool keeps, CancellationToken ct)
    {
        var day = act.Actor.Day;
        var members = await (from m in db.CaseMembers
                             join p in db.People on m.PersonId equals p.Id
                             where m.CaseId == caseId
                             orderby m.AddedAt
                             select new { m.PersonId, p.Name, m.Because, m.AddedBy, m.AddedAt, m.RemovedAt, m.RemovedBy, m.RemovedBecause }).ToListAsync(ct);
        var ids = members.Select(m => m.PersonId).Distinct().ToList();
        var posts = (await (from m in db.Memberships
                            join u in db.Units on m.UnitId equals u.Id
                            where ids.Contains(m.PersonId) && m.JurisdictionId == act.Actor.JurisdictionId && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day)
                            select new { m.PersonId, Text = u.ShortName + m.Post }).ToListAsync(ct)).ToLookup(p => p.PersonId, p => p.Text);
        return members.ConvertAll(m => new CaseReader(
            m.PersonId, m.Name, string.Join("、", posts[m.PersonId]), m.Because, m.AddedBy, m.AddedAt, m.RemovedAt, m.RemovedBy, m.RemovedBecause,
            keeps && m.RemovedAt is null && m.PersonId != act.Actor.PersonId));
    }

    /// <summary>Who may be let in by this reader: those of the own unit for a unit's head, everybody in a post here for the office.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> Candidates(WorkflowDb db, Actor actor, AccountabilityCase about, CancellationToken ct)
    {
        var all = AccountabilityPermissions.MayKeep(actor, about);
        var people = await (from m in db.Memberships
                            join p in db.People on m.PersonId equals p.Id
                            join u in db.Units on m.UnitId equals u.Id
                            where m.JurisdictionId == actor.JurisdictionId && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day) && (all || m.UnitId == about.UnitId)
                                  && m.Role != Role.Admin && !db.CaseMembers.Any(l => l.CaseId == about.Id && l.PersonId == p.Id && l.RemovedAt == null)
                            orderby u.SortKey, p.Name
                            select new { p.Id, Text = p.Name + "（" + u.ShortName + m.Post + "）" }).ToListAsync(ct);
        return [.. people.DistinctBy(p => p.Id).Select(p => (p.Id, p.Text))];
    }
}
