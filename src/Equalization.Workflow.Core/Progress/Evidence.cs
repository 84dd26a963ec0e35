namespace Equalization.Workflow.Core.Progress;

/// <summary>
/// A piece of evidence (佐证材料) of a unit: one title and kind, versions of content, cited by as many reports as need it and never
/// uploaded again.
/// </summary>
public sealed class Evidence
{
    private readonly List<EvidenceVersion> versions = [];

    private Evidence()
    {
    }

    public Evidence(Guid jurisdictionId, Guid unitId, string kind, string title)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        UnitId = unitId;
        Kind = kind;
        Title = title;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>The unit it belongs to.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>What it proves, in the words of the task's required evidence, such as 验收报告.</summary>
    public string Kind { get; private set; } = "";

    public string Title { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<EvidenceVersion> Versions => versions;

    public EvidenceVersion Add(string fileName, string sha256, long length, string contentType, string by, DateTime now)
    {
        var next = new EvidenceVersion
        {
            JurisdictionId = JurisdictionId,
            EvidenceId = Id,
            Number = versions.Count == 0 ? 1 : versions.Max(v => v.Number) + 1,
            FileName = fileName,
            Sha256 = sha256,
            Length = length,
            ContentType = contentType,
            AddedBy = by,
            AddedAt = now,
        };
        versions.Add(next);
        return next;
    }
}

/// <summary>One content of a piece of evidence; a citation names the version, so a later one changes no report.</summary>
public sealed class EvidenceVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid EvidenceId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Number { get; init; }

    public string FileName { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public long Length { get; init; }

    public string ContentType { get; init; } = "";

    public string AddedBy { get; init; } = "";

    public DateTime AddedAt { get; init; }
}

/// <summary>That a report, or a completion request, rests on a version of a piece of evidence.</summary>
public sealed class EvidenceCitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid TaskId { get; init; }

    public Guid? ReportId { get; init; }

    /// <summary>The completion request that cites it; a plain id, since that slice lies to the right.</summary>
    public Guid? CompletionRequestId { get; init; }

    public Guid EvidenceVersionId { get; init; }
}
