using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.AnnualTasks.Recurrences;

/// <summary>What the office says of a task that comes again. FirstOn: the day of the next turn, which the others follow. TermWorkingDays: null, to the eve of the turn after.</summary>
public sealed record RecurrenceInput(RecurrenceCycle Cycle, DateOnly? FirstOn, int? TermWorkingDays, DateOnly? LastOn);

/// <summary>
/// The rule by which a task comes again (周期任务): each turn is a task of its own, with its own number and history. Turns fall on the first day and every
/// cycle after it; a month without that day has the turn on its last. A turn is issued on its day or the next working day. It ends with the plan at the latest.
/// </summary>
public sealed class Recurrence
{
    public const int LongestTerm = 250;
    public const int LongestReason = 500;

    private readonly List<RecurrenceTurn> turns = [];

    private Recurrence()
    {
    }

    /// <summary>
    /// Refuses a first day that is not after today (recurrence-first), a last before the first or after the plan's years (recurrence-last), a term outside
    /// 1–250 working days (recurrence-term). The task at hand is its turn 0.
    /// </summary>
    public Recurrence(AnnualTask task, Guid measureOriginId, string? title, RecurrenceInput input, DateOnly planEndsOn, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = task.JurisdictionId;
        PlanId = task.PlanId;
        MeasureOriginId = measureOriginId;
        Title = title ?? task.Title;
        Cycle = input.Cycle;
        FirstOn = input.FirstOn is { } first && first > ChinaTime.DayOf(now)
            ? first
            : throw new RuleBroken("recurrence-first", "下一期的下达日期应晚于今天，请改填。") { Field = nameof(FirstOn) };
        LastOn = input.LastOn ?? planEndsOn;
        if (LastOn < FirstOn || LastOn > planEndsOn)
        {
            throw new RuleBroken("recurrence-last", "最后一期的日期应在 {0} 至方案截止日 {1} 之间，请改填。", FirstOn, planEndsOn) { Field = nameof(LastOn) };
        }

        TermWorkingDays = input.TermWorkingDays is null or (>= 1 and <= LongestTerm)
            ? input.TermWorkingDays
            : throw new RuleBroken("recurrence-term", "每期期限应为 1 至 {0} 个工作日，请改填，或留空。", LongestTerm) { Field = nameof(TermWorkingDays) };
        SetBy = by;
        SetAt = now;
        LastTaskId = task.Id;
        NextOrdinal = 1;
        NextOn = FirstOn;
        turns.Add(new RecurrenceTurn(this, 0, ChinaTime.DayOf(now), task.Id, null, now));
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid PlanId { get; private set; }

    /// <summary>The measure through all versions of the plan.</summary>
    public Guid MeasureOriginId { get; private set; }

    /// <summary>What each turn's title begins with; the period follows in brackets.</summary>
    public string Title { get; private set; } = "";

    public RecurrenceCycle Cycle { get; private set; }

    public DateOnly FirstOn { get; private set; }

    /// <summary>No turn falls after this day.</summary>
    public DateOnly LastOn { get; private set; }

    public int? TermWorkingDays { get; private set; }

    /// <summary>The day of the next turn, as planned.</summary>
    public DateOnly NextOn { get; private set; }

    public int NextOrdinal { get; private set; }

    /// <summary>The newest task of the series, of which the next is made.</summary>
    public Guid LastTaskId { get; private set; }

    public string SetBy { get; private set; } = "";

    public DateTime SetAt { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it ended: a sentence, or what the office wrote.</summary>
    public string? EndedBecause { get; private set; }

    /// <summary>Who ended it; null when it ended by itself.</summary>
    public string? EndedBy { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<RecurrenceTurn> Turns => turns;

    public bool IsRunning => EndedOn is null;

    /// <summary>The day of a turn, from 1.</summary>
    public DateOnly PlannedOn(int ordinal) => FirstOn.AddMonths(Cycle.Months() * (ordinal - 1));

    /// <summary>How many turns have come due by a day; all but the newest of them were missed.</summary>
    public int TurnsDue(DateOnly today)
    {
        var last = today < LastOn ? today : LastOn;
        var count = 0;
        while (PlannedOn(NextOrdinal + count) <= last)
        {
            count++;
        }

        return count;
    }

    /// <summary>The last day of the work of the next turn when it is issued on that day; never beyond the plan.</summary>
    public DateOnly DueOf(DateOnly issuedOn, WorkingCalendar calendar, DateOnly planEndsOn)
    {
        var due = TermWorkingDays is { } term ? calendar.AddWorkingDays(issuedOn, WorkingDays.Of(term)) : PlannedOn(NextOrdinal + 1).AddDays(-1);
        return due < planEndsOn ? due : planEndsOn;
    }

    public string TitleOf(DateOnly plannedOn)
    {
        var period = $"（{Cycle.NameOf(plannedOn)}）";
        return (Title.Length + period.Length <= Plans.Measure.LongestTitle ? Title : Title[..(Plans.Measure.LongestTitle - period.Length)]) + period;
    }

    /// <summary>The next turn has become a task.</summary>
    public void Book(Guid taskId, DateTime now)
    {
        LastTaskId = taskId;
        Pass(taskId, null, now);
    }

    /// <summary>The next turn has passed without a task; said why.</summary>
    public void Skip(string because, DateTime now) => Pass(null, because, now);

    /// <summary>It ends by itself.</summary>
    public void End(string because, DateOnly today) => (EndedOn, EndedBecause) = (today, because);

    /// <summary>The office ends it; tasks that stand stay. Refuses one that has ended (recurrence-over) and no reason (recurrence-reason).</summary>
    public void Stop(string? reason, string by, DateOnly today)
    {
        if (!IsRunning)
        {
            throw new RuleBroken("recurrence-over", "周期下达已经停止。请刷新后查看。");
        }

        EndedBecause = reason.Needed(LongestReason, "停止理由", new RuleBroken("recurrence-reason", "请写明停止周期下达的理由。") { Field = "Reason" });
        (EndedOn, EndedBy) = (today, by);
    }

    private void Pass(Guid? taskId, string? because, DateTime now)
    {
        turns.Add(new RecurrenceTurn(this, NextOrdinal, NextOn, taskId, because, now));
        NextOrdinal++;
        NextOn = PlannedOn(NextOrdinal);
        if (NextOn > LastOn)
        {
            End("已到最后一期。", ChinaTime.DayOf(now));
        }
    }
}

/// <summary>One turn of a recurrence: the task it became, or why it became none. At most one a turn, whatever runs twice.</summary>
public sealed class RecurrenceTurn
{
    private RecurrenceTurn()
    {
    }

    internal RecurrenceTurn(Recurrence recurrence, int ordinal, DateOnly plannedOn, Guid? taskId, string? skippedBecause, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = recurrence.JurisdictionId;
        RecurrenceId = recurrence.Id;
        Ordinal = ordinal;
        PlannedOn = plannedOn;
        TaskId = taskId;
        SkippedBecause = skippedBecause;
        At = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid RecurrenceId { get; private set; }

    /// <summary>0 is the task on which the rule was set.</summary>
    public int Ordinal { get; private set; }

    public DateOnly PlannedOn { get; private set; }

    public Guid? TaskId { get; private set; }

    public string? SkippedBecause { get; private set; }

    public DateTime At { get; private set; }
}
