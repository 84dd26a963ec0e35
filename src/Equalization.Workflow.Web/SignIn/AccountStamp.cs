using Equalization.Workflow.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>
/// Asks now and then whether the account is still what the cookie says: a new password or a closed account signs every browser out. The
/// framework's own would also sign out of the scheme of remembered second factors, which we do not have, and fail.
/// </summary>
public sealed class AccountStamp(IOptions<SecurityStampValidatorOptions> options, SignInManager<Account> signIn, ILoggerFactory log)
    : SecurityStampValidator<Account>(options, signIn, log)
{
    public override async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Properties.IssuedUtc is { } issued && TimeProvider.GetUtcNow() - issued <= Options.ValidationInterval)
        {
            return;
        }

        if (await VerifySecurityStamp(context.Principal) is { } account)
        {
            await SecurityStampVerified(account, context);
        }
        else
        {
            context.RejectPrincipal();
            await SignInManager.SignOutAsync();
        }
    }
}
