using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Desks.Packs;
using Equalization.Workflow.Core.Documents;

namespace Equalization.Workflow.Infrastructure.Packs;

/// <summary>
/// An inspection pack as one zip, straight to a stream that need not seek; each content goes through a small buffer and is hashed on its way.
/// Beside the evidence: sha256sums.txt, as sha256sum -c reads it, and index.html, which opens without network or script.
/// </summary>
public static class InspectionPack
{
    public const string ContentType = "application/zip";
    public const string Index = "index.html";
    public const string Sums = "sha256sums.txt";

    private const int Chunk = 128 * 1024;

    private static readonly DateTime Earliest = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static async Task Write(Stream to, PackContent content, IFileStore files, DateTime madeAt, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        var packed = new Dictionary<string, PackedFile>(StringComparer.Ordinal);
        var sums = new StringBuilder();
        foreach (var task in content.Tasks)
        {
            var position = 0;
            foreach (var file in task.Files)
            {
                position++;
                if (packed.ContainsKey(file.Sha256))
                {
                    continue;
                }

                var path = $"evidence/{PackNames.Safe(task.Number)}/{position.ToString("00", CultureInfo.InvariantCulture)}-{PackNames.Safe(file.FileName)}";
                var state = await Copy(zip, path, file, files, ct);
                packed.Add(file.Sha256, new PackedFile(path, state));
                if (state == PackedState.Whole)
                {
                    sums.Append(CultureInfo.InvariantCulture, $"{file.Sha256}  {path}\n");
                }
            }
        }

        await Text(zip, Sums, sums.ToString(), madeAt, ct);
        await Text(zip, Index, PackIndex.Of(content, packed, madeAt), madeAt, ct);
    }

    /// <summary>A content that is absent from the store leaves no entry; one that is not what was handed in is told of in the index.</summary>
    private static async Task<PackedState> Copy(ZipArchive zip, string path, PackFile file, IFileStore files, CancellationToken ct)
    {
        await using var from = files.Open(file.Sha256);
        if (from is null)
        {
            return PackedState.Absent;
        }

        var entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
        entry.LastWriteTime = Stamp(file.AddedAt);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            await using var into = await entry.OpenAsync(ct);
            int read;
            while ((read = await from.ReadAsync(buffer.AsMemory(0, Chunk), ct)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await into.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()) == file.Sha256 ? PackedState.Whole : PackedState.Altered;
    }

    private static async Task Text(ZipArchive zip, string name, string text, DateTime madeAt, CancellationToken ct)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp(madeAt);
        await using var into = await entry.OpenAsync(ct);
        await into.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    /// <summary>Zips keep the time of the place without saying which, and none before 1980.</summary>
    private static DateTimeOffset Stamp(DateTime instant) => new(ChinaTime.WallClock(instant < Earliest ? Earliest : instant), TimeSpan.Zero);
}

/// <summary>Where a content lies in the pack and whether it is what was handed in.</summary>
internal sealed record PackedFile(string Path, PackedState State);

/// <summary>Whole: as handed in. Altered: the store holds other bytes. Absent: the store has none.</summary>
internal enum PackedState
{
    Whole,
    Altered,
    Absent,
}
