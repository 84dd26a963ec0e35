using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Papers;

/// <summary>That somebody entered their password again just now, to sign. Only <see cref="Signing"/> makes one, so no paper leaves without it.</summary>
public sealed record ConfirmedSigner
{
    internal ConfirmedSigner(Actor actor) => Actor = actor;

    public Actor Actor { get; }
}

/// <summary>The door to every signature: the password is entered again.</summary>
public sealed class Signing(PasswordCheck check)
{
    /// <summary>Refuses an empty or wrong password (password-wrong) and a locked sign-in (sign-in-locked). Call it before the transaction.</summary>
    public async Task<ConfirmedSigner> Confirm(Actor actor, string? password, CancellationToken ct)
    {
        if (actor.IsSystem || string.IsNullOrEmpty(password) || !await check(actor.PersonId, password, ct))
        {
            throw new RuleBroken("password-wrong", "密码不对，没有签署。请重新输入登录密码；连续输错会锁定账户。") { Field = "Password" };
        }

        return new ConfirmedSigner(actor);
    }
}
