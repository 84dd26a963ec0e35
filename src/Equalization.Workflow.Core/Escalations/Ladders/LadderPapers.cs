using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations.Ladders;

/// <summary>What a paper of the ladder is filled from, read once.</summary>
/// <param name="Facts">Of the proposals that are still open, by step.</param>
public sealed record LadderMatter(
    Escalation Matter, AnnualTask Task, RuleSet Rules, LadderRules Ladder, string Unit, IReadOnlyList<string> Cooperating, string Plan,
    IReadOnlyDictionary<Guid, ProposalFacts> Facts)
{
    /// <summary>For an act: tracked.</summary>
    public static async Task<LadderMatter> Of(WorkflowDb db, RuleBook rules, Guid escalationId, CancellationToken ct) =>
        (await Of(db, rules, db.Escalations.Where(e => e.Id == escalationId), db.AnnualTasks, ct)).Single();

    /// <summary>For reading: untracked, in a fixed number of queries.</summary>
    public static Task<List<LadderMatter>> OfMany(WorkflowDb db, RuleBook rules, IReadOnlyCollection<Guid> escalationIds, CancellationToken ct) =>
        Of(db, rules, db.Escalations.AsNoTracking().Where(e => escalationIds.Contains(e.Id)), db.AnnualTasks.AsNoTracking(), ct);

    private static async Task<List<LadderMatter>> Of(
        WorkflowDb db, RuleBook rules, IQueryable<Escalation> wanted, IQueryable<AnnualTask> allTasks, CancellationToken ct)
    {
        var matters = await wanted.Include(e => e.Steps).ThenInclude(s => s.Returns).AsSplitQuery().ToListAsync(ct);
        var taskIds = matters.Select(m => m.TaskId).Distinct().ToList();
        var tasks = await allTasks.Where(t => taskIds.Contains(t.Id)).Include(t => t.Units).ToDictionaryAsync(t => t.Id, ct);
        var unitIds = tasks.Values.SelectMany(t => t.Units).Select(u => u.UnitId).Concat(matters.Select(m => m.UnitId)).Distinct().ToList();
        var names = await db.Units.Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var planIds = tasks.Values.Select(t => t.PlanId).Distinct().ToList();
        var plans = await db.Plans.Where(p => planIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title, ct);
        var open = matters.SelectMany(m => m.Steps).Where(s => s.State == StepState.Proposed).Select(s => s.Id).ToList();
        var facts = (await db.StepFacts.AsNoTracking().Where(f => open.Contains(f.StepId)).ToListAsync(ct)).ToDictionary(f => f.StepId, f => f.Facts);
        var found = new List<LadderMatter>(matters.Count);
        foreach (var matter in matters)
        {
            var task = tasks[matter.TaskId];
            var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
            found.Add(new LadderMatter(
                matter, task, set, LadderRules.Of(set), names[matter.UnitId],
                [.. task.Units.Where(u => u.Role == UnitRole.Cooperating && u.State != TaskUnitState.Released).OrderBy(u => u.Id).Select(u => names[u.UnitId])],
                plans[task.PlanId], facts));
        }

        return found;
    }

    /// <summary>The terms as the program drafts them: what the signer finds filled in, and what leaves when papers are signed together.</summary>
    public StepTerms Draft(EscalationStep step, WorkingCalendar calendar, DateOnly day) => step.AsksForAnswer
        ? new StepTerms(
            step.Rung == Rung.Letter
                ? $"请主要负责同志亲自过问，查明“{Task.Title}”经督办仍未办结的原因，明确责任人、补办措施和完成时间，限期办结。"
                : $"请查明“{Task.Title}”逾期原因，制定补办措施，明确完成时间，并书面答复。",
            TextArguments.Fill("《{0}》年度任务 {1}，完成期限 {2}；督办规则第 {3} 版", Plan, Task.Number, Matter.DueOn, Rules.Number),
            "一事一报，书面答复办理情况、存在的问题和完成时间，由单位负责人审定。",
            calendar.AddWorkingDays(day, Ladder.Of(step.Rung, Task.Risk).Term))
        : new StepTerms(null, TextArguments.Fill("《{0}》年度任务 {1}；督办规则第 {2} 版", Plan, Task.Number, Rules.Number), null, null);
}

/// <summary>The papers of the ladder as plain values: 督办通知单, 督办函 and 免责决定, each with its facts as an annex.</summary>
public static class LadderPapers
{
    /// <summary>The rung's paper; null for a rung that has none of its own.</summary>
    public static PaperKind? Kind(Rung rung) => rung switch
    {
        Rung.Supervision => PaperKind.Supervision,
        Rung.Letter => PaperKind.SupervisionLetter,
        Rung.Urge or Rung.Bulletin or Rung.Interview or Rung.Accountability => null,
    };

    /// <summary>督办通知单 (fields of ESCALATION.md §3) or 督办函. Number and day are null in a draft.</summary>
    public static PaperDocument Compose(LadderMatter about, EscalationStep step, StepTerms terms, Actor signer, string? number, DateOnly? on) =>
        step.Rung == Rung.Letter ? Letter(about, step, terms, signer, number, on) : Notice(about, step, terms, signer, number, on);

