using Equalization.Workflow.Core.Documents;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Papers;

/// <summary>What a paper is issued for: its subject, and the units it is served on.</summary>
public sealed record PaperOrder(PaperKind Kind, string SubjectKind, Guid SubjectId, IReadOnlyCollection<Guid> UnitIds)
{
    public Guid? TaskId { get; init; }

    public Guid? CaseId { get; init; }
}

/// <summary>
/// Issues papers in the transaction of the act: number, file, signature and service are one. The file lies in the store under its hash before the
/// commit; an action that is undone leaves at most a file that nothing names.
/// </summary>
public sealed class PaperPress(IPaperRenderer renderer, PaperTemplates templates, IFileStore files)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Signs and serves. <paramref name="compose"/> is given the number (null for a kind without) and makes the whole paper of it, which then takes the county's words.</summary>
    public async Task<Paper> Issue(
        WorkflowDb db, ConfirmedSigner signer, PaperOrder order, Func<string?, PaperDocument> compose, CancellationToken ct)
    {
        var act = db.Act ?? throw new InvalidOperationException("A paper is issued inside Transact.");
        if (act.Actor.PersonId != signer.Actor.PersonId)
        {
            throw new InvalidOperationException("A paper is signed by whoever acts.");
        }

        var number = await PaperNumbers.Next(db, act.Actor.JurisdictionId, ChinaTime.DayOf(act.At).Year, order.Kind, ct);
        var document = templates.Dress(compose(number));
        var bytes = renderer.Render(document);
        var stored = await files.Put(new MemoryStream(bytes, writable: false), bytes.Length, ct);
        if (!await db.StoredFiles.AnyAsync(f => f.Sha256 == stored.Sha256, ct))
        {
            db.Add(new StoredFile { Sha256 = stored.Sha256, Length = stored.Length, ContentType = ContentType, StoredAt = act.At });
        }

        var paper = new Paper(act.Actor.JurisdictionId, order, document, stored.Sha256, stored.Length, act.At);
        paper.Sign(signer, act.At);
        foreach (var unitId in order.UnitIds.Distinct())
        {
            paper.ServeOn(unitId, act.At);
        }

        db.Add(paper);
        return paper;
    }

    /// <summary>Settles all papers of a subject that are still out; they stay in the file.</summary>
    public static async Task Settle(WorkflowDb db, string subjectKind, IReadOnlyCollection<Guid> subjectIds, string because, DateTime now, CancellationToken ct)
    {
        foreach (var paper in await db.Papers.Where(p => p.SubjectKind == subjectKind && subjectIds.Contains(p.SubjectId) && p.State == PaperState.Issued).ToListAsync(ct))
        {
            paper.Settle(because, now);
        }
    }

    /// <summary>The file of a draft, for looking at; nothing is stored.</summary>
    public byte[] Preview(PaperDocument draft) => renderer.Render(templates.Dress(draft));
}
