using Microsoft.AspNetCore.Identity;

namespace Equalization.Workflow.Infrastructure.Accounts;

/// <summary>A sign-in. Linked to a person by id; what the person may do is asked of memberships, never of the account.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Guid PersonId { get; set; }

    /// <summary>Must change the password before anything else (first sign-in, or after a reset).</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Until when a one-time password lets its holder in; null for a password of one's own.</summary>
    public DateTime? CodeExpiresAt { get; set; }

    /// <summary>The post the person last chose to act in.</summary>
    public Guid? LastMembershipId { get; set; }
}
