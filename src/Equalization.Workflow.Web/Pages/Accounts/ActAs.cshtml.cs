using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Accounts;

/// <summary>Chooses in whose name the person acts; kept in the sign-in cookie and, for the next time, with the account.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class ActAsModel(SignInManager<Account> signIn, Acting acting) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("~/");

    public async Task<IActionResult> OnPost(Guid membershipId, string? returnUrl)
    {
        if (acting.Posts.FirstOrDefault(p => p.MembershipId == membershipId) is not { } chosen)
        {
            return NotFound();
        }

        if (await signIn.UserManager.GetUserAsync(User) is { } account)
        {
            account.LastMembershipId = membershipId;
            await signIn.UserManager.UpdateAsync(account);
            await signIn.RefreshSignInAsync(account);
        }

        // A page of the old role may be shut to the new one; its own first page never is.
        return LocalRedirect(chosen.Role == acting.Actor.Role && Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");
    }
}
