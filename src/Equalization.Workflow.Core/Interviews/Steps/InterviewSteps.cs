using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Interviews.Steps;

/// <summary>Which interview a step is about.</summary>
public sealed record InterviewInput(Guid InterviewId);

/// <summary>A step about one interview, loaded with what is owed; the act speaks for its jurisdiction.</summary>
public abstract class InterviewStep<TOutput>(string type, params IReadOnlyList<string> outcomes) : DomainStep<InterviewInput, TOutput>(type, outcomes)
    where TOutput : notnull
{
    protected sealed override async Task<Answer<TOutput>> Run(InterviewInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var interview = await db.Interviews.Include(i => i.FollowUps).SingleAsync(i => i.Id == input.InterviewId, ct);
        db.ActIn(interview.JurisdictionId, now);
        return await Run(interview, db, now, ct);
    }

    protected abstract Task<Answer<TOutput>> Run(Interview interview, WorkflowDb db, DateTime now, CancellationToken ct);
}

/// <param name="ActAt">When time itself moves the interview on; null where only people do.</param>
public sealed record InterviewClock(DateTimeOffset? ActAt);

/// <summary>
/// Where the interview stands. Draft: office or leader at turn. Noticed: the meeting is ahead. Unrecorded: it has passed without record. Held: the minutes
/// are at turn. Minuted: the unit's term runs. Objected: the office answers. FollowUp: what is owed runs. Rests: of these, where no term is to be told of
/// any more. Over. Ends it first when its task is closed, or its day moved before the meeting: what was promised in a meeting outlives a new day.
/// </summary>
public sealed class CheckInterview(WorkingCalendars calendars) : InterviewStep<InterviewClock>(
    "Equalization.CheckInterview", "Draft", "Noticed", "Unrecorded", "Held", "Minuted", "Objected", "FollowUp", "Rests", "Over")
{
    protected override async Task<Answer<InterviewClock>> Run(Interview interview, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (await EndOfMatter(interview, db, ct) is { } because)
        {
            await db.SettleInterview(interview, because, now, ct);
        }

        await AdmitSuccessor(interview, db, ChinaTime.DayOf(now), ct);
        var calendar = await calendars.Current(ct);
        DateTimeOffset? actAt = interview switch
        {
            { State: InterviewState.Noticed, EndsAt: { } ends } => OfficeHours.NextMorning(calendar, ends),
            { State: InterviewState.Held or InterviewState.Minuted or InterviewState.FollowUp } =>
                FollowUpTerms.Next(interview, calendar, (await db.RulesOf(interview, ct)).RemindWorkingDays),
            _ => null,
        };
        var outcome = interview.State switch
        {
            InterviewState.Draft or InterviewState.ToSign => "Draft",
            InterviewState.Noticed => actAt <= now ? "Unrecorded" : "Noticed",
            InterviewState.Held => actAt is null ? "Rests" : "Held",
            InterviewState.Minuted => interview.Check != MinutesCheck.Objected ? "Minuted" : actAt is null ? "Rests" : "Objected",
            InterviewState.FollowUp => actAt is null ? "Rests" : "FollowUp",
            InterviewState.Closed or InterviewState.NoShow or InterviewState.Cancelled or InterviewState.Settled => "Over",
        };
        return new(outcome, new InterviewClock(actAt));
    }

    /// <summary>Whoever took over the summoned person's post after the notice follows them on the list; no new paper is needed.</summary>
    private static async Task AdmitSuccessor(Interview interview, WorkflowDb db, DateOnly day, CancellationToken ct)
    {
        if (!interview.IsOpen || interview.SignedAt is not { } signedAt)
        {
            return;
        }

        var (signedOn, held) = (ChinaTime.DayOf(signedAt), db.Memberships.Where(m => m.UnitId == interview.UnitId && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day)));
        var successors = await held.Where(m => m.Role == Role.UnitHead && m.FromOn > signedOn && !held.Any(own => own.PersonId == interview.SummonedId))
            .Select(m => m.PersonId).ToListAsync(ct);
        await CaseAccess.Admit(db, interview.Id, successors, "接任被约谈人的岗位", ct);
    }

    private static async Task<string?> EndOfMatter(Interview interview, WorkflowDb db, CancellationToken ct)
    {
        if (!interview.IsOpen || interview.TaskId is not { } taskId)
        {
            return null;
        }

        var task = await db.AnnualTasks.SingleAsync(t => t.Id == taskId, ct);
        if (!task.IsOpen)
        {
            return task.State == TaskState.Withdrawn ? "任务已撤回" : "任务已销账";
        }

        if (interview.StepId is not { } stepId || interview.HeldAt is not null)
        {
            return null;
        }

        var matter = await db.Escalations.SingleAsync(e => db.EscalationSteps.Any(s => s.Id == stepId && s.EscalationId == e.Id), ct);
        return matter.State == EscalationState.Exempted ? "已决定免责" : matter.IsMoot(task) ? "期限已变动" : null;
    }
}