    /// <summary>免责决定.</summary>
    public static PaperDocument Exemption(
        LadderMatter about, string ground, string because, PaperAnnex why, Actor signer, string? number, DateOnly on) => new()
    {
        Kind = PaperKind.Exemption,
        Title = $"关于“{about.Task.Title}”逾期免责的决定",
        Names = [about.Unit, .. about.Cooperating],
        Number = number,
        Addressees = [about.Unit],
        Body =
        [
            new PaperParagraph(TextArguments.Fill("{0} 牵头的任务 {1}“{2}”期限 {3} 已过。", about.Unit, about.Task.Number, about.Task.Title, about.Matter.DueOn)),
            new PaperParagraph($"经研究，该任务逾期属于{ground}：{because}"),
            new PaperParagraph("决定对该单位免予督办、通报、约谈和问责。已签发的文书存档，任务继续办理。"),
        ],
        Annexes = [why],
        SignedBy = signer.UnitName,
        SignedOn = on,
    };

    private static PaperDocument Notice(LadderMatter about, EscalationStep step, StepTerms terms, Actor signer, string? number, DateOnly? on) => new()
    {
        Kind = PaperKind.Supervision,
        Title = $"关于限期办结“{about.Task.Title}”的督办通知单",
        Names = [about.Unit, .. about.Cooperating],
        Number = number,
        Addressees = [about.Unit],
        Fields =
        [
            new PaperField("编号", number ?? "") { Half = true },
            new PaperField("任务编号", about.Task.Number) { Half = true },
            new PaperField("事项", about.Task.Title),
            new PaperField("依据", terms.Basis ?? ""),
            new PaperField("要求", terms.Demand ?? ""),
            new PaperField("时限", terms.AnswerDueOn is { } due ? TextArguments.Fill("{0} 前答复", due) : ""),
            new PaperField("主办单位", about.Unit) { Half = true },
            new PaperField("协办单位", string.Join("、", about.Cooperating)) { Half = true },
            new PaperField("签发人", on is null ? "" : signer.Signature()) { Half = true },
            new PaperField("签发日期", Day(on)) { Half = true },
            new PaperField("签收人", "") { Half = true },
            new PaperField("签收时间", "") { Half = true },
            new PaperField("反馈要求", terms.ReplyForm ?? ""),
            new PaperField("办理情况", "") { Lines = 4 },
            new PaperField("审核结论", "") { Lines = 3 },
        ],
        Annexes = [.. Annexes(about, step)],
        SignedBy = signer.UnitName,
        SignedOn = on,
    };

    private static PaperDocument Letter(LadderMatter about, EscalationStep step, StepTerms terms, Actor signer, string? number, DateOnly? on) => new()
    {
        Kind = PaperKind.SupervisionLetter,
        Title = $"关于限期办结“{about.Task.Title}”的督办函",
        Names = [about.Unit, .. about.Cooperating],
        Number = number,
        Signatory = on is null ? null : signer.PersonName,
        Addressees = [about.Unit + "主要负责同志"],
        Body =
        [
            new PaperParagraph($"{terms.Basis}。该任务由{about.Unit}牵头" + (about.Cooperating.Count > 0 ? $"，{string.Join("、", about.Cooperating)}配合" : "") + "。"),
            new PaperHeading(1, "有关情况"),
            new PaperParagraph(step.Facts),
            new PaperHeading(1, "督办要求"),
            new PaperParagraph(terms.Demand ?? ""),
            new PaperHeading(1, "反馈要求"),
            new PaperParagraph((terms.ReplyForm ?? "") + (terms.AnswerDueOn is { } due ? TextArguments.Fill("请于 {0} 前答复。", due) : "")),
        ],
        Annexes = [.. Annexes(about, step)],
        SignedBy = signer.UnitName,
        SignedOn = on,
    };

    /// <summary>The facts of the proposal, then the sheet that explains them.</summary>
    private static IEnumerable<PaperAnnex> Annexes(LadderMatter about, EscalationStep step)
    {
        if (!about.Facts.TryGetValue(step.Id, out var facts))
        {
            yield return new PaperAnnex("事实与依据", [new PaperParagraph(step.Facts)]);
            yield break;
        }

        yield return Facts(facts);
        yield return WhyAnnex.Of(facts.Sheet);
    }

    private static PaperAnnex Facts(ProposalFacts facts) => new("事实与依据",
    [
        new PaperParagraph(facts.Sentence()),
        new PaperTable(null, [new PaperColumn("项目", 8), new PaperColumn("内容", 20) { Align = PaperAlign.Left }],
        [
            ["首次期限", Day(facts.FirstDueOn)],
            ["所过期限", Day(facts.DueOn)],
            ["逾期", TextArguments.Fill("{0} 个工作日", facts.Overdue)],
            ["提出日期", Day(ChinaTime.DayOf(facts.Sheet.At))],
            ["规则版本", TextArguments.Fill("第 {0} 版", facts.Sheet.RuleSetNumber)],
            ["本级规则", TextArguments.Fill("上一级未答复的 {0} 个工作日后、已答复的 {1} 个工作日后提出", facts.Rule.AfterSilence, facts.Rule.AfterAnswer)],
            .. facts.Papers.Where(p => p.Number is not null).Select(p => (IReadOnlyList<string>)["已发文书", $"{p.Number}（{Day(p.On)}）"]),
        ]),
    ]);

    private static string Day(DateOnly? day) => day is { } d ? TextArguments.Fill("{0}", d) : "";
}
