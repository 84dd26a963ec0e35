using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Snapshots;

/// <summary>
/// The text of a snapshot: JSON, a line for the head and a line for each part, in UTF-8 with a line feed after each. It is hashed as it is
/// written, and packed page by page, so that however many parts there are, no more than a page of them is held unpacked.
/// </summary>
public sealed class SnapshotText : IDisposable
{
    private const int LinesOfAPage = 4000;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> line = new(512);
    private readonly Utf8JsonWriter json;
    private readonly List<byte[]> pages = [];
    private MemoryStream page = new();
    private GZipStream packed;
    private int lines;

    public SnapshotText(Guid jurisdictionId, int number, DateOnly on, string previousHash)
    {
        json = new Utf8JsonWriter(line);
        packed = new GZipStream(page, CompressionLevel.Fastest, leaveOpen: true);
        hash.AppendData(Head(jurisdictionId, number, on, previousHash));
    }

    public long Bytes { get; private set; }

    /// <summary>The line that stands before all pages. It is made from the snapshot's own row and not kept.</summary>
    public static byte[] Head(Guid jurisdictionId, int number, DateOnly on, string previousHash) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(new { v = 1, jurisdiction = jurisdictionId, number, on, previous = previousHash }), (byte)'\n'];

    /// <summary>The bytes of a page as they were hashed.</summary>
    public static byte[] Unpack(byte[] content)
    {
        using var stream = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    internal void Add(SnapshotPart part, Judgement judgement)
    {
        line.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("task", part.Number);
        json.WriteString("state", part.TaskState.ToString());
        json.WriteString("unit", part.UnitId);
        json.WriteString("role", part.Role.ToString());
        json.WriteString("part", part.State.ToString());
        json.WriteString("light", judgement.Light.ToString());
        json.WriteBoolean("silent", judgement.Silent);
        json.WriteString("due", part.Facts.DueOn.ToString("O"));
        if (part.Facts.Reported is { } reported)
        {
            json.WriteNumber("done", reported.Value);
        }

        json.WriteNumber("expected", judgement.Expected.Value);
        json.WriteEndObject();
        json.Flush();
        line.Write("\n"u8);
        hash.AppendData(line.WrittenSpan);
        packed.Write(line.WrittenSpan);
        Bytes += line.WrittenCount;
        if (++lines == LinesOfAPage)
        {
            EndPage();
        }
    }

    /// <summary>Ends the text; answers with its pages and its hash.</summary>
    public (IReadOnlyList<byte[]> Pages, string Hash) Seal()
    {
        if (lines > 0)
        {
            EndPage();
        }

        return (pages, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public void Dispose()
    {
        hash.Dispose();
        json.Dispose();
        packed.Dispose();
        page.Dispose();
    }

    private void EndPage()
    {
        packed.Dispose();
        pages.Add(page.ToArray());
        page = new MemoryStream();
        packed = new GZipStream(page, CompressionLevel.Fastest, leaveOpen: true);
        lines = 0;
    }
}
