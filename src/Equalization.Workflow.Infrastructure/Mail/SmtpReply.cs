using System.Text.RegularExpressions;
using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>What a server answered: its code, and the words of all lines.</summary>
public sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int LongestText = 300;

    /// <summary>The server is closing the connection.</summary>
    public const int Closing = 421;

    public bool IsFine => Code is >= 200 and < 300;

    public bool IsFinal => Code >= 500;

    /// <summary>On one line, without control characters, as a person may read it.</summary>
    public string Text
    {
        get
        {
            var text = $"{Code} {string.Join(' ', Lines)}".Trim();
            text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
            return text.Length > LongestText ? text[..LongestText] : text;
        }
    }

    public MailAnswer AnswerFor(string address) => IsFine
        ? new(address, MailOutcome.Taken, new MailReason("邮件服务器已接收（{0}）。", Text))
        : IsFinal ? new(address, MailOutcome.Never, Refusal()) : new(address, MailOutcome.Later, new MailReason("邮件服务器暂不接收（{0}）。", Text));

    /// <summary>The enhanced status code (RFC 3463) says what is wrong more surely than the words.</summary>
    private MailReason Refusal() => Enhanced().Match(Lines.Count == 0 ? "" : Lines[0]).Groups[1].Value switch
    {
        "1.1" or "1.2" or "1.3" or "1.10" => new MailReason("收件地址不存在（{0}）。请核对此人的邮箱地址后重新发送。", Text),
        "2.1" => new MailReason("对方邮箱已停用（{0}）。请核对此人的邮箱地址后重新发送。", Text),
        "2.2" => new MailReason("对方邮箱已满（{0}）。请告知本人清理后重新发送。", Text),
        "3.4" or "2.3" => new MailReason("邮件超过服务器允许的大小（{0}）。请联系邮件管理员。", Text),
        _ => new MailReason("邮件服务器拒收（{0}）。请联系邮件管理员。", Text),
    };

    [GeneratedRegex(@"^5\.(\d{1,3}\.\d{1,3})\b")]
    private static partial Regex Enhanced();
}
