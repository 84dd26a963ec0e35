using System.Globalization;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for reminders and their rules.</summary>
public static class ReminderWords
{
    public static string Of(ReminderMoment moment) => moment switch
    {
        ReminderMoment.SignFor => Texts.Mark("签收期限"),
        ReminderMoment.ReportDue => Texts.Mark("进展报告"),
        ReminderMoment.PartDue => Texts.Mark("任务期限"),
        ReminderMoment.HelpAnswer => Texts.Mark("协调答复"),
        ReminderMoment.ExtensionReply => Texts.Mark("延期答复"),
        ReminderMoment.ReviewWaiting => Texts.Mark("办结待审核"),
    };

    /// <summary>What the day is counted from, for the rules.</summary>
    public static string Day(ReminderMoment moment) => moment switch
    {
        ReminderMoment.SignFor => Texts.Mark("从签收期限算起"),
        ReminderMoment.ReportDue => Texts.Mark("从报告截止日算起"),
        ReminderMoment.PartDue => Texts.Mark("从任务（或单位分工）的期限算起"),
        ReminderMoment.HelpAnswer => Texts.Mark("从需协调事项的答复期限算起"),
        ReminderMoment.ExtensionReply => Texts.Mark("从延期申请的答复期限算起"),
        ReminderMoment.ReviewWaiting => Texts.Mark("从收到办结申请之日算起"),
    };

    public static string Of(ReminderRecipient recipient) => recipient switch
    {
        ReminderRecipient.Contact => Texts.Mark("联络员"),
        ReminderRecipient.UnitHead => Texts.Mark("单位负责人"),
        ReminderRecipient.Cooperating => Texts.Mark("配合单位"),
        ReminderRecipient.Leader => Texts.Mark("分管领导"),
        ReminderRecipient.Office => Texts.Mark("领导小组办公室"),
    };

    public static string Of(DigestGroup group) => group switch
    {
        DigestGroup.DueToday => Texts.Mark("今天到期"),
        DigestGroup.Overdue => Texts.Mark("已经逾期"),
        DigestGroup.Soon => Texts.Mark("即将到期"),
        DigestGroup.Waiting => Texts.Mark("办结待审核"),
    };

    /// <summary>What is to be done.</summary>
    public static string Asked(IStringLocalizer l, ReminderMoment moment, string? period) => moment switch
    {
        ReminderMoment.SignFor => l["签收任务"],
        ReminderMoment.ReportDue => l["提交 {0} 进展报告", period ?? ""],
        ReminderMoment.PartDue => l["按期办结"],
        ReminderMoment.HelpAnswer => l["答复需协调事项"],
        ReminderMoment.ExtensionReply => l["决定延期申请"],
        ReminderMoment.ReviewWaiting => l["审核办结申请"],
    };

    /// <summary>When a rung fires: 期限前 3 个工作日.</summary>
    public static string When(IStringLocalizer l, ReminderMoment moment, int offset) => (moment, offset) switch
    {
        (ReminderMoment.ReviewWaiting, _) => l["收到后第 {0} 个工作日", offset],
        (_, < 0) => l["期限前 {0} 个工作日", -offset],
        (_, 0) => l["期限当天"],
        _ => l["期限后第 {0} 个工作日", offset],
    };

    /// <summary>The same in a table of rules, where the heading says from which day.</summary>
    public static string Short(IStringLocalizer l, int offset) => offset switch
    {
        < 0 => l["前 {0}", -offset],
        0 => l["当天"],
        _ => l["后 {0}", offset],
    };

    /// <summary>How it stands by the working days left: 今天到期, 还有 3 个工作日.</summary>
    public static string Left(IStringLocalizer l, ReminderMoment moment, DateOnly dueOn, DateOnly day, int workingDaysLeft) => moment == ReminderMoment.ReviewWaiting
        ? l["已等待 {0} 个工作日", -workingDaysLeft]
        : dueOn == day ? l["今天到期"]
        : dueOn < day ? l["逾期 {0} 个工作日", -workingDaysLeft]
        : workingDaysLeft == 0 ? l["在休息日到期，今天是最后一个工作日"]
        : l["还有 {0} 个工作日", workingDaysLeft];

    public static string Address(DigestLine line) => line.Moment switch
    {
        ReminderMoment.HelpAnswer => $"/HelpRequests/{line.SubjectId}",
        _ => $"/Tasks/{line.TaskId}",
    };

    /// <summary>Offsets as they are written in a form: -3, 0, 1.</summary>
    public static string Offsets(IEnumerable<int> offsets) => string.Join(", ", offsets.Select(o => o.ToString(CultureInfo.InvariantCulture)));
}
