using System.Globalization;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Rules;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Interviews;

/// <summary>What the papers of an interview name beside its own values.</summary>
public sealed record InterviewNames(string Unit, string? TaskNumber, string? TaskTitle);

/// <summary>The papers of an interview as plain values: 约谈通知书 (also for a new time and a cancellation) and 约谈纪要.</summary>
public static class InterviewPaper
{
    /// <summary>With all fields of ESCALATION.md §6. Number and day are null in a draft; annexes are those of the matter.</summary>
    public static PaperDocument Notice(
        Interview interview, InterviewNames names, InterviewRules rules, Actor? signer, string? number, DateOnly? on, IReadOnlyList<PaperAnnex> annexes) => new()
    {
        Kind = PaperKind.InterviewNotice,
        Title = $"关于对{names.Unit}{interview.SummonedPost}进行约谈的通知书",
        Names = [names.Unit, interview.SummonedPost],
        Number = number,
        Signatory = on is null ? null : signer?.PersonName,
        Addressees = [names.Unit],
        Fields =
        [
            new PaperField("发文字号", number ?? "") { Half = true },
            new PaperField("约谈类别", interview.Kind) { Half = true },
            new PaperField("被约谈单位", names.Unit) { Half = true },
            new PaperField("被约谈人", $"{interview.SummonedName}（{interview.SummonedPost}）") { Half = true },
            new PaperField("约谈情形", interview.Trigger),
            new PaperField("事由", interview.Matter),
            .. Task(names),
            new PaperField("时间", When(interview)) { Half = true },
            new PaperField("地点", interview.Place) { Half = true },
            new PaperField("约谈人员", interview.Callers),
            new PaperField("目的", interview.Purpose),
            new PaperField("要求", interview.Materials),
            new PaperField("联系方式", interview.Contact),
        ],
        Body = [.. Body(interview, rules)],
        Annexes = annexes,
        SignedBy = signer?.UnitName ?? "",
        SignedOn = on,
        Note = "联系人及电话：" + interview.Contact,
    };

    /// <summary>That a summons is taken back.</summary>
    public static PaperDocument Cancellation(Interview interview, InterviewNames names, InterviewChange change, Actor signer, string? number, DateOnly on) => new()
    {
        Kind = PaperKind.InterviewNotice,
        Title = $"关于取消对{names.Unit}{interview.SummonedPost}约谈的通知书",
        Names = [names.Unit, interview.SummonedPost],
        Number = number,
        Signatory = signer.PersonName,
        Addressees = [names.Unit],
        Fields =
        [
            new PaperField("发文字号", number ?? "") { Half = true }, new PaperField("原通知书", interview.Number ?? "") { Half = true },
            new PaperField("原定时间", When(interview)), new PaperField("取消理由", change.Because), new PaperField("联系方式", interview.Contact),
        ],
        Body = [new PaperParagraph($"{interview.Number}通知的约谈不再进行。")],
        SignedBy = signer.UnitName,
        SignedOn = on,
    };

    /// <summary>约谈纪要: who was there, what was said in its order, and what is to follow until when.</summary>
    public static PaperDocument Minutes(Interview interview, InterviewNames names, Actor? signer, string? number, DateOnly? on) => new()
    {
        Kind = PaperKind.InterviewMinutes,
        Title = $"约谈{names.Unit}{interview.SummonedPost}的纪要",
        Names = [names.Unit, interview.SummonedPost],
        Number = number,
        Addressees = [names.Unit],
        Fields =
        [
            new PaperField("编号", number ?? "") { Half = true },
            new PaperField("约谈通知书", interview.Number ?? "") { Half = true },
            new PaperField("时间", When(interview)) { Half = true },
            new PaperField("地点", interview.Place) { Half = true },
            new PaperField("被约谈人", $"{interview.SummonedName}（{interview.SummonedPost}）") { Half = true },
            new PaperField("代为到场", interview.Deputy ?? "无") { Half = true },
            new PaperField("到场人员", interview.Attendees ?? ""),
            new PaperField("记录人", interview.Recorder ?? ""),
            .. Task(names),
        ],
        Body =
        [
            new PaperHeading(1, "指出的问题"), new PaperParagraph(interview.Statement ?? ""),
            new PaperHeading(1, "有关说明"), new PaperParagraph(interview.Explanation ?? ""),
            new PaperHeading(1, "提出的要求"), new PaperParagraph(interview.Demands ?? ""),
            new PaperHeading(1, "表态"), new PaperParagraph(interview.Reply ?? ""),
            .. Promises(interview),
            .. interview.ObjectionAnswer is { } answer ? [new PaperHeading(1, "对原纪要的异议及答复"), new PaperParagraph(interview.Objection ?? ""), new PaperParagraph(answer)] : (PaperBlock[])[],
        ],
        SignedBy = signer?.UnitName ?? "",
        SignedOn = on,
    };

    public static string Word(FollowUpKind kind) => kind switch
    {
        FollowUpKind.Report => "书面报告",
        FollowUpKind.Plan => "整改方案",
        FollowUpKind.Promise => "整改承诺",
    };

    /// <summary>2018年5月28日 9:30 至 10:30.</summary>
    public static string When(Interview interview) => interview is { MeetsAt: { } from, EndsAt: { } to }
        ? TextArguments.Fill("{0}", ChinaTime.DayOf(from)) + ChinaTime.WallClock(from).ToString(" H:mm", CultureInfo.InvariantCulture)
            + ChinaTime.WallClock(to).ToString(" 至 H:mm", CultureInfo.InvariantCulture)
        : "";

    private static IEnumerable<PaperField> Task(InterviewNames names) =>
        names.TaskNumber is { } number ? [new PaperField("所涉任务", $"{number} {names.TaskTitle}")] : [];

    private static IEnumerable<PaperBlock> Body(Interview interview, InterviewRules rules)
    {
        yield return new PaperParagraph(interview.DeputyMay
            ? "请被约谈人按时到场；确有特殊情况的，可书面委托本单位其他负责同志代为接受约谈。"
            : "请被约谈人本人按时到场，不得委托他人代为接受约谈。");
        if (rules.ReportWorkingDays > 0)
        {
            yield return new PaperParagraph(TextArguments.Fill("约谈后 {0} 个工作日内报送书面报告。", rules.ReportWorkingDays));
        }

        if (rules.PlanDays > 0)
        {
            yield return new PaperParagraph(TextArguments.Fill("约谈后 {0} 日内报送整改方案。", rules.PlanDays));
        }

        yield return new PaperParagraph(rules.NoShowText);
        if (interview.Changes.OrderBy(c => c.At).LastOrDefault() is { To: not null } change)
        {
            yield return new PaperParagraph($"本通知代替{interview.Number}。改期理由：{change.Because}");
        }
    }

    private static IEnumerable<PaperBlock> Promises(Interview interview)
    {
        if (interview.FollowUps.Count > 0)
        {
            yield return new PaperHeading(1, "落实事项");
            yield return new PaperTable(
                null, [new PaperColumn("类别", 8), new PaperColumn("事项", 30) { Align = PaperAlign.Left }, new PaperColumn("期限", 12)],
                [.. interview.FollowUps.OrderBy(f => f.DueOn).ThenBy(f => f.Id).Select(f => (IReadOnlyList<string>)[Word(f.Kind), f.Text, TextArguments.Fill("{0}", f.DueOn)])]);
        }
    }
}
