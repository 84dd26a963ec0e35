using Equalization.Workflow.Core.Ledgers;

namespace Equalization.Workflow.Core.Accreditations.Problems;

/// <summary>A problem that a stage found joined to a gap of the ledger: the same shortfall seen twice, whose number says whether it is mended.</summary>
public sealed class ProblemGap
{
    private ProblemGap()
    {
    }

    internal ProblemGap(AccreditationProblem problem, LedgerEntry entry, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (JurisdictionId, ProblemId, EntryId, By, At) = (problem.JurisdictionId, problem.Id, entry.Id, by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid ProblemId { get; private set; }

    public Guid EntryId { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
