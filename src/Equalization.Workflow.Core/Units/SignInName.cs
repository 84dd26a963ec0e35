namespace Equalization.Workflow.Core.Units;

/// <summary>What a user name may look like: 2 to 60 Chinese signs, letters or digits, and . - _ @.</summary>
public static class SignInName
{
    public const int Longest = 60;

    /// <summary>Trimmed, null for none. Refuses (user-name) what is none.</summary>
    public static string? Of(string? text)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null
            : trimmed.Length is >= 2 and <= Longest && trimmed.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@') ? trimmed
            : throw Refused();
    }

    public static RuleBroken Refused() =>
        new("user-name", "用户名应为 2 至 60 个汉字、字母或数字，可含 . - _ @，请改填。") { Field = "UserName" };
}
