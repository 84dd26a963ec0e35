namespace Equalization.Workflow.Core.Desks.Starts;

/// <summary>
/// How far a new office has come on its way to the first issued task. Units: any besides the office itself; Contacts and Portfolios: any that hold today;
/// Plan: any imported; InForce: any confirmed.
/// </summary>
public sealed record Start(bool Units, bool Contacts, bool Portfolios, bool Plan, bool InForce);
