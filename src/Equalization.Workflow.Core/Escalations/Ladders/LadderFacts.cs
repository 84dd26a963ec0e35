using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations.Ladders;

/// <summary>Reads the facts a proposal rests on, in the proposal itself or years later as of its instant.</summary>
public static class LadderFacts
{
    /// <summary>What <see cref="LadderService.StartAt"/> writes into the task's story; the reason is its detail.</summary>
    internal const string StartedHigher = "决定直接启动更高一级督办";

    /// <summary>
    /// Of one matter as it stood just before <paramref name="at"/>, for the rung proposed then; the matter's steps and their returns are loaded. Made again for the
    /// same instant and calendar they are the same.
    /// </summary>
    public static async Task<ProposalFacts> Of(
        WorkflowDb db, Escalation matter, AnnualTask task, Rung rung, DateTime at, RuleBook rules, WorkingCalendar calendar, CancellationToken ct)
    {
        (at, var sheet, var urges) = await LadderReading.Facts(db, task.Id, at, rules, calendar, ct);
        var urged = urges.Where(u => u.UnitId == matter.UnitId && u.At >= matter.OpenedAt).MaxBy(u => u.At);
        var rule = LadderRules.Of(await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct)).Of(rung, task.Risk);
        return new ProposalFacts(
            rule, task.FirstDueOn, matter.DueOn, sheet.Moves, Overdue(matter, sheet, calendar, at), urged is null ? null : new UrgeFact(urged.On, urged.AnsweredAt < at),
            [.. matter.Steps.Where(s => s.Rung != Rung.Urge && s.DecidedAt < at && s.State != StepState.Refused).OrderBy(s => s.ProposedAt).Select(s => Of(s, at))],
            matter.StartsAt is null ? null : await Start(db, matter, at, ct), sheet with { Rules = [.. sheet.Rules.Where(r => r.Applies)] });
    }

    /// <summary>
    /// Reads the facts of a proposal again as of its instant and says what is not as it was kept, by the calendar of that instant; null where
    /// none were kept (a proposal from before they were).
    /// </summary>
    public static async Task<IReadOnlyList<FactDifference>?> ReadAgain(
        WorkflowDb db, Guid stepId, RuleBook rules, WorkingCalendar calendar, CancellationToken ct)
    {
        if (await db.StepFacts.AsNoTracking().SingleOrDefaultAsync(f => f.StepId == stepId, ct) is not { } kept)
        {
            return null;
        }

        var matter = await db.Escalations.AsNoTracking().Include(e => e.Steps).ThenInclude(s => s.Returns).AsSplitQuery().SingleAsync(e => e.Steps.Any(s => s.Id == stepId), ct);
        var task = await db.AnnualTasks.AsNoTracking().SingleAsync(t => t.Id == matter.TaskId, ct);
        var again = await Of(db, matter, task, matter.Steps.Single(s => s.Id == stepId).Rung, kept.At, rules, await CalendarHistory.AsOf(db, calendar, kept.At, ct), ct);
        return kept.Facts.DifferencesTo(again);
    }

    /// <summary>
    /// The annex of a paper made for a signed step: the facts frozen with its proposal, however much later the paper is signed. Without a step, or for one from
    /// before facts were kept, the task as it stands at <paramref name="at"/>.
    /// </summary>
    public static async Task<PaperAnnex> Annex(WorkflowDb db, Guid? stepId, Guid taskId, DateTime at, RuleBook rules, WorkingCalendar calendar, CancellationToken ct) =>
        await db.StepFacts.AsNoTracking().SingleOrDefaultAsync(f => f.StepId == stepId, ct) is { } kept
            ? WhyAnnex.Of(kept.Facts.Sheet)
            : await WhyAnnex.OfTask(db, taskId, at, rules, calendar, ct);

    /// <summary>The words of the urge that the program sends.</summary>
    public static string Urge(Escalation matter, AnnualTask task, RuleSet set, WorkingCalendar calendar, DateOnly answerDueOn, DateTime now) => TextArguments.Fill(
        "期限 {0} 已过，逾期 {1} 个工作日（规则第 {2} 版）。请说明原因并在 {3} 前答复。", matter.DueOn, Overdue(matter, task, calendar, now), set.Number, answerDueOn);

    public static int Overdue(Escalation matter, AnnualTask task, WorkingCalendar calendar, DateTime now) =>
        Math.Max(0, calendar.WorkingDaysBetween(matter.DueOn, ChinaTime.DayOf(now)) - (matter.IsMoot(task) ? 0 : task.HeldLateDays));

    /// <summary>As it stood then, from the sheet: the task itself knows only the days held up to now.</summary>
    private static int Overdue(Escalation matter, WhySheet sheet, WorkingCalendar calendar, DateTime at) =>
        Math.Max(0, calendar.WorkingDaysBetween(matter.DueOn, ChinaTime.DayOf(at))
            - sheet.Holders.Where(h => h.Span.Because == HeldBecause.OnHold && h.Span.From > matter.DueOn).Sum(h => h.Span.WorkingDays));

    /// <summary>A rung as it stood then: an answer sent back later was still an answer.</summary>
    private static PaperFact Of(EscalationStep step, DateTime at)
    {
        var sentBack = step.Returns.Where(r => r.At >= at).OrderBy(r => r.At).FirstOrDefault();
        var answeredAt = sentBack is null ? step.AnsweredAt : sentBack.AnsweredAt;
        return new PaperFact(
            step.Rung, step.Number, ChinaTime.DayOf(step.DecidedAt!.Value), sentBack?.DueOn ?? step.AnswerDueOn,
            answeredAt < at ? ChinaTime.DayOf(answeredAt.Value) : null, step.Returns.Count(r => r.At < at));
    }

    /// <summary>The decision to start higher that led to this very rung: none was proposed between.</summary>
    private static async Task<StartFact?> Start(WorkflowDb db, Escalation matter, DateTime at, CancellationToken ct)
    {
        var last = matter.Steps.Where(s => s.ProposedAt < at).Select(s => s.ProposedAt).DefaultIfEmpty(matter.OpenedAt).Max();
        var line = await db.Stories.Where(s => s.TaskId == matter.TaskId && s.Format == StartedHigher && s.At >= last && s.At < at)
            .OrderByDescending(s => s.At).Select(s => new { s.PersonName, s.UnitName, s.Post, s.Detail }).FirstOrDefaultAsync(ct);
        return line is null ? null : new StartFact($"{line.PersonName}（{line.UnitName}{line.Post}）", line.Detail ?? "");
    }
}

