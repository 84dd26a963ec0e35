using System.Text.RegularExpressions;

namespace Equalization.Workflow.Core.Units;

/// <summary>
/// An address as every mail server takes it: ASCII, one @, no quotes, blanks or line ends. Addresses with Chinese letters (SMTPUTF8) are not
/// taken, because most servers of the field refuse them.
/// </summary>
public static partial class EmailAddress
{
    public const int Longest = 200;

    /// <summary>The address without outer white space, null for none. Refuses (mail-address) what is no address, at its field.</summary>
    public static string? Of(string? text, string field)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null : Holds(trimmed) ? trimmed : throw Refused(field);
    }

    public static bool Holds(string text) => text.Length <= Longest && Shape().IsMatch(text) && text.IndexOf('@', StringComparison.Ordinal) <= 64;

    public static RuleBroken Refused(string field) =>
        new("mail-address", "邮箱地址不成立。请按 name@example.gov.cn 的样子填写，只用英文字母、数字和常用符号。") { Field = field };

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\z")]
    private static partial Regex Shape();
}
