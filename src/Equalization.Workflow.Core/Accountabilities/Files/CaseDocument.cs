namespace Equalization.Workflow.Core.Accountabilities.Files;

/// <summary>What a piece of the case file is.</summary>
public enum CaseDocumentKind
{
    /// <summary>What the ledger says: task, clock, urges, papers and receipts, answers and returns, bulletin lines.</summary>
    Ledger,

    /// <summary>An official paper of the ladder.</summary>
    Paper,

    /// <summary>A file with the unit's statement.</summary>
    Statement,

    /// <summary>The decision as the body issued it.</summary>
    Decision,

    /// <summary>Minutes or notice of an interview.</summary>
    Interview,
}

/// <summary>One piece of the case file, frozen when it was taken in: its name, its day and the SHA-256 of its bytes, which lie in the store. Never changed.</summary>
[KeptToCase]
public sealed class CaseDocument
{
    private CaseDocument()
    {
    }

    internal CaseDocument(AccountabilityCase about, CaseDocumentKind kind, string title, string fileName, StoredPiece stored, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = about.JurisdictionId;
        CaseId = about.Id;
        Position = about.Documents.Count + 1;
        (Kind, Title, FileName) = (kind, title.Cut(300), fileName);
        (Sha256, Length, ContentType) = (stored.Sha256, stored.Length, stored.ContentType);
        (AddedBy, AddedAt) = (by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid CaseId { get; private set; }

    public int Position { get; private set; }

    public CaseDocumentKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public long Length { get; private set; }

    public string AddedBy { get; private set; } = "";

    public DateTime AddedAt { get; private set; }
}

/// <summary>Where the bytes of a piece lie.</summary>
public sealed record StoredPiece(string Sha256, long Length, string ContentType);
