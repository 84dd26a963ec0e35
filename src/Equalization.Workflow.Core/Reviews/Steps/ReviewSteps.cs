using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Steps;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Reviews.Steps;

/// <summary>How many people were told.</summary>
public sealed record Told(int People);

/// <summary>Tells the office that a completion request waits for its review.</summary>
public sealed class TellReviewers() : TaskStep<Told>("Equalization.TellReviewers")
{
    protected override async Task<Answer<Told>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var lead = await db.Units.Where(u => u.Id == task.LeadUnitId).Select(u => u.Name).SingleAsync(ct);
        var office = await Recipients.Office(db, task.JurisdictionId, ChinaTime.DayOf(now), ct);
        db.Notify(office, NoticeKind.CompletionAsked, nameof(AnnualTask), task.Id, null,
            "{0} 申请办结任务 {1}“{2}”，请审核。", lead, task.Number, task.Title);
        return new("Done", new Told(office.Count));
    }
}

/// <param name="ReviewEndsAt">End of the last day on which the office reviews in time.</param>
public sealed record ReviewTerm(DateTimeOffset ReviewEndsAt);

/// <summary>Of a task under review. Waiting: the office's term runs. Late: it has ended without a review.</summary>
public sealed class CheckReview(RuleBook rules, WorkingCalendars calendars) : TaskStep<ReviewTerm>("Equalization.CheckReview", "Waiting", "Late")
{
    protected override async Task<Answer<ReviewTerm>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var sentAt = await db.CompletionRequests.Where(c => c.TaskId == task.Id && c.State == CompletionState.WithOffice)
            .Select(c => c.SentToOfficeAt).SingleAsync(ct)
            ?? throw new InvalidOperationException($"任务 {task.Number} 在审核中，办结申请却没有报送时间。");
        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        var endsAt = ChinaTime.EndOf((await calendars.Current(ct)).AddWorkingDays(ChinaTime.DayOf(sentAt), set.ReviewWorkingDays));
        return new(endsAt <= now ? "Late" : "Waiting", new ReviewTerm(endsAt));
    }
}

/// <summary>The office's own delay goes on record: writes into the story that the review is late.</summary>
public sealed class LapseReview(RuleBook rules) : TaskStep<Nothing>("Equalization.LapseReview")
{
    protected override async Task<Answer<Nothing>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        db.Tell(task.Id, ActKind.Completion, null, null, "办结申请报送后 {0} 个工作日内未获审核，由领导小组办公室承担时长", set.ReviewWorkingDays);
        return new("Done", Nothing.Value);
    }
}
