using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Progress;

/// <summary>How large a file of evidence may be; a setting.</summary>
public sealed record EvidenceLimits(long MaxBytes)
{
    public const int DefaultMegabytes = 200;

    public static EvidenceLimits OfMegabytes(int megabytes) => new(megabytes * 1024L * 1024L);

    public long Megabytes => MaxBytes / (1024 * 1024);
}

/// <summary>A file about to be taken in. Kind: what it proves, in the words of the required evidence. EvidenceId: the piece it is a new version of.</summary>
public sealed record EvidenceUpload(string FileName, string? Kind, string? Title, Guid? EvidenceId);

/// <summary>Takes in evidence (佐证材料) for a unit's own library; reports and requests cite it from there.</summary>
public sealed class EvidenceService(Transact transact, IFileStore files, EvidenceLimits limits, IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>
    /// Streams the content to the store and books it; answers with the new version's id. Refuses, before reading: a role without evidence
    /// (not-allowed), another unit's piece (not-allowed), an extension not taken in (file-kind); while reading: too large
    /// (file-too-large); after: content that is not what the name says (file-mismatch).
    /// </summary>
    public async Task<Guid> Upload(Actor actor, EvidenceUpload upload, Stream content, CancellationToken ct)
    {
        Permission.Require(EvidencePermissions.MayUpload(actor));
        var fileName = NameOf(upload.FileName);
        EvidenceTypes.MustBeTakenIn(fileName);
        await MustBeOwn(actor, upload.EvidenceId, ct);

        // The content is taken in before the transaction begins: a slow line must not hold the database's only writer.
        var stored = await files.Put(content, limits.MaxBytes, ct);
        var contentType = EvidenceTypes.Decide(fileName, stored.Head, () => files.Open(stored.Sha256));
        return await transact.Run(actor, upload.EvidenceId is null ? "上传佐证材料" : "更新佐证材料", async (db, act) =>
        {
            if (!await db.StoredFiles.AnyAsync(f => f.Sha256 == stored.Sha256, ct))
            {
                db.Add(new StoredFile { Sha256 = stored.Sha256, Length = stored.Length, ContentType = contentType, StoredAt = act.At });
            }

            var evidence = await Piece(db, actor, upload, fileName, ct);
            var version = evidence.Add(fileName, stored.Sha256, stored.Length, contentType, actor.Signature(), act.At);
            if (version.Number > 1)
            {
                // Two uploads at once must not both become the same number: the piece itself is raised to its next version.
                db.Entry(evidence).Property(e => e.Title).IsModified = true;
                db.Add(version);
                await TellThoseWhoCite(db, actor, evidence, version, ct);
            }

            return version.Id;
        }, ct);
    }

    private static string NameOf(string fileName)
    {
        // Some browsers send a whole path; what stands before the last separator is nobody's business.
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (name.Length is 0 or > 260 || name.Any(char.IsControl))
        {
            throw new RuleBroken("file-name", "文件名不成立或超过 260 字。请改名后再上传。") { Field = "File" };
        }

        return name;
    }

    private static async Task<Evidence> Piece(WorkflowDb db, Actor actor, EvidenceUpload upload, string fileName, CancellationToken ct)
    {
        if (upload.EvidenceId is { } id)
        {
            var evidence = Permission.Found(
                await db.Evidence.Include(e => e.Versions).SingleOrDefaultAsync(e => e.Id == id, ct), e => e.JurisdictionId == actor.JurisdictionId);
            Permission.Require(EvidencePermissions.MayRenew(actor, evidence));
            return evidence;
        }

        var kind = upload.Kind.Needed(60, "材料类别", new RuleBroken("evidence-kind", "请选择或填写材料类别，例如验收报告。") { Field = "Kind" });
        var title = upload.Title.Within(200, "材料名称", "Title") ?? Path.GetFileNameWithoutExtension(fileName);
        var made = new Evidence(actor.JurisdictionId, actor.UnitId, kind, title.Cut(200));
        db.Add(made);
        return made;
    }

    /// <summary>Who wrote a report that cites an earlier version; and the office, where a completion request cites one.</summary>
    private static async Task TellThoseWhoCite(WorkflowDb db, Actor actor, Evidence evidence, EvidenceVersion version, CancellationToken ct)
    {
        var cited = await (from c in db.EvidenceCitations
                           join v in db.EvidenceVersions on c.EvidenceVersionId equals v.Id
                           join t in db.AnnualTasks on c.TaskId equals t.Id
                           join r in db.ProgressReports on c.ReportId equals r.Id into reports
                           from r in reports.DefaultIfEmpty()
                           where v.EvidenceId == evidence.Id
                           select new { c.TaskId, t.Number, t.Title, WriterId = r == null ? (Guid?)null : r.WrittenById }).Distinct().ToListAsync(ct);
        if (cited.Count == 0)
        {
            return;
        }

        var office = cited.Exists(c => c.WriterId is null) ? await Recipients.Office(db, actor.JurisdictionId, actor.Day, ct) : [];
        foreach (var task in cited.GroupBy(c => (c.TaskId, c.Number, c.Title)))
        {
            var people = task.Where(c => c.WriterId is not null).Select(c => c.WriterId!.Value);
            db.Notify(task.Any(c => c.WriterId is null) ? people.Concat(office) : people, NoticeKind.EvidenceChanged, nameof(AnnualTask), task.Key.TaskId,
                null, "任务 {0}“{1}”引用的佐证材料“{2}”有了第 {3} 版，原引用仍指向旧版。", task.Key.Number, task.Key.Title, evidence.Title, version.Number);
        }
    }

    private async Task MustBeOwn(Actor actor, Guid? evidenceId, CancellationToken ct)
    {
        if (evidenceId is not { } id)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var evidence = Permission.Found(
            await db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct), e => e.JurisdictionId == actor.JurisdictionId);
        Permission.Require(EvidencePermissions.MayRenew(actor, evidence));
    }
}
