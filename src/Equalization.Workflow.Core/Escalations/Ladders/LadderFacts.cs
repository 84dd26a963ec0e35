using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations.Ladders;

/// <summary>
/// The facts a proposal rests on, in one place: task, days, working days counted and by whom they were held, what was done before, and the version of the
/// rules. Kept in the words of the day.
/// </summary>
public static class LadderFacts
{
    public static async Task<string> Of(
        WorkflowDb db, Escalation matter, AnnualTask task, RuleSet set, WorkingCalendar calendar, DateTime now, CancellationToken ct)
    {
        var unit = await db.Units.Where(u => u.Id == matter.UnitId).Select(u => u.Name).SingleAsync(ct);
        var urged = await db.Urges.Where(u => u.TaskId == task.Id && u.UnitId == matter.UnitId && u.At >= matter.OpenedAt)
            .OrderByDescending(u => u.At).Select(u => new { u.On, IsAnswered = u.AnsweredAt != null }).FirstOrDefaultAsync(ct);
        var facts = new List<string>
        {
            TextArguments.Fill("{0} 牵头的任务 {1} 期限 {2} 已过，逾期 {3} 个工作日", unit, task.Number, matter.DueOn, Overdue(matter, calendar, now)),
        };
        if (task.FirstDueOn != matter.DueOn)
        {
            facts.Add(TextArguments.Fill("首次期限 {0}，延期 {1} 次，退回 {2} 次", task.FirstDueOn, task.ExtensionCount, task.ReturnCount));
        }

        if (urged is not null)
        {
            facts.Add(TextArguments.Fill(urged.IsAnswered ? "{0} 催办，已答复催办，仍未办结" : "{0} 催办，未答复催办，仍未办结", urged.On));
        }

        facts.AddRange(matter.Steps.Where(s => s.Rung != Rung.Urge && s.DecidedAt is not null && s.State != StepState.Refused).OrderBy(s => s.ProposedAt).Select(Of));
        if (matter.StartsAt is not null && matter.StartsBecause is { } because)
        {
            facts.Add(TextArguments.Fill("{0} 决定直接启动本级，理由：{1}", matter.StartsBy ?? "", because));
        }

        var late = (await ClockBook.Late(db, [task.Id], now, calendar, ct)).GetValueOrDefault(task.Id);
        return string.Join("；", facts) + TextArguments.Fill("（规则第 {0} 版）。", set.Number) + (late is { WorkingDays: > 0 } ? "时长归属：" + late.Sentence : "");
    }

    /// <summary>The words of the urge that the program sends.</summary>
    public static string Urge(Escalation matter, RuleSet set, WorkingCalendar calendar, DateOnly answerDueOn, DateTime now) => TextArguments.Fill(
        "期限 {0} 已过，逾期 {1} 个工作日（规则第 {2} 版）。请说明原因并在 {3} 前答复。", matter.DueOn, Overdue(matter, calendar, now), set.Number, answerDueOn);

    public static int Overdue(Escalation matter, WorkingCalendar calendar, DateTime now) =>
        Math.Max(0, calendar.WorkingDaysBetween(matter.DueOn, ChinaTime.DayOf(now)));

    private static string Of(EscalationStep step)
    {
        var on = ChinaTime.DayOf(step.DecidedAt!.Value);
        if (!step.AsksForAnswer)
        {
            return TextArguments.Fill(step.Rung switch
            {
                Rung.Bulletin => "{0} 批准列入通报",
                Rung.Interview => "{0} 批准约谈",
                Rung.Accountability or Rung.Urge or Rung.Supervision or Rung.Letter => "{0} 批准提出问责建议",
            }, on);
        }

        var answer = step.AnsweredAt is { } at
            ? TextArguments.Fill("{0} 答复", ChinaTime.DayOf(at))
            : TextArguments.Fill("答复期限 {0}，未答复", step.AnswerDueOn!.Value);
        return TextArguments.Fill(
            step.Rung == Rung.Letter ? "{0} 发督办函 {1}，{2}" : "{0} 发督办通知单 {1}，{2}", on, step.Number ?? "", answer)
            + (step.ReturnCount > 0 ? TextArguments.Fill("，答复被退回 {0} 次", step.ReturnCount) : "");
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
        var people = step.Signer == LadderSigner.Leader ? await Leaders(db, task, day, ct) : await Recipients.Office(db, task.JurisdictionId, day, ct);
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
