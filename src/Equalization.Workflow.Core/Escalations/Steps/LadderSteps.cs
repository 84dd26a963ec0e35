using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Steps;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations.Steps;

/// <param name="ActAt">Until when the ladder waits; null where it waits for people alone.</param>
public sealed record LadderClock(DateTimeOffset? ActAt);

/// <summary>
/// Where the ladder stands: one outcome for each rung that is due, else Waits, Rests or Settled as <see cref="LadderCourse"/> says. Notes a term that
/// ended without an answer, and ends a ladder whose task is closed or has another day.
/// </summary>
public sealed class CheckLadder(RuleBook rules, WorkingCalendars calendars)
    : LadderStep<LadderClock>("Equalization.CheckLadder", [.. Enum.GetNames<Rung>(), "Waits", "Rests", "Settled"])
{
    protected override async Task<Answer<LadderClock>> Run(Escalation matter, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (matter.IsMoot(task))
        {
            await End(matter, task, db, now, ct);
        }

        var calendar = (await calendars.Current(ct)).Without(task.Held);
        if (task.HeldSince is null && matter is { State: EscalationState.Open, Latest: { Rung: not Rung.Urge } last } && last.Lapse(calendar, now))
        {
            db.Tell(task.Id, ActKind.Supervision, last.Id, null, last.Rung == Rung.Letter ? "督办函 {0} 未在 {1} 前答复" : "督办通知单 {0} 未在 {1} 前答复",
                last.Number ?? "", last.AnswerDueOn!.Value);
        }

        var ladder = LadderRules.Of(await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct));
        var turn = LadderCourse.Of(matter, task, ladder, calendar, now);
        return new(turn.Call == LadderCall.Due ? turn.Rung!.Value.ToString() : turn.Call.ToString(), new LadderClock(turn.At));
    }
}

/// <summary>Which ladder, and which rung of it is due.</summary>
public sealed record RungInput(Guid EscalationId, string Rung);

/// <summary>
/// Fires one rung. Sent: the program's own, its term runs until ActAt. Proposed: drafted with its facts for the person who signs; the program never
/// issues it.
/// </summary>
public sealed class ProposeRung(RuleBook rules, WorkingCalendars calendars)
    : DomainStep<RungInput, LadderClock>("Equalization.ProposeRung", "Sent", "Proposed")
{
    protected override async Task<Answer<LadderClock>> Run(RungInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var (matter, task) = await LadderReading.Take(db, input.EscalationId, ct);
        db.ActIn(matter.JurisdictionId, now);
        var (set, calendar) = (await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct));
        var (ladder, rung) = (LadderRules.Of(set), Enum.Parse<Rung>(input.Rung));
        var rule = ladder.Of(rung, task.Risk);
        var isRepeat = matter.StepOn(rung) is not null;
        if (rule.Signer != LadderSigner.Program)
        {
            var facts = await LadderFacts.Of(db, matter, task, rung, now, rules, calendar, ct);
            var step = matter.Propose(rung, facts.Sentence(), now, rule.Signer, isRepeat);
            db.Add(new StepFacts(step, facts));
            await LadderNotices.Proposed(db, task, step, ct);
            return new("Proposed", new LadderClock(null));
        }

        var answerDueOn = calendar.AddWorkingDays(ChinaTime.DayOf(now), rule.Term);
        var text = LadderFacts.Urge(matter, task, set, calendar, answerDueOn, now);
        matter.Propose(rung, text, now, rule.Signer, isRepeat).ServeByItself(answerDueOn, now);
        // A person urged the unit that same day: its term runs all the same.
        if (!await db.Urges.AnyAsync(u => u.TaskUnitId == task.Lead.Id && u.On == ChinaTime.DayOf(now), ct))
        {
            await Urges.Send(db, task, task.Lead, text, isAutomatic: true, ct);
        }

        return new("Sent", new LadderClock(LadderCourse.Of(matter, task, ladder, calendar, now).At ?? now.AddDays(1)));
    }
}
