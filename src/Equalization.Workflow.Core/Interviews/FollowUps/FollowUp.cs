using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Escalations.Ladders;

namespace Equalization.Workflow.Core.Interviews.FollowUps;

/// <summary>书面报告, 整改方案, 整改承诺.</summary>
public enum FollowUpKind
{
    Report,
    Plan,
    Promise,
}

/// <summary>Open: the unit's term runs. Reported: the office looks at it. Accepted. Settled: the matter ended first.</summary>
public enum FollowUpState
{
    Open,
    Reported,
    Accepted,
    Settled,
}

/// <summary>What the unit owes after an interview, with a term of its own: a written report, a rectification plan, or a promise tied to the task.</summary>
[KeptToCase]
public sealed class FollowUp
{
    public const int LongestText = 500;
    public const int LongestReport = 2000;

    private FollowUp()
    {
    }

    /// <summary>Refuses no text (promise-text) and a day before today (promise-day).</summary>
    internal FollowUp(Interview interview, FollowUpKind kind, string? text, DateOnly? dueOn, DateTime now)
    {
        Text = text.Needed(LongestText, "承诺事项", new RuleBroken("promise-text", "请写明承诺事项：做什么、做到什么程度。") { Field = "PromiseText" });
        DueOn = dueOn is { } day && day >= ChinaTime.DayOf(now) ? day : throw PromiseDay("PromiseDueOn");
        Id = Guid.CreateVersion7();
        JurisdictionId = interview.JurisdictionId;
        InterviewId = interview.Id;
        TaskId = interview.TaskId;
        Kind = kind;
        TermSince = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid InterviewId { get; private set; }

    /// <summary>The matter it is tied to.</summary>
    public Guid? TaskId { get; private set; }

    public FollowUpKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Last day, included, on which it is reported in time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When the present term was set.</summary>
    public DateTime TermSince { get; private set; }

    public FollowUpState State { get; private set; }

    public string? Report { get; private set; }

    public string? ReportedBy { get; private set; }

    public DateTime? ReportedAt { get; private set; }

    public string? ReturnedBecause { get; private set; }

    public int ReturnCount { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>When the unit was reminded of the present term.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>When leader and office were told that the present term had passed.</summary>
    public DateTime? OverdueToldAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => State is FollowUpState.Open or FollowUpState.Reported;

    /// <summary>Reported, or open, after its last day.</summary>
    public bool IsLate(DateOnly today) => State == FollowUpState.Reported ? ChinaTime.DayOf(ReportedAt!.Value) > DueOn : State == FollowUpState.Open && today > DueOn;

    /// <summary>When the unit is reminded; null once it was, or where the term is so short that it was told with it.</summary>
    public DateTimeOffset? RemindsAt(WorkingCalendar calendar, int workingDaysBefore)
    {
        var at = OfficeHours.Morning(ReminderDays.Trigger(calendar, DueOn, -workingDaysBefore));
        return State == FollowUpState.Open && RemindedAt is null && at > TermSince ? at : null;
    }

    /// <summary>The working morning after the last day; null once leader and office were told.</summary>
    public DateTimeOffset? LapsesAt(WorkingCalendar calendar) =>
        State == FollowUpState.Open && OverdueToldAt is null ? OfficeHours.NextMorning(calendar, ChinaTime.EndOf(DueOn).UtcDateTime) : null;

    internal void Remind(DateTime now) => RemindedAt = now;

    internal void Lapse(DateTime now) => (OverdueToldAt, RemindedAt) = (now, RemindedAt ?? now);

    /// <summary>Refuses an empty report (follow-up-report) and one that is not asked for (follow-up-not-open).</summary>
    public void Submit(string? report, string by, DateTime now)
    {
        if (State != FollowUpState.Open)
        {
            throw new RuleBroken("follow-up-not-open", "该事项不在待报告状态，可能已由本单位他人报送，或已经了结。请刷新后查看。");
        }

        Report = report.Needed(LongestReport, "落实情况", new RuleBroken("follow-up-report", "请填写落实情况：已做的工作、结果和佐证。") { Field = nameof(Report) });
        (State, ReportedBy, ReportedAt) = (FollowUpState.Reported, by, now);
    }

    /// <summary>Refuses what is not reported (follow-up-not-reported).</summary>
    public void Accept(string by, DateTime now)
    {
        MustBeReported();
        (State, DecidedBy, DecidedAt) = (FollowUpState.Accepted, by, now);
    }

    /// <summary>Back to the unit with a reason (return-reason) and a new term from today on (promise-day). Refuses what is not reported (follow-up-not-reported).</summary>
    public void Return(string? because, DateOnly? newDueOn, string by, DateTime now)
    {
        MustBeReported();
        var reason = because.Needed(LongestText, "退回理由", new RuleBroken("return-reason", "请写明哪里没有落实、应补充什么。") { Field = "Reason" });
        DueOn = newDueOn is { } day && day >= ChinaTime.DayOf(now) ? day : throw PromiseDay("DueOn");
        (State, ReturnedBecause, DecidedBy, DecidedAt, TermSince) = (FollowUpState.Open, reason, by, now, now);
        (RemindedAt, OverdueToldAt) = (null, null);
        ReturnCount++;
    }

    internal void Settle(DateTime now)
    {
        if (IsOpen)
        {
            (State, DecidedAt) = (FollowUpState.Settled, now);
        }
    }

    private void MustBeReported()
    {
        if (State != FollowUpState.Reported)
        {
            throw new RuleBroken("follow-up-not-reported", "该事项没有待审的报告，可能已由他人办理，或已经了结。请刷新后查看。");
        }
    }

    private static RuleBroken PromiseDay(string field) => new("promise-day", "完成期限应填今天或以后的日期，请改填。") { Field = field };
}
