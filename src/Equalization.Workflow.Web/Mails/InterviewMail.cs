using System.Globalization;
using System.Net;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Notifications;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Mails;

/// <summary>
/// The date of an interview for the calendars of its case: composed when it leaves, so that it always carries the newest time. It names no person and no
/// unit; whoever was taken off the case's list meanwhile gets none.
/// </summary>
public sealed class InterviewMail(InterviewQueries interviews, MailSettings settings, IStringLocalizer l)
{
    public MailComposer Composer => new(InterviewIssueService.MailKind, Compose);

    /// <summary>One entry under one UID for all decisions on the meeting; the sequence rises with each.</summary>
    public static CalendarFile Calendar(Interview interview, string summary, string? link) => new("interview.ics",
    [
        new CalendarEvent($"interview-{interview.Id:N}@equalization", interview.Sequence, ChinaTime.DayOf(interview.MeetsAt!.Value), summary, interview.Number, link)
        {
            Hours = new MeetingHours(interview.MeetsAt.Value, interview.EndsAt!.Value, interview.Place),
            IsCancelled = interview.State is InterviewState.Cancelled or InterviewState.Settled,
        },
    ]);

    private async Task<MailContent?> Compose(WorkflowDb _, OutgoingMail mail, CancellationToken ct)
    {
        if (mail.SubjectId is not { } id || await interviews.ForMail(id, mail.PersonId, ct) is not { } interview)
        {
            return null;
        }

        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(settings.Language);
            return Write(interview);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private MailContent Write(Interview interview)
    {
        var when = InterviewPaper.When(interview);
        var line = interview.State is InterviewState.Cancelled or InterviewState.Settled
            ? l["约谈 {0} 已取消，原定时间 {1}。", interview.Number ?? "", when].Value
            : l["约谈 {0}：{1}，{2}。", interview.Number ?? "", when, interview.Place].Value;
        var link = settings.Link($"/Interviews/{interview.Id}");
        var hint = l["日历文件随信附上；详情只在台账内向案卷查阅人开放。"].Value;
        var text = string.Join("\n\n", new[] { line, hint, link }.OfType<string>());
        var html = $"<p>{WebUtility.HtmlEncode(line)}</p><p>{WebUtility.HtmlEncode(hint)}</p>" + (link is null ? "" : $"<p><a href=\"{WebUtility.HtmlEncode(link)}\">{WebUtility.HtmlEncode(link)}</a></p>");
        var subject = l["约谈通知 {0}", interview.Number ?? ""].Value;
        return new MailContent(subject, text, PlainMail.Page(subject, html), Calendar(interview, subject, link));
    }
}
