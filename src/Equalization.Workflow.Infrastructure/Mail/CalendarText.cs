using System.Globalization;
using System.Text;
using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>A calendar file as RFC 5545 writes it: whole days and meetings at an hour, CRLF, lines folded at 75 octets between characters.</summary>
public static class CalendarText
{
    private const int OctetsALine = 75;

    public static string Of(CalendarFile file, DateTime stamp)
    {
        var text = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Equalization.Workflow//Ledger//ZH");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        foreach (var one in file.Events)
        {
            Line("BEGIN:VEVENT");
            Line("UID:" + Escaped(one.Uid));
            Line("DTSTAMP:" + Instant(stamp));
            Line("SEQUENCE:" + one.Sequence.ToString(CultureInfo.InvariantCulture));
            if (one.Hours is { } hours)
            {
                Line("DTSTART:" + Instant(hours.From));
                Line("DTEND:" + Instant(hours.To));
                Line("LOCATION:" + Escaped(hours.Place));
            }
            else
            {
                Line("DTSTART;VALUE=DATE:" + Day(one.Day));
                // The end is the first day that no longer belongs to it.
                Line("DTEND;VALUE=DATE:" + Day(one.Day.AddDays(1)));
            }

            if (one.IsCancelled)
            {
                Line("STATUS:CANCELLED");
            }

            Line("SUMMARY:" + Escaped(one.Summary));
            if (one.Description is { } description)
            {
                Line("DESCRIPTION:" + Escaped(description));
            }

            if (one.Url is { } url)
            {
                Line("URL:" + url);
            }

            // A deadline does not make the day busy, a meeting does.
            Line(one.Hours is null ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return text.ToString();

        void Line(string line) => Fold(text, line);
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Fold(StringBuilder text, string line)
    {
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            // No other control character has a way to be written here.
            if (Rune.IsControl(rune) && rune.Value != '\t')
            {
                continue;
            }

            if (used + rune.Utf8SequenceLength > OctetsALine)
            {
                text.Append("\r\n ");
                used = 1;
            }

            text.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
