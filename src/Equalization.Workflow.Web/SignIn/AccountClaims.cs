using System.Globalization;
using System.Security.Claims;
using Equalization.Workflow.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>What the sign-in cookie says beside the account: the person, the post chosen, whether the password must be changed first.</summary>
public sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    public const string Person = "person";
    public const string Post = "post";
    public const string MustChangePassword = "must-change-password";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Person, user.PersonId.ToString("D", CultureInfo.InvariantCulture)));
        if (user.LastMembershipId is { } post)
        {
            identity.AddClaim(new Claim(Post, post.ToString("D", CultureInfo.InvariantCulture)));
        }

        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(MustChangePassword, "true"));
        }

        return identity;
    }

    /// <summary>The stamp's renewal reads the account again; without this, choosing a post in one browser would change it in another.</summary>
    public static Task KeepPost(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.NewPrincipal?.Identity is ClaimsIdentity renewed)
        {
            Replace(renewed, context.CurrentPrincipal?.FindFirst(Post)?.Value);
        }

        return Task.CompletedTask;
    }

    public static Guid? PersonOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirst(Person)?.Value, out var id) ? id : null;

    public static Guid? PostOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirst(Post)?.Value, out var id) ? id : null;

    private static void Replace(ClaimsIdentity identity, string? post)
    {
        foreach (var old in identity.FindAll(Post).ToList())
        {
            identity.RemoveClaim(old);
        }

        if (post is not null)
        {
            identity.AddClaim(new Claim(Post, post));
        }
    }
}
