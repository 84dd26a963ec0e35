using System.Globalization;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>
/// A letter as the bytes that travel: headers, text and HTML as alternatives, and a calendar file beside them. All of it is ASCII (bodies in
/// base64), so it passes servers that know nothing of 8 bits.
/// </summary>
public static class MimeText
{
    /// <summary>
    /// Throws <see cref="ArgumentException"/> for a line end or another control character in what goes into a header: whoever could smuggle one
    /// in would write headers of his own.
    /// </summary>
    public static byte[] Of(Letter letter)
    {
        var text = new StringBuilder(4096);
        Field(text, "From", Mailbox(letter.From));
        Field(text, "To", string.Join(",\r\n ", letter.To.Select(Mailbox)));
        Field(text, "Subject", EncodedWords.Text(Clean(letter.Content.Subject, "主题")));
        Field(text, "Date", Written(letter.Date));
        Field(text, "Message-ID", $"<{Clean(letter.MessageId, "邮件编号")}>");
        Field(text, "List-Id", $"<{Clean(letter.ListId, "列表编号")}>");
        // No automatic answers: nobody reads the sender's mailbox.
        Field(text, "Auto-Submitted", "auto-generated");
        Field(text, "X-Auto-Response-Suppress", "All");
        Field(text, "MIME-Version", "1.0");

        // An underscore never occurs in base64, so no body can hold a boundary.
        var boundary = "=_" + letter.MessageId[..letter.MessageId.IndexOf('@', StringComparison.Ordinal)];
        if (letter.Content.Calendar is { } calendar)
        {
            var outer = boundary + "_mixed";
            Field(text, "Content-Type", $"multipart/mixed;\r\n boundary=\"{outer}\"");
            text.Append("\r\n--").Append(outer).Append("\r\n");
            Alternatives(text, letter.Content, boundary + "_alternative");
            text.Append("--").Append(outer).Append("\r\n");
            Attachment(text, calendar, letter.Date);
            text.Append("--").Append(outer).Append("--\r\n");
        }
        else
        {
            Alternatives(text, letter.Content, boundary + "_alternative");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static void Alternatives(StringBuilder text, MailContent content, string boundary)
    {
        Field(text, "Content-Type", $"multipart/alternative;\r\n boundary=\"{boundary}\"");
        foreach (var (type, body) in new[] { ("text/plain", content.Text), ("text/html", content.Html) })
        {
            text.Append("\r\n--").Append(boundary).Append("\r\n");
            Field(text, "Content-Type", type + "; charset=utf-8");
            Body(text, body.ReplaceLineEndings("\r\n"));
        }

        text.Append("\r\n--").Append(boundary).Append("--\r\n");
    }

    private static void Attachment(StringBuilder text, CalendarFile calendar, DateTime stamp)
    {
        var name = Clean(calendar.Name, "附件名");
        // Two ways to write the name: readers of the standard take the second, and the older ones only know the first.
        Field(text, "Content-Type", $"text/calendar; charset=utf-8; method=PUBLISH;\r\n name=\"{EncodedWords.Parameter(name)}\"");
        Field(text, "Content-Disposition", $"attachment;\r\n filename*=utf-8''{Uri.EscapeDataString(name)}");
        Body(text, CalendarText.Of(calendar, stamp));
    }

    private static void Body(StringBuilder text, string body)
    {
        Field(text, "Content-Transfer-Encoding", "base64");
        text.Append("\r\n").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(body), Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
    }

    private static string Mailbox(MailTo to)
    {
        if (!EmailAddress.Holds(to.Address))
        {
            throw new ArgumentException($"邮箱地址“{to.Address}”不成立。");
        }

        return to.Name.Length == 0 ? to.Address : $"{EncodedWords.Phrase(Clean(to.Name, "姓名"))}\r\n <{to.Address}>";
    }

    private static string Clean(string text, string what) =>
        text.Any(char.IsControl) ? throw new ArgumentException($"{what}含有换行或控制字符。") : text;

    private static string Written(DateTime utc) =>
        ChinaTime.WallClock(utc).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0800";

    private static void Field(StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");
}
