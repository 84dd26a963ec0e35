using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Identity;

namespace Equalization.Workflow.Web.SignIn;

/// <summary>Identity's refusals of a password, in our words; the texts are keys that the page looks up.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), Texts.Mark("新密码太短，请按下面的要求改长。"));

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), Texts.Mark("新密码重复的字符太多，请至少使用 5 个不同的字符。"));

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), Texts.Mark("当前密码不对，请重新填写。"));

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), Texts.Mark("账户刚被他处修改，请再试一次。"));

    public override IdentityError DefaultError() => Error(nameof(DefaultError), Texts.Mark("密码没有修改成功，请再试一次；仍不成功时，请联系管理员。"));

    private static IdentityError Error(string code, string text) => new() { Code = code, Description = text };
}
