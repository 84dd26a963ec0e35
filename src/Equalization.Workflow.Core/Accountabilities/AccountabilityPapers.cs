using System.Globalization;
using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>What a paper of a case is filled from, read once in its act.</summary>
public sealed record CaseSheet(
    AccountabilityCase Case, string Unit, string Issuer, string? TaskNumber, string? TaskTitle, AccountabilityRules Terms, CaseReceipts Receipts, IReadOnlyList<PaperAnnex> Annexes)
{
    public static async Task<CaseSheet> Of(WorkflowDb db, AccountabilityCase about, IReadOnlyList<PaperAnnex> annexes, CancellationToken ct)
    {
        var names = await db.Units.Where(u => u.Id == about.UnitId || (u.JurisdictionId == about.JurisdictionId && u.Kind == Core.Units.UnitKind.Office))
            .Select(u => new { u.Id, u.Name }).ToListAsync(ct);
        var task = await db.AnnualTasks.Where(t => t.Id == about.TaskId).Select(t => new { t.Number, t.Title }).SingleOrDefaultAsync(ct);
        return new CaseSheet(
            about, names.Single(n => n.Id == about.UnitId).Name, names.Find(n => n.Id != about.UnitId)?.Name ?? "领导小组办公室", task?.Number, task?.Title,
            await db.TermsOf(about, ct), await CaseReceipts.Of(db, about, ct), annexes);
    }
}

/// <summary>The papers of a case as plain values: 告知书, 建议书, 决定书 as recorded, 复核决定书, 申诉处理决定书. Number and day are null in a draft.</summary>
public static class AccountabilityPapers
{
    private const string NotSuspended = "复核、申诉期间，不停止本决定的执行。";

    public static PaperDocument Notice(CaseSheet sheet, string? number, DateOnly? on) => Paper(
        sheet, PaperKind.AccountabilityNotice, $"关于对{sheet.Unit}拟予问责的告知书", number, on, [sheet.Unit],
        [
            new PaperHeading(1, "基本情况"),
            .. Facts(sheet),
            new PaperHeading(1, "认定事实"),
            new PaperParagraph(sheet.Case.Finding ?? ""),
            new PaperHeading(1, "依据"),
            new PaperParagraph(sheet.Case.Basis ?? ""),
            new PaperHeading(1, "拟问责方式"),
            new PaperParagraph($"拟建议对你单位予以{Form(sheet.Case.ProposedForm)}。是否问责及问责方式由有权机关决定。"),
            .. Heavier(sheet.Case),
            new PaperHeading(1, "陈述申辩"),
            new PaperParagraph($"你单位有权陈述申辩。请自签收本告知书之日起{sheet.Terms.Days(CaseTerm.Statement)}日内书面提出，可附材料。期满未提出的，记录为未提出，程序继续；逾期提出的，照收并注明。"),
        ]);

    public static PaperDocument Proposal(CaseSheet sheet, string body, string? number, DateOnly? on) => Paper(
        sheet, PaperKind.AccountabilityProposal, $"关于对{sheet.Unit}予以问责的建议书", number, on, [body],
        [
            new PaperHeading(1, "基本情况"),
            .. Facts(sheet),
            new PaperHeading(1, "认定事实"),
            new PaperParagraph(sheet.Case.Finding ?? ""),
            new PaperHeading(1, "依据"),
            new PaperParagraph(sheet.Case.Basis ?? ""),
            new PaperHeading(1, "告知和陈述申辩情况"),
            .. Hearing(sheet),
            new PaperHeading(1, "意见"),
            new PaperParagraph(sheet.Case.Opinion ?? ""),
            .. Heavier(sheet.Case),
            new PaperHeading(1, "建议"),
            new PaperParagraph($"建议对{sheet.Unit}予以{Form(sheet.Case.ProposedForm)}。以上仅为建议，是否问责、以何种方式问责，请依规决定。涉及个人责任的，移交有关机关依规依纪依法处理。"),
        ]);

