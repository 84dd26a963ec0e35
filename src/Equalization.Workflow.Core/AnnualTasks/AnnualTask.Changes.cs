using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>What the office changes of a task after its issue, each by a decision on record.</summary>
public sealed partial class AnnualTask
{
    /// <summary>Closes it for good; isReplaced: other tasks go on for it. Refuses a closed task (task-closed).</summary>
    public void Withdraw(DateOnly today, bool isReplaced = false)
    {
        MustBeOpen();
        State = TaskState.Withdrawn;
        IsReplaced = isReplaced;
        ReviewSince = null;
        ClosedOn = today;
        EndHold(today);
    }

    /// <summary>
    /// Stops the clock from that day on. Refuses a task that is closed (task-closed), held already (task-held-already), under review (task-under-review) or held too often
    /// before (hold-many), and a day before its issue, after today or within an earlier hold (hold-day).
    /// </summary>
    public void Hold(DateOnly since, DateOnly today)
    {
        MustBeOpen();
        if (HeldSince is { } held)
        {
            throw new RuleBroken("task-held-already", "该任务自 {0} 起已经中止，不需要再次中止。请刷新后查看。", held);
        }

        MustNotBeUnderReview();
        var issuedOn = ChinaTime.DayOf(IssuedAt);
        if (since < issuedOn || since > today)
        {
            throw new RuleBroken("hold-day", "中止的第一天应在下达日 {0} 与今天之间，请改填。", issuedOn) { Field = "Since" };
        }

        if (since <= Held.LastDay)
        {
            throw new RuleBroken("hold-day", "该任务在 {0} 之前已中止过并已恢复，第一天不能更早，请改填。", Held.LastDay.Value.AddDays(1)) { Field = "Since" };
        }

        if (Held.All.Count == HeldDays.Most)
        {
            throw new RuleBroken("hold-many", "该任务已中止 {0} 次，不能再中止。确需停办的，请撤回后另行下达。", HeldDays.Most);
        }

        SetHeld(since, Held);
    }

    /// <summary>Puts down spans that were decided before tasks kept them themselves.</summary>
    public void AdoptHeld(HeldDays held) => SetHeld(HeldSince, held);

    /// <summary>
    /// The clock runs again after today: days that lay ahead when it was held move by the working days held, a day that had passed stays, and those working days count for no
    /// lateness. Answers with these days. Refuses a task that is closed (task-closed) or not held (task-not-held).
    /// </summary>
    public int Resume(DateOnly today, WorkingCalendar calendar, RuleSet rules)
    {
        MustBeOpen();
        if (HeldSince is not { } since)
        {
            throw new RuleBroken("task-not-held", "该任务没有中止，不需要恢复。请刷新后查看。");
        }

        var days = calendar.WorkingDaysBetween(since.AddDays(-1), today);
        var wasLate = CurrentDueOn < since;
        var dueOn = wasLate ? CurrentDueOn : calendar.AddWorkingDays(CurrentDueOn, days);
        foreach (var unit in units)
        {
            unit.Resume(days, CurrentDueOn, dueOn, today, calendar, rules.SignTermWorkingDays);
        }

        HeldLateDays += wasLate ? days : 0;
        CurrentDueOn = dueOn;
        EndHold(today);
        return days;
    }

    /// <summary>
    /// Replaces the text; all units sign for the new one. Refuses a task that is closed (task-closed), held (task-held) or under review (task-under-review), and a text that
    /// is the same (content-same).
    /// </summary>
    public void Amend(TaskText text, DateOnly signDueOn)
    {
        MustBeOpen();
        MustNotBeHeld();
        MustNotBeUnderReview();
        if (text == Text)
        {
            throw new RuleBroken("content-same", "任务名称、内容和验收标准都没有改动，不需要变更。请修改后再办理。");
        }

        (Title, Content, Criteria) = text;
        AmendedTimes++;
        State = TaskState.Issued;
        foreach (var unit in units.Where(u => u.TakesPart))
        {
            unit.AskAgain(signDueOn);
        }
    }

    /// <summary>
    /// Another unit takes the lead and signs by <paramref name="signDueOn"/>; the unit that had it keeps its row as <see cref="UnitRole.FormerLead"/>. Refuses a task that is
    /// closed (task-closed), held (task-held) or under review (task-under-review), the unit that leads (lead-same), one that cooperates or was released (lead-cooperates), and
    /// a late task without a new day (lead-due). Answers with the part that leads now.
    /// </summary>
    public TaskUnit MoveLead(Guid unitId, DateOnly? newDueOn, DateOnly today, DateOnly signDueOn)
    {
        MustBeOpen();
        MustNotBeHeld();
        MustNotBeUnderReview();
        if (unitId == LeadUnitId)
        {
            throw new RuleBroken("lead-same", "该单位就是现牵头单位，请选择其他单位。") { Field = "UnitId" };
        }

        var there = units.SingleOrDefault(u => u.UnitId == unitId);
        if (there is { Role: not UnitRole.FormerLead })
        {
            throw new RuleBroken("lead-cooperates", there.TakesPart
                ? "该单位已是本任务的配合单位，不能兼任牵头。请选择其他单位，或撤回后按新的分工重新下达。"
                : "该单位已经裁定退出本任务，不能改由其牵头。请选择其他单位。") { Field = "UnitId" };
        }

        if (newDueOn is null && CurrentDueOn < today)
        {
            throw new RuleBroken("lead-due", "任务已过期限 {0}，改由其他单位牵头时请一并填写新期限。", CurrentDueOn) { Field = "NewDueOn" };
        }

        if (newDueOn is { } dueOn)
        {
            MoveDue(dueOn, today);
        }

        var old = Lead;
        old.GiveUpLead();
        LeadUnitId = unitId;
        State = TaskState.Issued;
        if (there is null)
        {
            there = new TaskUnit(this, unitId, UnitRole.Lead, old.Duty, signDueOn);
            units.Add(there);
        }

        there.TakeLead(old, signDueOn);
        return there;
    }

    internal void MustNotBeUnderReview()
    {
        if (State == TaskState.UnderReview)
        {
            throw new RuleBroken("task-under-review", "办结申请正在审核，不能变更。请先审核或退回办结申请。");
        }
    }

    /// <summary>The last day of the hold is today.</summary>
    private void EndHold(DateOnly today) => SetHeld(null, HeldSince is { } since ? Held.With(since, today) : Held);

    private void SetHeld(DateOnly? since, HeldDays before)
    {
        (HeldSince, Held) = (since, before);
        units.ForEach(u => u.Hold(since, before));
    }
}
