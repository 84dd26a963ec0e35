using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Requests.Steps;

/// <summary>Which request of a unit a step is about.</summary>
public sealed record UnitRequestInput(Guid UnitRequestId);

/// <param name="ActAt">When the process looks again, after reminding too; null where it waits for people alone.</param>
public sealed record RequestWait(DateTimeOffset? ActAt);

/// <summary>Loads the request with its task; the act speaks for its jurisdiction.</summary>
public abstract class RequestStep<TOutput>(string type, params IReadOnlyList<string> outcomes) : DomainStep<UnitRequestInput, TOutput>(type, outcomes)
    where TOutput : notnull
{
    protected sealed override async Task<Answer<TOutput>> Run(UnitRequestInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var request = await db.UnitRequests.SingleAsync(r => r.Id == input.UnitRequestId, ct);
        db.ActIn(request.JurisdictionId, now);
        return await Run(request, await db.AnnualTasks.SingleAsync(t => t.Id == request.TaskId, ct), db, now, ct);
    }

    protected abstract Task<Answer<TOutput>> Run(UnitRequest request, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct);
}

/// <summary>Tells whoever was asked; of help between units the office hears too.</summary>
public sealed class TellRequest() : RequestStep<Nothing>("Equalization.TellRequest")
{
    protected override async Task<Answer<Nothing>> Run(UnitRequest request, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var day = ChinaTime.DayOf(now);
        var asking = await db.Units.Where(u => u.Id == request.AskingUnitId).Select(u => u.Name).SingleAsync(ct);
        IEnumerable<Guid> people = [.. await RequestService.Owners(db, request, day, ct), .. await Recipients.Office(db, task.JurisdictionId, day, ct)];
        var isHelp = request.Kind == RequestKind.Help;
        db.Notify(people.Distinct(), isHelp ? NoticeKind.RequestAsked : NoticeKind.DisputeRaised, nameof(UnitRequest), request.Id, null,
            isHelp ? "{0} 就任务 {1}“{2}”请求协助，请在 {3} 前答复。" : "{0} 就任务 {1}“{2}”提出职责争议，请在 {3} 前裁定。", asking, task.Number, task.Title, request.AnswerDueOn);
        return new("Done", Nothing.Value);
    }
}

/// <summary>
/// Waits: until the working morning before the day of answer, then until the one after it. Remind: the first has come. Late: the second has, unanswered. Rests:
/// only a person can move it on, or the task is held. Ended: closed, decided or withdrawn.
/// </summary>
public sealed class CheckRequest(WorkingCalendars calendars) : RequestStep<RequestWait>("Equalization.CheckRequest", "Waits", "Remind", "Late", "Rests", "Ended")
{
    protected override async Task<Answer<RequestWait>> Run(UnitRequest request, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (request.IsOver || request.State == RequestState.Answered || request.LapsedAt is not null)
        {
            return new(request.IsOver ? "Ended" : "Rests", new RequestWait(null));
        }

        if (task.HeldSince is not null)
        {
            // Resumption moves the day of answer and calls the process.
            return new("Rests", new RequestWait(null));
        }

        var calendar = await calendars.Current(ct);
        var lateAt = OfficeHours.NextMorning(calendar, ChinaTime.EndOf(request.AnswerDueOn).UtcDateTime);
        var morning = OfficeHours.Morning(OfficeHours.WorkingDayBefore(calendar, request.AnswerDueOn));
        var isReminded = request.Reminded || ChinaTime.DayOf(request.AskedAt) >= ChinaTime.DayOf(morning.UtcDateTime);
        var next = isReminded || lateAt <= now ? lateAt : morning;
        return next > now ? new("Waits", new RequestWait(next))
            : !OfficeHours.AreOpen(calendar, now) ? new("Waits", new RequestWait(OfficeHours.NextMorning(calendar, now)))
            : next == lateAt ? new("Late", new RequestWait(null))
            : new("Remind", new RequestWait(lateAt));
    }
}

/// <summary>Reminds whoever was asked, once.</summary>
public sealed class RemindRequest() : RequestStep<Nothing>("Equalization.RemindRequest")
{
    protected override async Task<Answer<Nothing>> Run(UnitRequest request, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        request.Remind();
        var isHelp = request.Kind == RequestKind.Help;
        db.Notify(await RequestService.Owners(db, request, ChinaTime.DayOf(now), ct), isHelp ? NoticeKind.RequestAsked : NoticeKind.DisputeRaised, nameof(UnitRequest), request.Id, null,
            isHelp ? "任务 {0}“{1}”的协助请求须在 {2} 前答复，请及时答复。" : "任务 {0}“{1}”的职责争议须在 {2} 前裁定，请及时裁定。", task.Number, task.Title, request.AnswerDueOn);
        return new("Done", Nothing.Value);
    }
}

/// <summary>Writes the missed day into the task's story; the asker, whoever was asked and the office hear of it.</summary>
public sealed class LapseRequest() : RequestStep<Nothing>("Equalization.LapseRequest")
{
    protected override async Task<Answer<Nothing>> Run(UnitRequest request, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        request.Lapse(now);
        var (day, isHelp) = (ChinaTime.DayOf(now), request.Kind == RequestKind.Help);
        var owner = request.OwnerUnitId is { } id ? await db.Units.Where(u => u.Id == id).Select(u => u.Name).SingleAsync(ct) : RequestService.OfficeName;
        db.Tell(task.Id, isHelp ? ActKind.HelpRequest : ActKind.DutyDispute, request.Id, null, isHelp ? "{0} 未在 {1} 前答复协助请求" : "{0} 未在 {1} 前裁定职责争议", owner, request.AnswerDueOn);
        IEnumerable<Guid> people =
        [
            .. await RequestService.Askers(db, request, day, ct), .. await RequestService.Owners(db, request, day, ct), .. await Recipients.Office(db, task.JurisdictionId, day, ct),
        ];
        db.Notify(people.Distinct(), isHelp ? NoticeKind.RequestAsked : NoticeKind.DisputeRaised, nameof(UnitRequest), request.Id, null,
            isHelp ? "任务 {0}“{1}”的协助请求已过答复日期 {2}，{3} 尚未答复。" : "任务 {0}“{1}”的职责争议已过裁定日期 {2}，{3} 尚未裁定。", task.Number, task.Title, request.AnswerDueOn, owner);
        return new("Done", Nothing.Value);
    }
}
