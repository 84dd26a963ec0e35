using System.Globalization;
using Equalization.Workflow.Core.Clocks;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for the clock ledger, as keys of the texts, and where a span lies on its bar.</summary>
public static class ClockWords
{
    public static string Of(HolderKind kind) => kind switch
    {
        HolderKind.Lead => Texts.Mark("牵头单位"),
        HolderKind.Cooperating => Texts.Mark("配合单位"),
        HolderKind.Office => Texts.Mark("领导小组办公室"),
        HolderKind.Unit => Texts.Mark("被提请协调的单位"),
        HolderKind.Nobody => Texts.Mark("不计时"),
    };

    public static string Of(HeldBecause because) => because switch
    {
        HeldBecause.ToSign => Texts.Mark("待牵头单位签收"),
        HeldBecause.Working => Texts.Mark("牵头单位办理"),
        HeldBecause.DeclineAsked => Texts.Mark("退回待裁定"),
        HeldBecause.ExtensionAsked => Texts.Mark("延期申请待决定"),
        HeldBecause.CompletionAsked => Texts.Mark("办结申请待审核"),
        HeldBecause.DutyDisputed => Texts.Mark("职责争议待裁定"),
        HeldBecause.HelpAsked => Texts.Mark("需协调事项待答复"),
        HeldBecause.PartUnsigned => Texts.Mark("配合单位签收逾期"),
        HeldBecause.PartOverdue => Texts.Mark("配合单位分工逾期"),
        HeldBecause.PartAwaited => Texts.Mark("牵头单位已完成，待配合单位"),
        HeldBecause.OffTheLedger => Texts.Mark("已销账"),
        HeldBecause.OnHold => Texts.Mark("中止"),
    };

    /// <summary>Start and width of a span, in percent of the days from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public static (string X, string Width) Place(HeldSpan span, DateOnly first, DateOnly last)
    {
        var all = last.DayNumber - first.DayNumber + 1d;
        return (Percent((span.From.DayNumber - first.DayNumber) / all), Percent((span.To.DayNumber - span.From.DayNumber + 1) / all));
    }

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
