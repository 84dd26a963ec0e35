using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>牵头 or 配合. A task has exactly one lead unit; it answers for the whole. FormerLead: led until the office moved the lead, and is released.</summary>
public enum UnitRole
{
    Lead,
    Cooperating,
    FormerLead,
}

/// <summary>
/// ToSign: waits for the unit, for the first time or because the text was amended. Declined: the unit holds it is not its task, the office decides. Signed: at work. Released: the office
/// agreed, or moved the lead. Finished: the task is written off.
/// </summary>
public enum TaskUnitState
{
    ToSign,
    Declined,
    Signed,
    Released,
    Finished,
}

/// <summary>One unit's part in a task, with its own duty, day and light.</summary>
public sealed class TaskUnit
{
    private TaskUnit()
    {
    }

    public TaskUnit(AnnualTask task, Guid unitId, UnitRole role, string duty, DateOnly signDueOn)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = task.JurisdictionId;
        TaskId = task.Id;
        UnitId = unitId;
        Role = role;
        Duty = duty;
        StartOn = task.StartOn;
        DueOn = task.CurrentDueOn;
        SignDueOn = signDueOn;
        Held = task.Held;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid UnitId { get; private set; }

    public UnitRole Role { get; private set; }

    public TaskUnitState State { get; private set; }

    /// <summary>What this unit has to do (own duty text).</summary>
    public string Duty { get; private set; } = "";

    public DateOnly StartOn { get; private set; }

    /// <summary>Last day of this unit's part, included; follows the task's day unless it was set earlier.</summary>
    public DateOnly DueOn { get; private set; }

    public DateOnly SignDueOn { get; private set; }

