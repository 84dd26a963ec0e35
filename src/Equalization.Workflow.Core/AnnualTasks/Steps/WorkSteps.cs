using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Core.AnnualTasks.Steps;

/// <param name="DueEndsAt">End of the task's due day: from this instant on it is overdue.</param>
public sealed record DueTerm(DateTimeOffset DueEndsAt);

/// <summary>UnderWay: before its due day ends. Overdue: past it. UnderReview: the completion request lies with the office. Closed: written off or withdrawn.</summary>
public sealed class CheckWork() : TaskStep<DueTerm>("Equalization.CheckWork", "UnderWay", "Overdue", "UnderReview", "Closed")
{
    protected override Task<Answer<DueTerm>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        // While the task is held its day does not end; resuming raises deadline-moved, and the day is asked for anew.
        var endsAt = ChinaTime.EndOf(task.HeldSince is null ? task.CurrentDueOn : ChinaTime.DayOf(now).AddYears(1));
        var outcome = task.State switch
        {
            TaskState.WrittenOff or TaskState.Withdrawn => "Closed",
            TaskState.UnderReview => "UnderReview",
            TaskState.Issued or TaskState.UnderWay or TaskState.Returned => endsAt <= now ? "Overdue" : "UnderWay",
        };
        return Task.FromResult(new Answer<DueTerm>(outcome, new DueTerm(endsAt)));
    }
}

/// <summary>The lead unit's light after judging, with its reason and the rule set it rests on.</summary>
public sealed record JudgedLight(string Light, string Reason, int RuleSet, DateOnly DueOn);

/// <summary>Judges a task's parts anew at the end of its due day and books their lights; a lead that turned red is told in the story.</summary>
public sealed class PassDueDay(RuleBook rules, WorkingCalendars calendars) : TaskStep<JudgedLight>("Equalization.PassDueDay")
{
    protected override async Task<Answer<JudgedLight>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var (set, calendar, day) = (await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct), ChinaTime.DayOf(now));
        if (task.IsOpen)
        {
            db.TellLights(task, LightBook.Rejudge(task, set, calendar, day));
        }

        var judged = LightRule.Judge(task.Lead.Facts, set, calendar, day);
        return new("Done", new JudgedLight(judged.Light.ToString(), TextArguments.Fill(judged.Reason, judged.Arguments), set.Number, task.CurrentDueOn));
    }
}
