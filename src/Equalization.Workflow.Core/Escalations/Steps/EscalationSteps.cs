using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Steps;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations.Steps;

/// <param name="EscalationId">The ladder that runs for the task's present due day; null when there is nothing to escalate.</param>
/// <param name="ActAt">Nine o'clock of the next working day: nothing of the ladder goes out at night.</param>
public sealed record OpenedLadder(Guid? EscalationId, DateTimeOffset? ActAt);

/// <summary>Opened: the ladder for the passed due day begins here. Moot: the task is closed or not overdue, or a ladder for that day was opened before.</summary>
public sealed class OpenEscalation(WorkingCalendars calendars) : TaskStep<OpenedLadder>("Equalization.OpenEscalation", "Opened", "Moot")
{
    protected override async Task<Answer<OpenedLadder>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var isOverdue = task.IsOpen && task.HeldSince is null && ChinaTime.EndOf(task.CurrentDueOn) <= now;
        if (!isOverdue || await db.Escalations.AnyAsync(e => e.TaskId == task.Id && e.DueOn == task.CurrentDueOn, ct))
        {
            return new("Moot", new OpenedLadder(null, null));
        }

        var matter = new Escalation(task, now);
        db.Add(matter);
        // The next step of the same burst looks for it in the database.
        await db.SaveChangesAsync(ct);
        return new("Opened", new OpenedLadder(matter.Id, OfficeHours.NextMorning(await calendars.Current(ct), now)));
    }
}

/// <summary>Which ladder a step is about.</summary>
public sealed record LadderInput(Guid EscalationId);

/// <summary>A step about one ladder, loaded with its rungs and its task; the act speaks for the task's jurisdiction.</summary>
public abstract class LadderStep<TOutput>(string type, params IReadOnlyList<string> outcomes) : DomainStep<LadderInput, TOutput>(type, outcomes)
    where TOutput : notnull
{
    protected sealed override async Task<Answer<TOutput>> Run(LadderInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var (matter, task) = await LadderReading.Take(db, input.EscalationId, ct);
        db.ActIn(matter.JurisdictionId, now);
        return await Run(matter, task, db, now, ct);
    }

    protected abstract Task<Answer<TOutput>> Run(Escalation matter, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct);

    /// <summary>The ladder ends with every rung that ran, and its papers are marked.</summary>
    protected static async Task End(Escalation matter, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (matter.State != EscalationState.Open)
        {
            return;
        }

        matter.Settle(task, now);
        await PaperPress.Settle(db, nameof(EscalationStep), [.. matter.Steps.Select(s => s.Id)], matter.SettledBecause!, now, ct);
    }
}

/// <summary>Why the ladder ended; null while it runs.</summary>
public sealed record Settlement(string? Because);

/// <summary>
/// Settled: the task is closed or its day moved, and all open rungs end. UnderReview: the unit has done its part and the office is at turn, so the ladder
/// rests. Open: it goes on.
/// </summary>
public sealed class CheckSettled() : LadderStep<Settlement>("Equalization.CheckSettled", "Settled", "UnderReview", "Open")
{
    protected override async Task<Answer<Settlement>> Run(Escalation matter, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (matter.IsMoot(task))
        {
            await End(matter, task, db, now, ct);
        }

        var outcome = matter.State != EscalationState.Open ? "Settled" : task.State == TaskState.UnderReview ? "UnderReview" : "Open";
        return new(outcome, new Settlement(matter.SettledBecause));
    }
}

/// <param name="TermEndsAt">The working morning after the last day on which the unit answers the urge in time.</param>
public sealed record UrgeTerm(DateTimeOffset TermEndsAt);

/// <summary>
/// Rung 1: urges the lead unit, once a ladder. Sent. ByHand: the rules leave it to the office, or a person urged the unit that same day; the term
/// runs all the same.
/// </summary>
public sealed class UrgeLead(RuleBook rules, WorkingCalendars calendars) : LadderStep<UrgeTerm>("Equalization.UrgeLead", "Sent", "ByHand")
{
    protected override async Task<Answer<UrgeTerm>> Run(Escalation matter, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var (set, calendar, today) = (await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct), ChinaTime.DayOf(now));
        var answerDueOn = calendar.AddWorkingDays(today, set.UrgeTermWorkingDays);
        var term = new UrgeTerm(OfficeHours.NextMorning(calendar, ChinaTime.EndOf(answerDueOn).UtcDateTime));
        var lead = task.Lead;
        if (!set.UrgeByItself || task.HeldSince is not null || await db.Urges.AnyAsync(u => u.TaskUnitId == lead.Id && u.On == today, ct))
        {
            return new("ByHand", term);
        }