    public static PaperDocument Decision(CaseSheet sheet, string? number, DateOnly? on) => Paper(
        sheet, PaperKind.AccountabilityDecision, $"关于对{sheet.Unit}予以{Form(sheet.Case.DecidedForm)}的问责决定书", number, on, [sheet.Unit],
        [
            new PaperHeading(1, "基本情况"),
            .. Facts(sheet),
            new PaperParagraph(TextArguments.Fill("本决定由{0}于 {1} 作出，文号 {2}。", sheet.Case.DecidedFor ?? "", Day(sheet.Case.DecidedOn), sheet.Case.BodyNumber ?? "")),
            .. sheet.Case.Documents.Where(d => d.Kind == CaseDocumentKind.Decision).Select(d => new PaperParagraph($"决定原件“{d.FileName}”，SHA-256 {d.Sha256}。")),
            new PaperHeading(1, "问责事实"),
            new PaperParagraph(sheet.Case.DecisionFacts ?? ""),
            new PaperHeading(1, "问责依据"),
            new PaperParagraph(sheet.Case.DecisionBasis ?? ""),
            .. Heavier(sheet.Case),
            new PaperHeading(1, "问责方式"),
            new PaperParagraph(Form(sheet.Case.DecidedForm) + "。"),
            new PaperHeading(1, "生效时间"),
            new PaperParagraph(Day(sheet.Case.EffectiveOn) + "起生效。"),
            new PaperHeading(1, "权利告知"),
            new PaperParagraph(
                $"不服本决定的，可以自签收之日起{sheet.Terms.Days(CaseTerm.Review)}日内向本机关申请复核，本机关在{sheet.Terms.Days(CaseTerm.ReviewAnswer)}日内答复；"
                + $"对复核决定不服的，自签收复核决定之日起{sheet.Terms.Days(CaseTerm.AppealAfterReview)}日内向上一级机关申诉；"
                + $"也可以不经复核，自签收本决定之日起{sheet.Terms.Days(CaseTerm.Appeal)}日内直接申诉，申诉在{sheet.Terms.Days(CaseTerm.AppealAnswer)}日内处理。{NotSuspended}"),
        ]) with { SignedBy = sheet.Case.DecidedFor ?? sheet.Issuer };

    public static PaperDocument Answer(CaseSheet sheet, Remedy remedy, string? number, DateOnly? on)
    {
        var isReview = remedy.Kind == RemedyKind.Review;
        var appeal = isReview ? $"不服本决定的，可以自签收之日起{sheet.Terms.Days(CaseTerm.AppealAfterReview)}日内向上一级机关申诉。{NotSuspended}" : "";
        return Paper(
            sheet, isReview ? PaperKind.ReviewDecision : PaperKind.AppealDecision, $"关于{sheet.Unit}不服问责决定的{(isReview ? "复核决定书" : "申诉处理决定书")}", number, on, [sheet.Unit],
            [
                new PaperHeading(1, "基本情况"),
                new PaperParagraph(TextArguments.Fill("{0}不服 {1} 问责决定，于 {2} {3}。{4}", sheet.Unit, sheet.Case.BodyNumber ?? "", ChinaTime.DayOf(remedy.AskedAt), isReview ? "申请复核" : "提出申诉",
                    remedy.IsLate ? TextArguments.Fill("期限至 {0} 届满，该申请逾期提出。", remedy.DueOn!) : "")),
                .. Settled(sheet.Case),
                new PaperHeading(1, "申请理由"),
                new PaperParagraph(remedy.Grounds),
                new PaperHeading(1, "查明的情况和理由"),
                new PaperParagraph(remedy.AnswerText ?? ""),
                new PaperHeading(1, "决定"),
                new PaperParagraph((remedy.Outcome is { } outcome ? Word(outcome) + "。" : "") + (remedy.CorrectionDueOn is { } due ? TextArguments.Fill("原作出决定的机关应于 {0} 前更正。", due) : "") + appeal),
            ]) with { SignedBy = remedy.AnsweredFor ?? sheet.Issuer };
    }

