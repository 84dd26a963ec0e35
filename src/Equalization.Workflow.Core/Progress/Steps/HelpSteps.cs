using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Progress.Steps;

/// <summary>Which matter to coordinate (需协调事项) a step is about.</summary>
public sealed record HelpInput(Guid HelpId);

/// <param name="AnswerEndsAt">End of the last day on which an answer is in time.</param>
public sealed record HelpTerm(DateTimeOffset AnswerEndsAt);

/// <summary>Open: within its term. Late: the term has ended without an answer. Answered: it was, or its task has ended.</summary>
public sealed class CheckHelp() : DomainStep<HelpInput, HelpTerm>("Equalization.CheckHelp", "Open", "Late", "Answered")
{
    protected override async Task<Answer<HelpTerm>> Run(HelpInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var help = await db.HelpRequests.SingleAsync(h => h.Id == input.HelpId, ct);
        // Nobody is late on a held task; resumption moves the day of answer and calls the process.
        var endsAt = ChinaTime.EndOf(await IsHeld(db, help, ct) ? ChinaTime.DayOf(now).AddYears(1) : help.AnswerDueOn);
        var outcome = !help.IsOpen ? "Answered" : endsAt <= now ? "Late" : "Open";
        return new(outcome, new HelpTerm(endsAt));
    }

    internal static Task<bool> IsHeld(WorkflowDb db, HelpRequest help, CancellationToken ct) => db.AnnualTasks.AnyAsync(t => t.Id == help.TaskId && t.HeldSince != null, ct);
}

/// <summary>How many people were told.</summary>
public sealed record Told(int People);

/// <summary>Tells the unit that must answer, and the office.</summary>
public sealed class TellHelpOwner() : DomainStep<HelpInput, Told>("Equalization.TellHelpOwner")
{
    protected override async Task<Answer<Told>> Run(HelpInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var help = await db.HelpRequests.SingleAsync(h => h.Id == input.HelpId, ct);
        var day = db.ActIn(help.JurisdictionId, now).Actor.Day;
        var task = await db.AnnualTasks.Where(t => t.Id == help.TaskId).Select(t => new { t.Number, t.Title }).SingleAsync(ct);
        var asking = await db.Units.Where(u => u.Id == help.AskingUnitId).Select(u => u.Name).SingleAsync(ct);
        var owner = await Recipients.Of(db, [help.OwnerUnitId], [Role.Contact, Role.UnitHead], day, ct);
        var office = await Recipients.Office(db, help.JurisdictionId, day, ct);
        List<Guid> people = [.. owner.Select(r => r.PersonId).Concat(office).Distinct()];
        db.Notify(people, NoticeKind.HelpAsked, nameof(HelpRequest), help.Id, null,
            "{0} 就任务 {1}“{2}”提出需协调事项，请在 {3} 前答复。", asking, task.Number, task.Title, help.AnswerDueOn);
        return new("Done", new Told(people.Count));
    }
}

/// <summary>Writes into the task's story that the day of answer has passed, but not while the task is held; the reminders do the rest.</summary>
public sealed class LapseHelp() : DomainStep<HelpInput, Nothing>("Equalization.LapseHelp")
{
    protected override async Task<Answer<Nothing>> Run(HelpInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var help = await db.HelpRequests.SingleAsync(h => h.Id == input.HelpId, ct);
        db.ActIn(help.JurisdictionId, now);
        if (await CheckHelp.IsHeld(db, help, ct))
        {
            return new("Done", Nothing.Value);
        }

        var owner = await db.Units.Where(u => u.Id == help.OwnerUnitId).Select(u => u.Name).SingleAsync(ct);
        db.Tell(help.TaskId, ActKind.HelpRequest, help.Id, null, "需协调事项未在 {0} 前得到 {1} 答复", help.AnswerDueOn, owner);
        return new("Done", Nothing.Value);
    }
}
