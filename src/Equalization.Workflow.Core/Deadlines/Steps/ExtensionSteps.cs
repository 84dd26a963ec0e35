using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Steps;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines.Steps;

/// <summary>Which extension request a step is about.</summary>
public sealed record ExtensionInput(Guid RequestId);

/// <param name="ReplyEndsAt">End of the last day on which the office answers in time; null while the request is not with it.</param>
public sealed record ReplyTerm(DateTimeOffset? ReplyEndsAt);

/// <summary>A step about one extension request, loaded with its task; the act speaks for the task's jurisdiction.</summary>
public abstract class ExtensionStep<TOutput>(string type, params IReadOnlyList<string> outcomes) : DomainStep<ExtensionInput, TOutput>(type, outcomes)
    where TOutput : notnull
{
    protected sealed override async Task<Answer<TOutput>> Run(ExtensionInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var request = await db.ExtensionRequests.SingleAsync(e => e.Id == input.RequestId, ct);
        var task = await db.TaskOfStep(request.TaskId, ct);
        db.ActIn(request.JurisdictionId, now);
        return await Run(request, task, db, now, ct);
    }

    protected abstract Task<Answer<TOutput>> Run(ExtensionRequest request, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct);
}

/// <summary>
/// WithHead: waits for the unit's head. WithOffice: the office's term to answer runs. OfficeLate: it has ended. Granted, Refused: decided. Over: the
/// head sent it back, or the task was written off meanwhile.
/// </summary>
public sealed class CheckExtension(RuleBook rules, WorkingCalendars calendars)
    : ExtensionStep<ReplyTerm>("Equalization.CheckExtension", "WithHead", "WithOffice", "OfficeLate", "Granted", "Refused", "Over")
{
    protected override async Task<Answer<ReplyTerm>> Run(ExtensionRequest request, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        DateTimeOffset? endsAt = null;
        if (request is { State: ExtensionState.WithOffice, SentToOfficeAt: { } sentAt })
        {
            var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
            // No day held counts; holding and resuming raise times-changed, and the day is asked for anew.
            var calendar = (await calendars.Current(ct)).Without(task.Held);
            endsAt = ChinaTime.EndOf(task.HeldSince is null
                ? calendar.AddWorkingDays(ChinaTime.DayOf(sentAt), set.ExtensionReplyWorkingDays) : ChinaTime.DayOf(now).AddYears(1));
        }

        var outcome = request.State switch
        {
            ExtensionState.WithHead => "WithHead",
            ExtensionState.WithOffice => endsAt <= now ? "OfficeLate" : "WithOffice",
            ExtensionState.Granted => "Granted",
            ExtensionState.Refused => "Refused",
            ExtensionState.Returned or ExtensionState.Lapsed => "Over",
        };
        return new(outcome, new ReplyTerm(endsAt));
    }
}

/// <summary>How many people were told.</summary>
public sealed record Told(int People);

/// <summary>
/// Tells whose turn it is, or what was decided: the head, the office, all units of the task when its day moves, the asking unit when it does not,
/// the asker when the head sent it back.
/// </summary>
public sealed class TellExtension() : ExtensionStep<Told>("Equalization.TellExtension")
{
    protected override async Task<Answer<Told>> Run(ExtensionRequest request, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var day = ChinaTime.DayOf(now);
        var (kind, people, format, arguments) = request.State switch
        {
            ExtensionState.WithHead => (NoticeKind.ExtensionAsked, await People([request.UnitId], [Role.UnitHead]),
                "任务 {0}“{1}”的延期申请待您审签。", (object[])[task.Number, task.Title]),
            ExtensionState.WithOffice => (NoticeKind.ExtensionAsked, await Recipients.Office(db, task.JurisdictionId, day, ct),
                "{0} 申请将任务 {1}“{2}”延期至 {3}，请决定。", [await Asking(), task.Number, task.Title, request.NewDueOn]),
            ExtensionState.Granted => (NoticeKind.ExtensionDecided, await People([.. task.Units.Where(u => u.TakesPart).Select(u => u.UnitId)], Both),
                "任务 {0}“{1}”同意延期，期限改为 {2}。", [task.Number, task.Title, request.GrantedDueOn!.Value]),
            ExtensionState.Refused => (NoticeKind.ExtensionDecided, await People([request.UnitId], Both),
                "任务 {0}“{1}”不同意延期，期限仍为 {2}。", [task.Number, task.Title, task.CurrentDueOn]),
            ExtensionState.Returned => (NoticeKind.ExtensionDecided, [request.AskedById],
                "任务 {0}“{1}”的延期申请被本单位负责人退回。", [task.Number, task.Title]),
            ExtensionState.Lapsed => (NoticeKind.ExtensionDecided, [request.AskedById],
                task.IsOpen ? "任务 {0}“{1}”的牵头单位已变更，延期申请不再办理。"
                : task.State == TaskState.WrittenOff ? "任务 {0}“{1}”已销账，延期申请不再办理。" : "任务 {0}“{1}”已撤回，延期申请不再办理。", [task.Number, task.Title]),
        };
        db.Notify(people, kind, nameof(AnnualTask), task.Id, null, format, arguments);
        return new("Done", new Told(people.Count));

        async Task<List<Guid>> People(IReadOnlyCollection<Guid> units, IReadOnlyCollection<Role> roles) =>
            [.. (await Recipients.Of(db, units, roles, day, ct)).Select(r => r.PersonId).Distinct()];

        Task<string> Asking() => db.Units.Where(u => u.Id == request.UnitId).Select(u => u.Name).SingleAsync(ct);
    }

    private static readonly Role[] Both = [Role.Contact, Role.UnitHead];
}

/// <summary>The office's own delay goes on record: writes into the story that the answer is late.</summary>
public sealed class LapseReply(RuleBook rules) : ExtensionStep<Nothing>("Equalization.LapseReply")
{
    protected override async Task<Answer<Nothing>> Run(ExtensionRequest request, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        db.Tell(task.Id, ActKind.Extension, request.Id, null, "延期申请报送后 {0} 个工作日内未获答复，由领导小组办公室承担时长", set.ExtensionReplyWorkingDays);
        return new("Done", Nothing.Value);
    }
}
