using System.Globalization;
using System.Net;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Web.Ui;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Mails;

/// <summary>
/// Writes the day's digest when its mail leaves: what has been done since it was decided is left out, and when nothing is left there is no mail. In
/// the language of the settings. The dates ahead go along as a calendar file.
/// </summary>
public sealed class DigestMail(DigestQueries digests, MailSettings settings, IStringLocalizer l)
{
    /// <summary>Lines of a group and notices in a mail; the page has all.</summary>
    private const int MostLines = 30;

    private const string Cell = "padding:6px 8px;border-bottom:1px solid #d9dee5;text-align:left;vertical-align:top";

    public MailComposer Composer => new(nameof(Digest), Compose);

    private async Task<MailContent?> Compose(WorkflowDb _, OutgoingMail mail, CancellationToken ct)
    {
        if (mail.SubjectId is not { } id || await digests.ForMail(id, ct) is not { } digest)
        {
            return null;
        }

        var lines = digest.Lines.Where(line => line.Stands).ToList();
        if (lines.Count == 0 && digest.Notices.Count == 0)
        {
            return null;
        }

        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(settings.Language);
            return Write(digest, lines);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private MailContent Write(DigestPage digest, List<DigestLine> lines)
    {
        var (text, html) = (new StringBuilder(), new StringBuilder());
        var today = lines.Count(line => line.Group == DigestGroup.DueToday);
        var overdue = lines.Count(line => line.Group == DigestGroup.Overdue);
        var top = today == 0 ? l["今天没有到期的事项。"].Value : l["今天到期 {0} 项。", today].Value;
        Paragraph(text, html, l["{0}，您好。", digest.Person]);
        Paragraph(text, html, top, strong: true);
        foreach (var group in lines.GroupBy(line => line.Group))
        {
            Table(text, html, digest, group.Key, [.. group]);
        }

        News(text, html, digest);
        if (settings.Link($"/Notices/Digest/{digest.Id}") is { } link)
        {
            text.AppendLine().AppendLine(l["打开台账查看全部：{0}", link]);
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{WebUtility.HtmlEncode(link)}\" style=\"color:#1d5bb8\">{Encoded(l["打开台账查看全部"])}</a></p>");
        }

        Paragraph(text, html, l["每个工作日最多一封。不需要邮件的，可在“联系方式”中关闭，台账内的通知不受影响。"], second: true);
        var subject = lines.Count > 0
            ? l["每日提醒 {0}：今天到期 {1} 项，逾期 {2} 项", Dates.ShortDay(digest.On), today, overdue].Value
            : l["每日提醒 {0}：未读通知 {1} 条", Dates.ShortDay(digest.On), digest.NoticeCount].Value;
        return new MailContent(subject, text.ToString(), PlainMail.Page(subject, html.ToString()), Dated(digest, lines));
    }

    private void Table(StringBuilder text, StringBuilder html, DigestPage digest, DigestGroup group, List<DigestLine> lines)
    {
        var heading = l["{0}（{1} 项）", l[ReminderWords.Of(group)], lines.Count].Value;
        var colour = group == DigestGroup.Overdue ? "#b42318" : "#1b2430";
        text.AppendLine().AppendLine(heading);
        html.Append(CultureInfo.InvariantCulture, $"<h2 style=\"font-size:16px;margin:20px 0 4px;color:{colour}\">{Encoded(heading)}</h2>");
        html.Append("<table role=\"presentation\" style=\"border-collapse:collapse;width:100%;font-size:14px\">");
        foreach (var line in lines.Take(MostLines))
        {
            var asked = ReminderWords.Asked(l, line.Moment, line.Period);
            var left = ReminderWords.Left(l, line.Moment, line.DueOn, digest.On, line.WorkingDaysLeft);
            text.Append(CultureInfo.InvariantCulture, $"- {line.Number} {line.Title}（{line.Unit}）：{asked}，{Dates.Day(line.DueOn)}，{left}").AppendLine();
            var title = settings.Link(ReminderWords.Address(line)) is { } link
                ? $"<a href=\"{WebUtility.HtmlEncode(link)}\" style=\"color:#1d5bb8\">{Encoded(line.Title)}</a>"
                : Encoded(line.Title);
            html.Append(CultureInfo.InvariantCulture, $"<tr><td style=\"{Cell};white-space:nowrap\">{Encoded(line.Number)}</td><td style=\"{Cell}\">{title}<br><span style=\"color:#57606a\">{Encoded(line.Unit)} · {Encoded(asked)}</span></td>");
            html.Append(CultureInfo.InvariantCulture, $"<td style=\"{Cell};white-space:nowrap\">{Encoded(Dates.ShortDay(line.DueOn))}<br><span style=\"color:{colour}\">{Encoded(left)}</span></td></tr>");
        }

        html.Append("</table>");
        if (lines.Count > MostLines)
        {
            Paragraph(text, html, l["另有 {0} 项，请在台账中查看。", lines.Count - MostLines], second: true);
        }
    }

    private void News(StringBuilder text, StringBuilder html, DigestPage digest)
    {
        if (digest.Notices.Count == 0)
        {
            return;
        }

        var heading = l["未读通知（{0} 条）", digest.NoticeCount].Value;
        text.AppendLine().AppendLine(heading);
        html.Append(CultureInfo.InvariantCulture, $"<h2 style=\"font-size:16px;margin:20px 0 4px\">{Encoded(heading)}</h2><ul style=\"padding-left:20px;margin:0\">");
        foreach (var notice in digest.Notices)
        {
            var words = l[notice.Format, TextArguments.Unpack(notice.Arguments)].Value;
            text.Append("- ").AppendLine(words);
            html.Append(CultureInfo.InvariantCulture, $"<li>{Encoded(words)}</li>");
        }

        html.Append("</ul>");
    }

    /// <summary>The days still to come; a day that moves keeps its entry, for later mails count on.</summary>
    private CalendarFile? Dated(DigestPage digest, List<DigestLine> lines)
    {
        var events = lines.Where(line => line.Group is DigestGroup.DueToday or DigestGroup.Soon).Take(MostLines).Select(line => new CalendarEvent(
            $"{line.Moment}-{line.SubjectId:N}-{line.Period}".TrimEnd('-'), digest.On.DayNumber, line.DueOn,
            l["{0} {1}：{2}", line.Number, line.Title, ReminderWords.Asked(l, line.Moment, line.Period)], line.Unit,
            settings.Link(ReminderWords.Address(line)))).ToList();
        return events.Count == 0 ? null : new CalendarFile($"{digest.On:yyyy-MM-dd}.ics", events);
    }

    private static void Paragraph(StringBuilder text, StringBuilder html, string words, bool strong = false, bool second = false)
    {
        text.AppendLine(words);
        var style = second ? "color:#57606a;font-size:13px" : strong ? "font-weight:bold;font-size:16px" : "";
        html.Append(CultureInfo.InvariantCulture, $"<p style=\"{style}\">{Encoded(words)}</p>");
    }

    private static string Encoded(string words) => WebUtility.HtmlEncode(words);
}