        var facts = TextArguments.Fill("期限 {0} 已过，逾期 {1} 个工作日（规则第 {2} 版）。请说明原因并在 {3} 前答复。",
            matter.DueOn, LadderFacts.Overdue(matter, task, calendar, now), set.Number, answerDueOn);
        matter.Propose(Rung.Urge, facts, now).ServeByItself(answerDueOn, now);
        await Urges.Send(db, task, lead, facts, isAutomatic: true, ct);
        return new("Sent", term);
    }
}

/// <summary>The facts a proposal rests on.</summary>
public sealed record Proposal(string Facts);

/// <summary>Rung 2: drafts a supervision notice (督办通知单) for the office to sign or refuse; the program never issues it.</summary>
public sealed class ProposeSupervision(RuleBook rules, WorkingCalendars calendars) : LadderStep<Proposal>("Equalization.ProposeSupervision")
{
    protected override async Task<Answer<Proposal>> Run(Escalation matter, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var (set, calendar, today) = (await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct), ChinaTime.DayOf(now));
        var unit = await db.Units.Where(u => u.Id == matter.UnitId).Select(u => u.Name).SingleAsync(ct);
        var answered = await db.Urges.Where(u => u.TaskUnitId == task.Lead.Id && u.At >= matter.OpenedAt).AnyAsync(u => u.AnsweredAt != null, ct);
        var facts = TextArguments.Fill("{0} 牵头的任务 {1} 期限 {2} 已过，逾期 {3} 个工作日；催办后 {4} 个工作日内仍未办结，{5}（规则第 {6} 版）。",
            unit, task.Number, matter.DueOn, LadderFacts.Overdue(matter, task, calendar, now), set.UrgeTermWorkingDays, answered ? "已答复催办" : "未答复催办", set.Number);
        var step = matter.Propose(Rung.Supervision, facts, now);
        db.Notify(await Recipients.Office(db, task.JurisdictionId, today, ct), NoticeKind.SupervisionProposed, nameof(EscalationStep), step.Id, null,
            "任务 {0}“{1}”逾期未办结，建议督办，请签发或写明不予签发的理由。", task.Number, task.Title);
        return new("Done", new Proposal(facts));
    }
}

/// <param name="AnswerEndsAt">End of the last day on which the unit answers in time; null until the notice is served.</param>
public sealed record AnswerTerm(DateTimeOffset? AnswerEndsAt);

/// <summary>
/// Proposed: waits for the office. Served: the unit's term to answer runs. Late: it has ended without an answer. Rests: refused or answered, the task is
/// still to be done. Settled: the matter is over.
/// </summary>
public sealed class CheckSupervision() : LadderStep<AnswerTerm>("Equalization.CheckSupervision", "Proposed", "Served", "Late", "Rests", "Settled")
{
    protected override async Task<Answer<AnswerTerm>> Run(Escalation matter, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (matter.IsMoot(task))
        {
            await End(matter, task, db, now, ct);
        }

        var step = matter.StepOn(Rung.Supervision);
        DateTimeOffset? endsAt = step is { State: StepState.Served, AnswerDueOn: { } due } ? ChinaTime.EndOf(due) : null;
        var outcome = step?.State switch
        {
            StepState.Proposed => "Proposed",
            StepState.Served => endsAt <= now ? "Late" : "Served",
            StepState.Refused or StepState.Answered or StepState.Done => "Rests",
            StepState.Settled or null => "Settled",
        };
        return new(matter.State != EscalationState.Open ? "Settled" : outcome, new AnswerTerm(endsAt));
    }
}

/// <summary>The unit let the notice's term pass: writes it into the story, and the office hears of it.</summary>
public sealed class LapseSupervision() : LadderStep<Nothing>("Equalization.LapseSupervision")
{
    protected override Task<Answer<Nothing>> Run(Escalation matter, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (matter.StepOn(Rung.Supervision) is { State: StepState.Served, AnswerDueOn: { } due, Number: { } number } step)
        {
            db.Tell(task.Id, ActKind.Supervision, step.Id, null, "督办通知单 {0} 未在 {1} 前答复", number, due);
        }

        return Task.FromResult(new Answer<Nothing>("Done", Nothing.Value));
    }
}
