using System.Net;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>Mails whose words stand in the row, and the frame that every HTML mail of the product has.</summary>
public static class PlainMail
{
    public static MailContent Of(OutgoingMail mail)
    {
        var text = mail.Text ?? "";
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(p => $"<p>{WebUtility.HtmlEncode(p).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        return new MailContent(mail.Subject ?? "", text, Page(mail.Subject ?? "", string.Concat(paragraphs)));
    }

    /// <summary>A whole document around a body. Mail readers know no style sheets of ours, so the few styles stand in it.</summary>
    /// <param name="body">HTML; whoever makes it encodes what people wrote.</param>
    public static string Page(string title, string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body style="margin:0;padding:16px;color:#1b2430;background:#ffffff;font:15px/1.6 'Source Han Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif">
        <div style="max-width:640px">{body}</div>
        </body></html>
        """;
}
