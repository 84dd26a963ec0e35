using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Snapshots;

/// <summary>
/// The text of a snapshot: JSON, a line for the head, a line for each part, a line for the counts, in UTF-8 with a line feed after each. It is hashed as it is
/// written, and packed page by page, so that however many parts there are, no more than a page of them is held unpacked.
/// </summary>
public sealed class SnapshotText : IDisposable
{
    /// <summary>Of the text as it is written now; see <see cref="Snapshot.Edition"/>.</summary>
    public const int Edition = 3;

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
        hash.AppendData(Head(Edition, jurisdictionId, number, on, previousHash));
    }

    public long Bytes { get; private set; }

    /// <summary>The line that stands before all pages. It is made from the snapshot's own row and not kept.</summary>
    public static byte[] Head(int edition, Guid jurisdictionId, int number, DateOnly on, string previousHash) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(new { v = edition, jurisdiction = jurisdictionId, number, on, previous = previousHash }), (byte)'\n'];

    /// <summary>The line that stands after all pages: the counts and when it was sealed. It too is made from the snapshot's own row.</summary>
    public static byte[] Tail(Snapshot snapshot) => [.. JsonSerializer.SerializeToUtf8Bytes(new
    {
        made = ToTheSecond(snapshot.MadeAt),
        tasks = snapshot.Tasks,
        parts = snapshot.Parts,
        lights = new[] { snapshot.Grey, snapshot.Blue, snapshot.Green, snapshot.Yellow, snapshot.Red },
        overdue = snapshot.Overdue,
        silent = snapshot.Silent,
        soon = snapshot.DueSoon,
        office = snapshot.WaitsForOffice,
    }), (byte)'\n'];

    /// <summary>As the row of a page keeps it.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The bytes of a page as they were hashed.</summary>
    public static byte[] Unpack(byte[] content)
    {
        using var stream = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <param name="late">Working days past the part's day, at its end or so far; 0 when not late.</param>
    /// <param name="charged">Of these, those on which the part's unit itself held the task.</param>
    internal void Add(SnapshotPart part, Judgement judgement, int late, int charged)
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
        json.WriteString("first", part.FirstDueOn.ToString("O"));
        json.WriteNumber("late", late);
        if (late > 0)
        {
            json.WriteNumber("charged", charged);
        }

        if (part.Facts.DoneOn is { } done)
        {
            json.WriteString("closed", done.ToString("O"));
        }

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

    /// <summary>Ends the text with the counts of the row that will bear the hash; answers with it.</summary>
    public string Seal(byte[] tail)
    {
        hash.AppendData(tail);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The packed pages, once the last line has been added.</summary>
    public IReadOnlyList<byte[]> Pages()
    {
        if (lines > 0)
        {
            EndPage();
        }

        return pages;
    }

    public void Dispose()
    {
        hash.Dispose();
        json.Dispose();
        packed.Dispose();
        page.Dispose();
    }

    /// <summary>Both databases keep at least this much of an instant.</summary>
    private static string ToTheSecond(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void EndPage()
    {
        packed.Dispose();
        pages.Add(page.ToArray());
        page = new MemoryStream();
        packed = new GZipStream(page, CompressionLevel.Fastest, leaveOpen: true);
        lines = 0;
    }
}
