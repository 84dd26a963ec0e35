namespace Equalization.Workflow.Core.Papers;

/// <summary>
/// Whether this is the person's sign-in password. A wrong one counts towards the lockout of the sign-in; a locked one is refused with
/// sign-in-locked. Asked outside a transaction, since it counts in one of its own.
/// </summary>
public delegate Task<bool> PasswordCheck(Guid personId, string password, CancellationToken ct);
