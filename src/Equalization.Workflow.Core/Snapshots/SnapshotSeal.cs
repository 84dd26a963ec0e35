using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Snapshots;

/// <summary>
/// Page: that page is not what was sealed, or is gone. Whole: each page agrees with its own hash, but not with the seal over all (a page was changed
/// together with its hash, or the day's counts were). Chain: the day does not follow the one before.
/// </summary>
public enum FaultKind
{
    Page,
    Whole,
    Chain,
}

/// <summary>Where a sealed day was altered. Page counts from 1 and is there for <see cref="FaultKind.Page"/> only.</summary>
public sealed record SnapshotFault(DateOnly On, FaultKind Kind, int? Page);

/// <summary>Recomputes the seal of one day from its stored pages, a page at a time.</summary>
public static class SnapshotSeal
{
    /// <summary>The first place at which the day is not what was sealed; null when it holds. Each good page is handed on with its number from 1.</summary>
    public static async Task<SnapshotFault?> Check(WorkflowDb db, Snapshot snapshot, Action<int, byte[]>? read, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SnapshotText.Head(snapshot.Edition, snapshot.JurisdictionId, snapshot.Number, snapshot.On, snapshot.PreviousHash));
        var number = 0;
        var pages = db.SnapshotPages.AsNoTracking().Where(p => p.SnapshotId == snapshot.Id).OrderBy(p => p.Number).AsAsyncEnumerable();
        await foreach (var page in pages.WithCancellation(ct))
        {
            number++;
            if (page.Number != number - 1 || (snapshot.Edition > 1 && SnapshotText.HashOf(page.Content) != page.Hash) || Unpacked(page.Content) is not { } text)
            {
                return new SnapshotFault(snapshot.On, FaultKind.Page, number);
            }

            hash.AppendData(text);
            read?.Invoke(number, text);
        }

        if (snapshot.Edition > 1)
        {
            hash.AppendData(SnapshotText.Tail(snapshot));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()) == snapshot.Hash ? null
            : number == 0 && snapshot.Parts > 0 ? new SnapshotFault(snapshot.On, FaultKind.Page, 1)
            : new SnapshotFault(snapshot.On, FaultKind.Whole, null);
    }

    private static byte[]? Unpacked(byte[] content)
    {
        try
        {
            return SnapshotText.Unpack(content);
        }
        catch (InvalidDataException)
        {
            // What cannot be unpacked any more was changed; the check says so instead of failing.
            return null;
        }
    }
}
