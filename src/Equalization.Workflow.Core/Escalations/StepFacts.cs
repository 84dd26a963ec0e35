using Equalization.Workflow.Core.Escalations.Ladders;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>
/// The facts of a proposal, frozen at the instant it was made. The proposal's row is audited and bears their sentence, the signed paper bears them whole, and
/// they can be read again from the ledger, so they leave no audit row of their own.
/// </summary>
[Appended]
[NotAudited]
public sealed class StepFacts
{
    private StepFacts()
    {
    }

    public StepFacts(EscalationStep step, ProposalFacts facts)
    {
        StepId = step.Id;
        JurisdictionId = step.JurisdictionId;
        At = facts.Sheet.At;
        Values = facts.Write();
    }

    public Guid StepId { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>Nothing done at this instant or later is in them.</summary>
    public DateTime At { get; private set; }

    /// <summary>As <see cref="ProposalFacts.Write"/> gives them.</summary>
    public string Values { get; private set; } = "";

    public ProposalFacts Facts => ProposalFacts.Read(Values);
}
