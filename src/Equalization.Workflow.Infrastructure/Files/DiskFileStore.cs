using System.Security.Cryptography;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Documents;

namespace Equalization.Workflow.Infrastructure.Files;

/// <summary>Contents as files under a folder, two levels deep by hash. A content is written beside its place and then moved there, so a broken upload leaves nothing.</summary>
public sealed class DiskFileStore(string root) : IFileStore
{
    private const int HeadLength = 512;

    public async Task<StoredContent> Put(Stream content, long maxBytes, CancellationToken ct)
    {
        var incoming = Path.Combine(root, "incoming");
        Directory.CreateDirectory(incoming);
        var temporary = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var stored = await Write(content, temporary, maxBytes, ct);
            var place = PlaceOf(stored.Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!File.Exists(place))
            {
                File.Move(temporary, place, overwrite: true);
            }

            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Stream? Open(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var place = PlaceOf(sha256);
        return File.Exists(place)
            ? new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous | FileOptions.SequentialScan)
            : null;
    }

    private string PlaceOf(string sha256) => Path.Combine(root, sha256[..2], sha256[2..4], sha256);

    private static async Task<StoredContent> Write(Stream content, string path, long maxBytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous);
        var buffer = new byte[81920];
        var head = new byte[HeadLength];
        var headLength = 0;
        long length = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            length += read;
            if (length > maxBytes)
            {
                throw new RuleBroken("file-too-large", "文件超过 {0} MB，不能上传。请压缩、拆分后再传，或只上传关键页。", maxBytes / (1024 * 1024)) { Field = "File" };
            }

            if (headLength < HeadLength)
            {
                var part = Math.Min(HeadLength - headLength, read);
                buffer.AsSpan(0, part).CopyTo(head.AsSpan(headLength));
                headLength += part;
            }

            hash.AppendData(buffer.AsSpan(0, read));
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        file.Flush(flushToDisk: true);
        return new StoredContent(Convert.ToHexStringLower(hash.GetHashAndReset()), length, head[..headLength]);
    }
}
