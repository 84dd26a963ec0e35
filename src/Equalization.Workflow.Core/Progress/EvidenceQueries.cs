using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Progress;

/// <summary>A file to be sent to somebody who may read it.</summary>
public sealed record EvidenceFile(string Sha256, string FileName, string ContentType, long Length);

/// <summary>Evidence a task rests on, with where it is cited.</summary>
public sealed record CitedEvidence(EvidenceRow Row, IReadOnlyList<string> Periods, bool InCompletion);

/// <summary>Reads for evidence lists and downloads.</summary>
public sealed class EvidenceQueries(IDbContextFactory<WorkflowDb> contexts)
{
    private const int LibraryLimit = 50;

    /// <summary>
    /// A version. Seen by the unit it belongs to, and by whoever sees a task on which an approved report or a completion request cites
    /// it; anybody else finds nothing (not-found).
    /// </summary>
    public async Task<EvidenceRow> One(Actor actor, Guid versionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await Rows(db, db.EvidenceVersions.Where(v => v.Id == versionId && v.JurisdictionId == actor.JurisdictionId)).SingleOrDefaultAsync(ct)
            ?? throw RuleBroken.Missing();
        return actor.WorksFor(found.UnitId)
            || await Cited(db, versionId).Join(db.AnnualTasks.SeenBy(actor), c => c.TaskId, t => t.Id, (c, t) => t.Id).AnyAsync(ct)
            ? found
            : throw RuleBroken.Missing();
    }

    /// <summary>The file of a version, for whoever sees that version (not-found).</summary>
    public async Task<EvidenceFile> File(Actor actor, Guid versionId, CancellationToken ct)
    {
        var found = await One(actor, versionId, ct);
        return new EvidenceFile(found.Sha256, found.FileName, found.ContentType, found.Length);
    }

    /// <summary>The newest versions of the acting unit's own evidence, newest first, at most fifty; text narrows by title, kind or file name.</summary>
    public async Task<IReadOnlyList<EvidenceRow>> Library(Actor actor, string? text, CancellationToken ct)
    {
        Permission.Require(EvidencePermissions.MayUpload(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = db.Evidence.Where(e => e.JurisdictionId == actor.JurisdictionId && e.UnitId == actor.UnitId);
        if (!string.IsNullOrWhiteSpace(text))
        {
            var part = text.Trim();
            own = own.Where(e => e.Title.Contains(part) || e.Kind.Contains(part) || e.Versions.Any(v => v.FileName.Contains(part)));
        }

        var rows = await (from e in own
                          join u in db.Units on e.UnitId equals u.Id
                          join v in db.EvidenceVersions on e.Id equals v.EvidenceId
                          where v.Number == e.Versions.Max(x => x.Number)
                          orderby v.AddedAt descending, v.Id
                          select new EvidenceRow(
                              v.Id, e.Id, e.UnitId, u.ShortName, e.Kind, e.Title, v.Number, v.Number, v.FileName, v.ContentType, v.Length, v.Sha256,
                              v.AddedBy, v.AddedAt)).Take(LibraryLimit).ToListAsync(ct);
        return rows;
    }

    /// <summary>The named versions, as far as the acting unit may cite them on the task; for a form that is shown again.</summary>
    public async Task<IReadOnlyList<EvidenceRow>> Rows(Actor actor, Guid taskId, IReadOnlyCollection<Guid> versionIds, CancellationToken ct)
    {
        if (versionIds.Count == 0)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Rows(db, db.EvidenceVersions.Where(v => v.JurisdictionId == actor.JurisdictionId && versionIds.Contains(v.Id)
            && (db.Evidence.Any(e => e.Id == v.EvidenceId && e.UnitId == actor.UnitId)
                || (from c in db.EvidenceCitations
                    join r in db.ProgressReports on c.ReportId equals r.Id
                    where c.TaskId == taskId && c.EvidenceVersionId == v.Id && r.State == ReportState.Approved
                    select c.Id).Any()))).ToListAsync(ct);
    }

    /// <summary>
    /// What a task's approved reports and completion requests rest on, and what the acting unit's own drafts cite. Refuses with not-found a task
    /// that the person does not see.
    /// </summary>
    public async Task<IReadOnlyList<CitedEvidence>> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Id == taskId, ct))
        {
            throw RuleBroken.Missing();
        }

        var unitId = actor.WorksFor(actor.UnitId) ? actor.UnitId : Guid.Empty;
        var citations = await (from c in db.EvidenceCitations
                               join r in db.ProgressReports on c.ReportId equals r.Id into reports
                               from r in reports.DefaultIfEmpty()
                               where c.TaskId == taskId && (c.CompletionRequestId != null || r.State == ReportState.Approved || r.UnitId == unitId)
                               select new { c.EvidenceVersionId, Period = r == null ? null : r.PeriodCode, c.CompletionRequestId }).ToListAsync(ct);
        var ids = citations.Select(c => c.EvidenceVersionId).Distinct().ToList();
        var rows = ids.Count == 0 ? [] : await Rows(db, db.EvidenceVersions.Where(v => ids.Contains(v.Id))).ToListAsync(ct);
        var byVersion = citations.ToLookup(c => c.EvidenceVersionId);
        return
        [
            .. rows.OrderBy(r => r.Kind, StringComparer.Ordinal).ThenByDescending(r => r.AddedAt).Select(r => new CitedEvidence(
                r, [.. byVersion[r.VersionId].Select(c => c.Period).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
                byVersion[r.VersionId].Any(c => c.CompletionRequestId is not null))),
        ];
    }

    internal static IQueryable<EvidenceRow> Rows(WorkflowDb db, IQueryable<EvidenceVersion> versions) =>
        from v in versions
        join e in db.Evidence on v.EvidenceId equals e.Id
        join u in db.Units on e.UnitId equals u.Id
        select new EvidenceRow(
            v.Id, e.Id, e.UnitId, u.ShortName, e.Kind, e.Title, v.Number, e.Versions.Max(x => x.Number), v.FileName, v.ContentType, v.Length, v.Sha256,
            v.AddedBy, v.AddedAt);

    private static IQueryable<EvidenceCitation> Cited(WorkflowDb db, Guid versionId) => db.EvidenceCitations.Where(c =>
        c.EvidenceVersionId == versionId
        && (c.CompletionRequestId != null || db.ProgressReports.Any(r => r.Id == c.ReportId && r.State == ReportState.Approved)));
}
