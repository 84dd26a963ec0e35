using Equalization.Workflow.Core.Notifications;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for outgoing mail, as keys of the texts.</summary>
public static class MailWords
{
    public static string Of(MailState state) => state switch
    {
        MailState.Waiting => Texts.Mark("待发送"),
        MailState.Sent => Texts.Mark("已发出"),
        MailState.Parked => Texts.Mark("未送达"),
        MailState.Dropped => Texts.Mark("不再发送"),
    };

    public static string IconOf(MailState state) => state switch
    {
        MailState.Waiting => "clock",
        MailState.Sent => "circle-check",
        MailState.Parked => "alert-triangle",
        MailState.Dropped => "minus",
    };

    /// <summary>A kind without a word shows under its own name.</summary>
    public static string OfKind(string kind) => kind switch
    {
        OutgoingMail.Plain => Texts.Mark("单封邮件"),
        "Digest" => Texts.Mark("每日摘要"),
        _ => kind,
    };

    /// <summary>Why a mail stands where it stands. Arguments may be words of ours, so they are looked up too.</summary>
    public static string Reason(IStringLocalizer l, string format, string? arguments) =>
        l[format, [.. TextArguments.Unpack(arguments ?? "[]").Select(a => a is string { Length: > 0 } word ? l[word].Value : a)]];
}
