using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Progress;

/// <summary>A version of a piece of evidence that a unit may cite, with what it proves.</summary>
public sealed record CitableVersion(Guid VersionId, string Kind);

/// <summary>Which evidence a unit may cite on a task: its own, and what an approved report on the same task already rests on.</summary>
public static class Citations
{
    /// <summary>Refuses versions that the unit may not cite (evidence-not-yours).</summary>
    public static async Task<List<CitableVersion>> Check(
        WorkflowDb db, Guid taskId, Guid unitId, IReadOnlyCollection<Guid> versionIds, CancellationToken ct)
    {
        if (versionIds.Count == 0)
        {
            return [];
        }

        var found = await (from v in db.EvidenceVersions
                           join e in db.Evidence on v.EvidenceId equals e.Id
                           where versionIds.Contains(v.Id)
                                 && (e.UnitId == unitId
                                     || (from c in db.EvidenceCitations
                                         join r in db.ProgressReports on c.ReportId equals r.Id
                                         where c.TaskId == taskId && c.EvidenceVersionId == v.Id && r.State == ReportState.Approved
                                         select c.Id).Any())
                           select new CitableVersion(v.Id, e.Kind)).ToListAsync(ct);
        return found.Count == versionIds.Distinct().Count()
            ? found
            : throw new RuleBroken("evidence-not-yours", "有的佐证材料不属于本单位，也未在本任务中使用过，不能引用。请从本单位材料中选择或重新上传。") { Field = "Evidence" };
    }
}
