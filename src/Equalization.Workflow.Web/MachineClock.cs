namespace Equalization.Workflow.Web;

/// <summary>
/// The machine's own clock, beside the product's, which a demonstration may set. What is about processes and not about the field (a lease,
/// the instant at which a database was marked) is read from it.
/// </summary>
public sealed record MachineClock(TimeProvider Clock);
