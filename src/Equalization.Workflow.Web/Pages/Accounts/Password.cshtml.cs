using System.ComponentModel.DataAnnotations;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Pages.Accounts;

/// <summary>Changes one's own password; the only page open to somebody who signed in with a one-time password.</summary>
[Authorize(Policy = Policies.Account)]
[EnableRateLimiting(SignInServices.Attempts)]
public sealed class PasswordModel(SignInManager<Account> signIn, Settings settings, IStringLocalizer l) : PageModel
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public bool Must => User.HasClaim(AccountClaims.MustChangePassword, "true");

    public string UserName => User.Identity?.Name ?? "";

    public int Length => settings.SignIn.PasswordLength;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        if (ModelState.IsValid && await signIn.UserManager.GetUserAsync(User) is { } account && await Change(account))
        {
            await signIn.RefreshSignInAsync(account);
            this.Say(l["密码已修改。"]);
            return LocalRedirect("~/");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> Change(Account account)
    {
        if (Input.New == Input.Current)
        {
            return Refuse("Input.New", l["新密码与当前密码相同，请换一个。"]);
        }

        // One save: the flag falls with the old password or not at all.
        account.MustChangePassword = false;
        account.CodeExpiresAt = null;
        var result = await signIn.UserManager.ChangePasswordAsync(account, Input.Current, Input.New);
        foreach (var error in result.Errors)
        {
            Refuse(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "Input.Current" : "Input.New", l[error.Description]);
        }

        return result.Succeeded;
    }

    private bool Refuse(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return false;
    }

    public sealed class Typed
    {
        [Required]
        [StringLength(256)]
        public string Current { get; set; } = "";

        [Required]
        [StringLength(256)]
        public string New { get; set; } = "";

        [Compare(nameof(New))]
        public string Again { get; set; } = "";
    }
}
