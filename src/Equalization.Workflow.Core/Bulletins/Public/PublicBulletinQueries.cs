using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Bulletins.Public;

/// <summary>A bulletin in the public list.</summary>
public sealed record PublicBulletinRow(Guid Id, string Jurisdiction, BulletinKind Kind, string Number, string Title, DateTime PublishedAt);

/// <summary>A line as the public reads it: units and figures, with the correction where one was made.</summary>
public sealed record PublicBulletinLine(int Position, string Title, string LeadUnit, string Unit, Finding Finding, string? Correction);

/// <summary>
/// A bulletin as the public reads it. It has room for neither persons nor objections, and for no id of anything inside.
/// </summary>
public sealed record PublicBulletin(
    string Jurisdiction, string Issuer, BulletinKind Kind, string Number, string Title, string Introduction, string Demand, DateOnly? TermOn, DateTime PublishedAt, DateOnly SnapshotOn,
    int SnapshotNumber, string SnapshotHash, bool WithRanking, IReadOnlyList<PublicBulletinLine> Lines, IReadOnlyList<BulletinUnitRow> Units);

/// <summary>What anybody may read without signing in: bulletins that were published to the public, and nothing else.</summary>
public sealed class PublicBulletinQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Newest first.</summary>
    public async Task<Paged<PublicBulletinRow>> Page(int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = db.Bulletins.IsPublic();
        var total = await open.CountAsync(ct);
        var rows = await (from b in open.OrderByDescending(b => b.PublishedAt).ThenBy(b => b.Id).Skip((page - 1) * size).Take(size)
                          join j in db.Jurisdictions on b.JurisdictionId equals j.Id
                          select new PublicBulletinRow(b.Id, j.Name, b.Kind, b.Number!, b.Title, b.PublishedAt!.Value)).ToListAsync(ct);
        return new([.. rows.OrderByDescending(r => r.PublishedAt).ThenBy(r => r.Id)], total, page, size);
    }

    /// <summary>Refuses with not-found what is not public, whether it is there or not.</summary>
    public async Task<PublicBulletin> One(Guid bulletinId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var bulletin = await db.Bulletins.AsNoTracking().IsPublic().Include(b => b.Lines).Include(b => b.Units).AsSplitQuery().SingleOrDefaultAsync(b => b.Id == bulletinId, ct)
                       ?? throw RuleBroken.Missing();
        var snapshot = await db.Snapshots.AsNoTracking().SingleAsync(s => s.Id == bulletin.SnapshotId, ct);
        var place = await db.Jurisdictions.Where(j => j.Id == bulletin.JurisdictionId).Select(j => j.Name).SingleAsync(ct);
        var units = await db.Units.Where(u => u.JurisdictionId == bulletin.JurisdictionId).Select(u => new { u.Id, u.Name, u.Kind, u.SortKey }).ToDictionaryAsync(u => u.Id, ct);
        var figures = BulletinPaper.Figures(bulletin, snapshot);
        return new PublicBulletin(
            place, units.Values.Where(u => u.Kind == Core.Units.UnitKind.Office).OrderBy(u => u.SortKey, StringComparer.Ordinal).FirstOrDefault()?.Name ?? place, bulletin.Kind, bulletin.Number!,
            bulletin.Title, BulletinText.Fill(bulletin.Introduction, figures), BulletinText.Fill(bulletin.Demand, figures), bulletin.TermOn, bulletin.PublishedAt!.Value,
            bulletin.SnapshotOn, bulletin.SnapshotNumber, bulletin.SnapshotHash, bulletin.WithRanking,
            [
                .. bulletin.Standing.Select(l => new PublicBulletinLine(
                    l.Position, l.TaskTitle, units[l.LeadUnitId].Name, units[l.UnitId].Name, BulletinPaper.Finding(l), l.Answer == ObjectionAnswer.Corrected ? l.AnswerText : null)),
            ],
            [
                .. bulletin.Units.OrderBy(u => bulletin.WithRanking ? u.Group : default).ThenBy(u => bulletin.WithRanking ? u.Rank ?? int.MaxValue : 0)
                    .ThenBy(u => units[u.UnitId].SortKey, StringComparer.Ordinal).Select(u => new BulletinUnitRow(u, units[u.UnitId].Name, BulletinPaper.GroupName(u.Group))),
            ]);
    }
}

/// <summary>What is public, as a filter.</summary>
public static class PublicBulletins
{
    public static IQueryable<Bulletin> IsPublic(this IQueryable<Bulletin> bulletins) =>
        bulletins.Where(b => b.State == BulletinState.Published && b.Range == BulletinRange.Public);
}
