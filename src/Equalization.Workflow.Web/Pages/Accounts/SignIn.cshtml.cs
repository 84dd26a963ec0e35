using System.ComponentModel.DataAnnotations;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Pages.Accounts;

/// <summary>Sign-in. A wrong name and a wrong password are not told apart, but a lock is told: its owner must know when to come back.</summary>
[Authorize(Policy = Policies.Anyone)]
[EnableRateLimiting(SignInServices.Attempts)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignInModel(
    SignInManager<Account> signIn,
    IPasswordHasher<Account> hasher,
    SetUpService setUp,
    SampleSignIns samples,
    SampleGate gate,
    Settings settings,
    TimeProvider clock,
    IStringLocalizer l) : PageModel
{
    private static string? decoy;

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>A form was sent after the sign-in had expired, and could not be kept.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Lost { get; set; }

    /// <summary>The sample sign-in to fill in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sample { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public string? FilledPassword { get; private set; }

    public IReadOnlyList<SampleSignIn> Samples { get; private set; } = [];

    public string SamplePassword => samples.Password;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await setUp.IsOpen(ct))
        {
            return RedirectToPage("/Setup");
        }

        await Load(ct);
        if (Samples.Any(s => s.UserName == Sample))
        {
            Input.UserName = Sample!;
            FilledPassword = SamplePassword;
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (ModelState.IsValid && await Enter())
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "~/");
        }

        await Load(ct);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> Enter()
    {
        var account = await signIn.UserManager.FindByNameAsync(Input.UserName.Trim());
        if (account is null)
        {
            // The same work as for a name that exists, so that the time taken does not tell which names do.
            decoy ??= hasher.HashPassword(new Account(), "decoy");
            hasher.VerifyHashedPassword(new Account(), decoy, Input.Password);
            return Refuse(l["用户名或密码不对，请重新填写。忘记密码时，请联系管理员重置。"]);
        }

        if ((await signIn.UserManager.GetClaimsAsync(account)).Any(c => c.Type == SampleAccounts.Claim)
            && !gate.MaySignIn(HttpContext.Connection.RemoteIpAddress))
        {
            return Refuse(l["示例账户只能在本机、非生产环境使用。请用管理员开通的账户登录。"]);
        }

        var result = await signIn.PasswordSignInAsync(account, Input.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return await MayUseCode(account) || Refuse(l["一次性密码已用过或已过期。请联系管理员重置密码，领取新的纸条。"]);
        }

        if (!result.IsLockedOut)
        {
            return Refuse(l["用户名或密码不对，请重新填写。忘记密码时，请联系管理员重置。"]);
        }

        return Refuse(account.LockoutEnd == DateTimeOffset.MaxValue
            ? l["此账户已停用。如需恢复，请联系管理员。"]
            : l["连续输错 {0} 次，账户已锁定 {1} 分钟。请到时再试，或联系管理员重置密码。", settings.SignIn.LockoutTries, settings.SignIn.LockoutMinutes]);
    }

    /// <summary>A one-time password lets in until its term, and after its first use only long enough to set one's own.</summary>
    private async Task<bool> MayUseCode(Account account)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!account.MustChangePassword || account.CodeExpiresAt is not { } end)
        {
            return true;
        }

        if (end < now)
        {
            await signIn.SignOutAsync();
            return false;
        }

        var last = now + CodeTerm.AfterUse;
        if (last < end)
        {
            account.CodeExpiresAt = last;
            await signIn.UserManager.UpdateAsync(account);
        }

        return true;
    }

    private bool Refuse(string message)
    {
        ModelState.AddModelError("", message);
        return false;
    }

    private async Task Load(CancellationToken ct)
    {
        if (CookieAnswers.IsLoopback(HttpContext.Connection.RemoteIpAddress))
        {
            Samples = await samples.List(ct);
        }
    }

    public sealed class Typed
    {
        [Required]
        [StringLength(256)]
        public string UserName { get; set; } = "";

        [Required]
        [StringLength(256)]
        public string Password { get; set; } = "";
    }
}