/// <summary>The morning after the meeting nobody had recorded it: the office and the leader hear of it.</summary>
public sealed class TellUnrecorded() : InterviewStep<Nothing>("Equalization.TellUnrecorded")
{
    protected override async Task<Answer<Nothing>> Run(Interview interview, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (interview.State == InterviewState.Noticed && interview.EndsAt <= now)
        {
            await db.TellMembers(interview, [Role.Office, Role.Leader], "约谈 {0} 的时间已过，请记录到场情况，或改期、取消。", [interview.Number!], ct);
        }

        return new("Done", Nothing.Value);
    }
}

/// <summary>The unit's term for the minutes has ended: silence counts as told.</summary>
public sealed class EndMinutesCheck() : InterviewStep<Nothing>("Equalization.EndMinutesCheck")
{
    protected override async Task<Answer<Nothing>> Run(Interview interview, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (interview.EndCheck(now))
        {
            await db.TellMembers(interview, [Role.Office, Role.UnitHead, Role.Contact], "约谈纪要 {0} 逾期未答复，按已告知处理。", [interview.MinutesNumber!], ct);
        }

        return new("Done", Nothing.Value);
    }
}

/// <summary>How many were spoken of.</summary>
public sealed record FollowUpCount(int Reminded, int Overdue);

/// <summary>
/// Reminds the unit of what falls due, and tells leader and office what was not kept; each once a term, since the rows remember it.
/// </summary>
public sealed class TellFollowUps(WorkingCalendars calendars) : InterviewStep<FollowUpCount>("Equalization.TellFollowUps")
{
    protected override async Task<Answer<FollowUpCount>> Run(Interview interview, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (interview.State is not (InterviewState.Held or InterviewState.Minuted or InterviewState.FollowUp))
        {
            return new("Done", new FollowUpCount(0, 0));
        }

        var (calendar, rules) = (await calendars.Current(ct), await db.RulesOf(interview, ct));
        var late = interview.FollowUps.Where(f => f.LapsesAt(calendar) <= now).OrderBy(f => f.Id).ToList();
        foreach (var followUp in late)
        {
            followUp.Lapse(now);
            await db.TellMembers(interview, [Role.Office, Role.Leader, Role.UnitHead], "约谈 {0} 的{1}未在 {2} 前报送。",
                [interview.Number!, InterviewPaper.Word(followUp.Kind), followUp.DueOn], ct);
        }

        var near = interview.FollowUps.Where(f => f.RemindsAt(calendar, rules.RemindWorkingDays) <= now).OrderBy(f => f.Id).ToList();
        foreach (var followUp in near)
        {
            followUp.Remind(now);
            await db.TellMembers(interview, [Role.UnitHead, Role.Contact], "约谈 {0} 的{1}将于 {2} 到期，请按时报送。",
                [interview.Number!, InterviewPaper.Word(followUp.Kind), followUp.DueOn], ct);
        }

        return new("Done", new FollowUpCount(near.Count, late.Count));
    }
}