    /// <summary>The frozen list of the case file with the hashes of its pieces, and who held the task how long.</summary>
    public static PaperAnnex Contents(AccountabilityCase about) => new("案卷材料目录",
    [
        new PaperTable(
            null, [new PaperColumn("序号", 4), new PaperColumn("材料", 24) { Align = PaperAlign.Left }, new PaperColumn("SHA-256", 26) { Align = PaperAlign.Left }],
            [.. about.Documents.OrderBy(d => d.Position).Select(d => (IReadOnlyList<string>)[d.Position.ToString(CultureInfo.InvariantCulture), d.Title, d.Sha256])]),
    ]);

    public static string Word(RemedyOutcome outcome) => outcome switch
    {
        RemedyOutcome.Upheld => "维持原决定",
        RemedyOutcome.Changed => "变更原决定",
        RemedyOutcome.Revoked => "撤销原决定",
        RemedyOutcome.NotAdmitted => "逾期提出，不予受理",
    };

    private static IEnumerable<PaperBlock> Facts(CaseSheet sheet)
    {
        var about = sheet.Case;
        yield return new PaperParagraph(TextArguments.Fill("{0}，因{1}，于 {2} 立案。{3}", sheet.Unit, CaseWords.Of(about.Trigger), ChinaTime.DayOf(about.OpenedAt), about.Because));
        if (sheet.TaskNumber is { } number)
        {
            yield return new PaperParagraph($"涉及年度任务 {number}“{sheet.TaskTitle}”。");
        }

        foreach (var line in Settled(about))
        {
            yield return line;
        }
    }

    private static IEnumerable<PaperBlock> Settled(AccountabilityCase about) => about is { TaskSettledAt: { } at, TaskSettledBecause: { } because }
        ? [new PaperParagraph(TextArguments.Fill("该事项已于 {0} 了结（{1}）。此前已经告知，案件依程序继续办理，各项权利不受影响。", ChinaTime.DayOf(at), because))]
        : [];

    private static IEnumerable<PaperBlock> Hearing(CaseSheet sheet)
    {
        yield return new PaperParagraph(TextArguments.Fill("{0} 以 {1} 告知，{2}。", Day(sheet.Case.ToldAt), sheet.Case.NoticeNumber ?? "",
            sheet.Receipts.Notice is { } at ? Day(at) + "签收" : "尚未签收"));
        foreach (var statement in sheet.Case.Statements.OrderBy(s => s.At))
        {
            yield return new PaperParagraph($"{Day(statement.At)}提出陈述申辩{(statement.IsLate ? "（逾期）" : "")}：{statement.Text}");
        }

        if (sheet.Case.Statements.Count == 0)
        {
            yield return new PaperParagraph("期限届满，该单位未提出陈述申辩。");
        }
    }

    private static IEnumerable<PaperBlock> Heavier(AccountabilityCase about)
    {
        var grounds = about.HeavierGrounds.ToList();
        if (grounds.Count == 0)
        {
            yield break;
        }

        yield return new PaperHeading(1, "从重情形");
        yield return new PaperParagraph(string.Join("；", grounds.Select(CaseWords.Of)) + "。" + about.GroundsText);
        if (about.RepeatOfId is not null)
        {
            yield return new PaperParagraph($"该单位已被 {about.RepeatNumber} 问责，自该决定作出之日起至今为第{about.RepeatDay}日，在从重期间之内。");
        }
    }

    private static PaperDocument Paper(
        CaseSheet sheet, PaperKind kind, string title, string? number, DateOnly? on, IReadOnlyList<string> to, IReadOnlyList<PaperBlock> body) => new()
    {
        Kind = kind,
        Title = title,
        Names = [sheet.Unit],
        Number = number,
        Addressees = to,
        Body = body,
        Annexes = sheet.Annexes,
        SignedBy = sheet.Issuer,
        SignedOn = on,
    };

    private static string Form(CaseForm? form) => form is { } known ? CaseWords.Of(known) : "";

    private static string Day(DateOnly? day) => day is { } d ? TextArguments.Fill("{0}", d) : "";

    private static string Day(DateTime? at) => at is { } instant ? Day(ChinaTime.DayOf(instant)) : "";
}
