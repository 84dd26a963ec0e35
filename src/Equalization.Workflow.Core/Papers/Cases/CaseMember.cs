using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Papers.Cases;

/// <summary>That a person may read a case (an interview, an accountability): who let them, when and why. Ended, never deleted.</summary>
[KeptToCase]
public sealed class CaseMember
{
    private CaseMember()
    {
    }

    internal CaseMember(Guid jurisdictionId, Guid caseId, Guid personId, string because, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        CaseId = caseId;
        PersonId = personId;
        Because = because;
        AddedBy = by;
        AddedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid PersonId { get; private set; }

    public string Because { get; private set; } = "";

    public string AddedBy { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    public string? RemovedBy { get; private set; }

    public string? RemovedBecause { get; private set; }

    public int Version { get; private set; }

    internal void Remove(string because, string by, DateTime now) => (RemovedBecause, RemovedBy, RemovedAt) = (because, by, now);
}

/// <summary>One reading of a case: who, in which post, when, and what was opened. Append-only.</summary>
[KeptToCase]
public sealed class CaseReading
{
    private CaseReading()
    {
    }

    internal CaseReading(Guid caseId, Actor actor, string what, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = actor.JurisdictionId;
        CaseId = caseId;
        PersonId = actor.PersonId;
        Reader = actor.Signature();
        What = what;
        At = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid PersonId { get; private set; }

    public string Reader { get; private set; } = "";

    /// <summary>The page, or the paper by its number.</summary>
    public string What { get; private set; } = "";

    public DateTime At { get; private set; }
}
