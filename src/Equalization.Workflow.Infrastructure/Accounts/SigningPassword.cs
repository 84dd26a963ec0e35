using Equalization.Workflow.Core;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Infrastructure.Accounts;

/// <summary>The password entered again to sign: Identity's hash and Identity's lockout, the same that the sign-in counts.</summary>
public sealed class SigningPassword(IServiceScopeFactory scopes)
{
    private const int Tries = 4;

    /// <summary>As <see cref="Core.Papers.PasswordCheck"/> asks.</summary>
    public async Task<bool> Check(Guid personId, string password, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = await accounts.Users.FirstOrDefaultAsync(a => a.PersonId == personId, ct);
            if (account is null)
            {
                return false;
            }

            if (await accounts.IsLockedOutAsync(account))
            {
                throw Locked();
            }

            if (await accounts.CheckPasswordAsync(account, password))
            {
                if (account.AccessFailedCount > 0)
                {
                    await accounts.ResetAccessFailedCountAsync(account);
                }

                return true;
            }

            // A try that another try overtook is counted on a fresh row: guessing in parallel must not go uncounted.
            if ((await accounts.AccessFailedAsync(account)).Succeeded)
            {
                return await accounts.IsLockedOutAsync(account) ? throw Locked() : false;
            }
        }

        throw Locked();
    }

    private static RuleBroken Locked() =>
        new("sign-in-locked", "连续输错密码，账户已锁定，不能签署。请稍后再试，或联系管理员重置密码。") { Field = "Password" };
}
