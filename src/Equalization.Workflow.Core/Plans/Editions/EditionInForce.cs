namespace Equalization.Workflow.Core.Plans.Editions;

/// <summary>
/// Follows a version that this act brings into force in place of a former one; answers with how many changes wait for a decision. What follows a plan lies in slices to the right,
/// which give this in.
/// </summary>
public delegate Task<int> EditionInForce(WorkflowDb db, PlanVersion version, Guid formerId, CancellationToken ct);
