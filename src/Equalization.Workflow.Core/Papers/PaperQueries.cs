using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Papers;

/// <summary>A hand under a paper, as it is read.</summary>
public sealed record SignatureLine(string PersonName, string Post, string UnitName, DateTime At, string Sha256)
{
    public string Who => $"{PersonName}（{UnitName}{Post}）";
}

/// <summary>A unit the paper was served on. MayReceive: this reader may sign for it now.</summary>
public sealed record ReceiptLine(Guid UnitId, string Unit, DateTime ServedAt, DateTime? SignedForAt, string? SignedForBy, bool MayReceive);

/// <summary>A paper as a card shows it.</summary>
public sealed record PaperCard(
    Guid Id, PaperKind Kind, string? Number, string Title, DateTime IssuedAt, long Length, string Sha256, PaperState State, string? SettledBecause,
    IReadOnlyList<SignatureLine> Signatures, IReadOnlyList<ReceiptLine> Receipts);

/// <summary>Reads papers that are not kept to a case's list. Those of a case are read through the case, which logs it.</summary>
public sealed class PaperQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>The papers of a subject that the reader may see, oldest first.</summary>
    public async Task<IReadOnlyList<PaperCard>> Of(Actor actor, string subjectKind, Guid subjectId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Cards(db, actor, db.Papers.Where(p => p.SubjectKind == subjectKind && p.SubjectId == subjectId && p.CaseId == null), ct);
    }

    /// <summary>The papers of a task that the reader may see, oldest first.</summary>
    public async Task<IReadOnlyList<PaperCard>> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Cards(db, actor, db.Papers.Where(p => p.TaskId == taskId && p.CaseId == null), ct);
    }

    /// <summary>Cards of the papers, without those that the reader may not see; for callers that have asked for the case already, too.</summary>
    internal static async Task<IReadOnlyList<PaperCard>> Cards(
        WorkflowDb db, Actor actor, IQueryable<Paper> papers, CancellationToken ct, bool askedAlready = false)
    {
        var rows = await papers.AsNoTracking().Where(p => p.JurisdictionId == actor.JurisdictionId)
            .Include(p => p.Signatures).Include(p => p.Receipts).OrderBy(p => p.IssuedAt).ThenBy(p => p.Id).AsSplitQuery().ToListAsync(ct);
        var unitIds = rows.SelectMany(p => p.Receipts).Select(r => r.UnitId).Distinct().ToList();
        var names = await db.Units.Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return
        [
            .. rows.Where(p => askedAlready || PaperPermissions.MaySee(actor, p)).Select(p => new PaperCard(
                p.Id, p.Kind, p.Number, p.Title, p.IssuedAt, p.Length, p.Sha256, p.State, p.SettledBecause,
                [.. p.Signatures.OrderBy(s => s.At).Select(s => new SignatureLine(s.PersonName, s.Post, s.UnitName, s.At, s.Sha256))],
                [.. p.Receipts.OrderBy(r => r.ServedAt).ThenBy(r => r.Id).Select(r => new ReceiptLine(
                    r.UnitId, names[r.UnitId], r.ServedAt, r.SignedForAt, r.SignedForBy, r.SignedForAt is null && PaperPermissions.MayReceive(actor, r)))])),
        ];
    }
}