    /// <summary>When it signed for the first time; work has run since.</summary>
    public DateTime? SignedAt { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    /// <summary>Name and post of who signed, as of that day.</summary>
    public string? SignedBy { get; private set; }

    public string? DeclineReason { get; private set; }

    public string? DeclineDecision { get; private set; }

    /// <summary>Who in the unit works on it; the unit stays answerable.</summary>
    public Guid? HolderId { get; private set; }

    public Percent? Reported { get; private set; }

    /// <summary>Last day of the last period with an approved report.</summary>
    public DateOnly? ReportedThrough { get; private set; }

    public OwnWord OwnWord { get; private set; }

    public Light Light { get; private set; }

    public bool Silent { get; private set; }

    /// <summary>Months in a row that closed yellow, up to and including the month before <see cref="LightMonth"/>.</summary>
    public int YellowMonths { get; private set; }

    /// <summary>First day of the month the booked light belongs to.</summary>
    public DateOnly? LightMonth { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    /// <summary>The task's, kept here because the light of each part stands still with it.</summary>
    public DateOnly? HeldSince { get; private set; }

    /// <summary>The task's, for the same reason.</summary>
    public HeldDays Held { get; private set; } = HeldDays.None;

    /// <summary>Working days it was held after this part's present day: no lateness counts them.</summary>
    public int HeldLateDays { get; private set; }

    public int Version { get; private set; }

    public bool TakesPart => State is not TaskUnitState.Released;

    public LightFacts Facts => new(
        SignedOn is not null, StartOn, DueOn, SignDueOn, Reported, ReportedThrough, SignedOn, OwnWord, YellowMonths, DoneOn) { HeldSince = HeldSince, Held = Held, HeldLateDays = HeldLateDays };

    /// <summary>Later texts of the task bear a <see cref="SignReceipt"/>; the day on which work began stays. Refuses a second sign-for (already-signed).</summary>
    public void SignFor(string by, DateTime now)
    {
        if (State is not (TaskUnitState.ToSign or TaskUnitState.Declined))
        {
            throw new RuleBroken("already-signed", "本单位已经签收，不需要再次签收。");
        }

        State = TaskUnitState.Signed;
        DeclineReason = null;
        if (SignedAt is null)
        {
            (SignedAt, SignedOn, SignedBy) = (now, ChinaTime.DayOf(now), by);
        }
    }

    /// <summary>Refuses without a reason (decline-reason) and after sign-for (already-signed).</summary>
    public void Decline(string reason)
    {
        if (State != TaskUnitState.ToSign)
        {
            throw new RuleBroken("already-signed", "本单位已经签收或已经退回，不能再退回。有异议请联系领导小组办公室。");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("decline-reason", "请写明退回理由，例如职责依据。") { Field = "Reason" };
        }

        State = TaskUnitState.Declined;
        DeclineReason = reason.Trim();
    }

    /// <summary>The office decides a decline: released, or upheld with a new day to sign by. Refuses when none is open (not-declined).</summary>
    public void DecideDecline(bool release, string decision, DateOnly signDueOn)
    {
        if (State != TaskUnitState.Declined)
        {
            throw new RuleBroken("not-declined", "该单位没有待裁定的退回，可能已由他人裁定。请刷新后查看。");
        }

        if (string.IsNullOrWhiteSpace(decision))
        {
            throw new RuleBroken("decision-text", "请写明裁定意见和依据。") { Field = "Decision" };
        }

        DeclineDecision = decision.Trim();
        State = release ? TaskUnitState.Released : TaskUnitState.ToSign;
        SignDueOn = signDueOn;
    }

    /// <summary>The working calendar changed: the same count of working days now ends on another day.</summary>
    public void MoveSignDue(DateOnly signDueOn) => SignDueOn = signDueOn;

    /// <summary>Refuses work of a unit that has not signed (not-signed).</summary>
    public void MustBeSigned()
    {
        if (State != TaskUnitState.Signed)
        {
            throw new RuleBroken("not-signed", "本单位尚未签收该任务，请先签收任务。");
        }
    }

    /// <summary>Refuses what a unit that was released has no say in any more (part-released).</summary>
    public void MustTakePart()
    {
        if (!TakesPart)
        {
            throw new RuleBroken("part-released", "本单位已退出该任务，不再办理此项。有异议请联系领导小组办公室。");
        }
    }

    public void HandOn(Guid holderId) => HolderId = holderId;

    /// <summary>Books an approved report; an older period than the last one changes nothing, and the answer is false.</summary>
    public bool BookReport(ReportPeriod period, Percent percent, OwnWord word)
    {
        if (ReportedThrough > period.LastDay)
        {
            return false;
        }

        Reported = percent;
        ReportedThrough = period.LastDay;
        OwnWord = word;
        return true;
    }

    /// <summary>Books a light. When the month has turned, the last light of the month before counts towards yellow months.</summary>
    public void BookLight(Judgement judgement, DateOnly day)
    {
        Light = judgement.Light;
        Silent = judgement.Silent;
        LightMonth = new DateOnly(day.Year, day.Month, 1);
    }

    /// <summary>Closes a month that has ended: yellow at its end adds one, so does a red that
    /// came of yellow months, anything else starts anew. To be called before judging in a new month.</summary>
    public void TurnMonth(DateOnly day, int redAfterYellowMonths)
    {
        if (LightMonth is { } booked && booked < new DateOnly(day.Year, day.Month, 1))
        {
            YellowMonths = Light == Light.Yellow || (Light == Light.Red && YellowMonths >= redAfterYellowMonths) ? YellowMonths + 1 : 0;
            LightMonth = new DateOnly(day.Year, day.Month, 1);
        }
    }

    internal void FollowDue(DateOnly oldTaskDue, DateOnly newTaskDue)
    {
        var dueOn = DueOn == oldTaskDue || DueOn > newTaskDue ? newTaskDue : DueOn;
        HeldLateDays = dueOn == DueOn ? HeldLateDays : 0;
        DueOn = dueOn;
    }

    /// <summary>The text was amended: the unit signs for it, whatever it had signed before. A decline of the old text is over.</summary>
    internal void AskAgain(DateOnly signDueOn) => (State, SignDueOn, DeclineReason) = (TaskUnitState.ToSign, signDueOn, null);

    internal void GiveUpLead() => (Role, State, DeclineReason) = (UnitRole.FormerLead, TaskUnitState.Released, null);

    /// <summary>The unit no longer cooperates; what it did stays on its row.</summary>
    internal void Leave() => (State, DeclineReason) = (TaskUnitState.Released, null);

    /// <summary>It cooperates again, and signs again.</summary>
    internal void ComeBack(AnnualTask task, DateOnly signDueOn) =>
        (State, SignDueOn, DueOn, DeclineReason, HeldLateDays) = (TaskUnitState.ToSign, signDueOn, task.CurrentDueOn, null, 0);

    /// <summary>What had been reported for the whole task stands; the light begins anew with the unit.</summary>
    internal void TakeLead(TaskUnit before, DateOnly signDueOn)
    {
        (Role, State, SignDueOn, Duty, HolderId) = (UnitRole.Lead, TaskUnitState.ToSign, signDueOn, before.Duty, null);
        (DueOn, Reported, ReportedThrough, OwnWord, HeldLateDays) = (before.DueOn, before.Reported, before.ReportedThrough, OwnWord.OnSchedule, before.HeldLateDays);
    }

    internal void Hold(DateOnly? since, HeldDays before) => (HeldSince, Held) = (since, before);

    /// <summary>A month that closed while it was held counts for nothing; a part whose day had passed stays late by as many days as before.</summary>
    internal void Resume(int days, DateOnly oldTaskDue, DateOnly newTaskDue, DateOnly today, WorkingCalendar calendar, WorkingDays signTerm)
    {
        if (DueOn < HeldSince)
        {
            HeldLateDays += days;
        }
        else
        {
            var moved = calendar.AddWorkingDays(DueOn, days);
            DueOn = DueOn == oldTaskDue || moved > newTaskDue ? newTaskDue : moved;
        }

        if (State == TaskUnitState.ToSign)
        {
            // A day set during the hold has all its term left, and no more than that.
            var (signDueOn, wholeTerm) = (calendar.AddWorkingDays(SignDueOn, days), calendar.AddWorkingDays(today, signTerm));
            SignDueOn = signDueOn < wholeTerm ? signDueOn : wholeTerm;
        }

        LightMonth = LightMonth is null ? null : new DateOnly(today.Year, today.Month, 1);
    }

    internal void Reopen(DateOnly signDueOn)
    {
        if (State == TaskUnitState.Finished)
        {
            DoneOn = null;
            State = SignedOn is null ? TaskUnitState.ToSign : TaskUnitState.Signed;
            SignDueOn = SignedOn is null ? signDueOn : SignDueOn;
        }
    }

    internal void Finish(DateOnly today)
    {
        if (TakesPart)
        {
            DoneOn = today;
            State = TaskUnitState.Finished;
            Light = Light.Green;
            Silent = false;
        }
    }
}
