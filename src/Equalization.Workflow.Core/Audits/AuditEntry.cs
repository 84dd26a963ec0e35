namespace Equalization.Workflow.Core.Audits;

/// <summary>
/// One row changed by one act, chained by hash: Hash = SHA-256 of the previous hash and this row's own fields. Sequence counts from 1
/// within the jurisdiction without a gap; rows of no jurisdiction (people, calendars) form a chain of their own under an empty id.
/// </summary>
[Appended]
[NotAudited]
public sealed class AuditEntry
{
    public Guid JurisdictionId { get; init; }

    public long Sequence { get; init; }

    public DateTime At { get; init; }

    /// <summary>What the person did, as the field says it: 签收任务, 导入方案.</summary>
    public string Act { get; init; } = "";

    public Guid PersonId { get; init; }

    public string PersonName { get; init; } = "";

    public string Post { get; init; } = "";

    public string UnitName { get; init; } = "";

    public string EntityKind { get; init; } = "";

    public string EntityId { get; init; } = "";

    /// <summary>Added, Modified or Deleted.</summary>
    public string Change { get; init; } = "";

    /// <summary>JSON: field → [before, after]; only what changed, all fields of an added row.</summary>
    public string Values { get; init; } = "";

    public string PreviousHash { get; init; } = "";

    public string Hash { get; set; } = "";
}

/// <summary>The end of a jurisdiction's chain; locked by every transaction that writes to it.</summary>
[NotAudited]
public sealed class AuditHead
{
    public Guid JurisdictionId { get; init; }

    public long Sequence { get; set; }

    public string Hash { get; set; } = "";

    public int Version { get; private set; }
}
