using System.Text;
using System.Text.RegularExpressions;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>Reads what <see cref="MimeText"/> writes, and no more of MIME than that.</summary>
internal static partial class MimeReading
{
    public static MailFile Read(string message)
    {
        var (headers, body) = Split(message);
        var file = new MailFile([.. headers.Select(h => (h.Name, Decoded(h.Value)))], null, null, []);
        return Part(file, headers, body);
    }

    private static MailFile Part(MailFile file, List<(string Name, string Value)> headers, string body)
    {
        var type = headers.Find(h => h.Name == "Content-Type").Value ?? "";
        if (Boundary().Match(type) is { Success: true } boundary)
        {
            foreach (var part in body.Split("--" + boundary.Groups[1].Value).Skip(1).Where(p => !p.StartsWith("--", StringComparison.Ordinal)))
            {
                var (inner, content) = Split(part[2..]);
                file = Part(file, inner, content);
            }

            return file;
        }

        var text = Encoding.UTF8.GetString(Convert.FromBase64String(body.Trim()));
        if (headers.Find(h => h.Name == "Content-Disposition").Value is { } disposition)
        {
            var name = Uri.UnescapeDataString(disposition[(disposition.IndexOf("''", StringComparison.Ordinal) + 2)..]);
            return file with { Attachments = [.. file.Attachments, (name, text)] };
        }

        return type.StartsWith("text/html", StringComparison.Ordinal) ? file with { Html = text } : file with { Text = text };
    }

    private static (List<(string Name, string Value)> Headers, string Body) Split(string message)
    {
        var end = message.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = message[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return ([.. lines.Select(l => l.Split(": ", 2)).Select(p => (p[0], p[1]))], message[(end + 4)..]);
    }

    private static string Decoded(string value) =>
        Word().Replace(BetweenWords().Replace(value, "?==?"), w => Encoding.UTF8.GetString(Convert.FromBase64String(w.Groups[1].Value)));

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\?= =\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex Word();
}