/// <summary>Who hears of proposals and of what was signed.</summary>
internal static class LadderNotices
{
    /// <summary>Whose signature it waits for: the office, or the leaders in charge, or all leaders where nobody is in charge.</summary>
    public static async Task Proposed(WorkflowDb db, AnnualTask task, EscalationStep step, CancellationToken ct)
    {
        var day = db.Act!.Actor.Day;
        var format = step.Rung switch
        {
            Rung.Urge => "任务 {0}“{1}”逾期未办结，建议催办，请签发或写明不予签发的理由。",
            Rung.Supervision => "任务 {0}“{1}”逾期未办结，建议督办，请签发或写明不予签发的理由。",
            Rung.Letter => "任务 {0}“{1}”经督办仍未办结，建议发督办函，请签发或写明不予签发的理由。",
            Rung.Bulletin => "任务 {0}“{1}”经督办仍未办结，建议列入通报，请签批或写明不予签批的理由。",
            Rung.Interview => "任务 {0}“{1}”经通报仍未办结，建议约谈，请签批或写明不予签批的理由。",
            Rung.Accountability => "任务 {0}“{1}”经约谈仍未整改，建议提出问责建议，请签批或写明不予签批的理由。",
        };
        var people = step.Signer == LadderSigner.Leader
            ? await LadderReading.People(db, task.LeadUnitId, () => Leaders(db, task, day, ct))
            : await LadderReading.People(db, task.JurisdictionId, async () => await Recipients.Office(db, task.JurisdictionId, day, ct));
        db.Notify(people, NoticeKind.SupervisionProposed, nameof(EscalationStep), step.Id, null, format, task.Number, task.Title);
    }

    /// <summary>The leaders in charge of the task's lead unit; all leaders where there is none.</summary>
    public static async Task<IReadOnlyList<Guid>> Leaders(WorkflowDb db, AnnualTask task, DateOnly day, CancellationToken ct)
    {
        var inCharge = await Recipients.LeadersOf(db, [task.LeadUnitId], day, ct);
        return inCharge.Count > 0
            ? [.. inCharge.Select(r => r.PersonId)]
            : await db.Memberships
                .Where(m => m.JurisdictionId == task.JurisdictionId && m.Role == Role.Leader && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day))
                .Select(m => m.PersonId).Distinct().ToListAsync(ct);
    }
}
