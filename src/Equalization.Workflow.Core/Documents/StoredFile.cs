namespace Equalization.Workflow.Core.Documents;

/// <summary>A file's content, kept once under its SHA-256 (64 lower-case hex digits). Names belong to those who cite it.</summary>
public sealed class StoredFile
{
    public string Sha256 { get; init; } = "";

    public long Length { get; init; }

    /// <summary>Decided by the content's first bytes, never by the name.</summary>
    public string ContentType { get; init; } = "";

    public DateTime StoredAt { get; init; }
}

/// <summary>Where contents lie. Put streams to disk or elsewhere and answers with what was stored; the same content twice is one file.</summary>
public interface IFileStore
{
    /// <summary>Refuses content longer than <paramref name="maxBytes"/> with file-too-large, before it is all read.</summary>
    Task<StoredContent> Put(Stream content, long maxBytes, CancellationToken ct);

    /// <summary>Null when there is no such content.</summary>
    Stream? Open(string sha256);
}

/// <summary>What a store took in: the hash, the length in bytes, and the first bytes (512 at most) for telling the type.</summary>
public sealed record StoredContent(string Sha256, long Length, byte[] Head);
