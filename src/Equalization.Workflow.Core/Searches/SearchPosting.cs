namespace Equalization.Workflow.Core.Searches;

/// <summary>
/// Which entries of a chunk have a gram: one character, or two side by side. Rows of a new chunk are written past the change tracker, as there are thousands of them;
/// later changes go the ordinary way.
/// </summary>
[Appended]
[NotAudited]
public sealed class SearchPosting
{
    public Guid JurisdictionId { get; init; }

    public int Gram { get; init; }

    public int Chunk { get; init; }

    /// <summary>A chunk of a <see cref="DocSet"/>.</summary>
    public byte[] Entries { get; set; } = [];
}
