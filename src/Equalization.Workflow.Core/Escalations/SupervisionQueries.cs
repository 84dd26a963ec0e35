using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Which papers a list shows. Waiting: proposed, for the office to sign. Out: served, the unit's term runs.</summary>
public enum SupervisionFilter
{
    Waiting,
    Out,
    All,
}

/// <summary>One paper or proposal in a list. DaysLeft: working days to the day of answer, negative when past; null where none runs.</summary>
public sealed record SupervisionRow(
    Guid Id, Guid TaskId, string TaskNumber, string TaskTitle, string Unit, StepState State, string? Number, DateTime ProposedAt, DateOnly? AnswerDueOn,
    int? DaysLeft, string Facts);

/// <summary>A rung of the matter's ladder: when it fired and what became of it; At is null for a rung not reached.</summary>
public sealed record RungRow(Rung Rung, StepState? State, DateTime? At, string? Number, string? By);

/// <summary>One paper with its matter's ladder and what this reader may do.</summary>
/// <param name="ProposedAnswerDueOn">The day of answer by the rules, for the form.</param>
public sealed record SupervisionView(
    EscalationStep Step, string TaskNumber, string TaskTitle, string Unit, DateOnly DueOn, int OverdueWorkingDays, EscalationState Matter, string? SettledBecause,
    IReadOnlyList<RungRow> Ladder, string DraftDemand, DateOnly ProposedAnswerDueOn, bool SeesTask, bool MayDecide, bool MayAnswer);

/// <summary>Reads supervision papers.</summary>
public sealed class SupervisionQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars)
{
    /// <summary>Newest first; a unit sees what was served on it.</summary>
    public async Task<Paged<SupervisionRow>> Page(Actor actor, SupervisionFilter filter, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var steps = db.EscalationSteps.AsNoTracking().SeenBy(actor).Where(s => s.Rung == Rung.Supervision);
        steps = filter switch
        {
            SupervisionFilter.Waiting => steps.Where(s => s.State == StepState.Proposed),
            SupervisionFilter.Out => steps.Where(s => s.State == StepState.Served),
            SupervisionFilter.All => steps,
        };
        var total = await steps.CountAsync(ct);
        var rows = await (from s in steps.OrderByDescending(s => s.ProposedAt).ThenBy(s => s.Id).Skip((page - 1) * size).Take(size)
                          join t in db.AnnualTasks on s.TaskId equals t.Id
                          join u in db.Units on s.UnitId equals u.Id
                          select new { Step = s, t.Number, t.Title, u.ShortName }).ToListAsync(ct);
        var calendar = await calendars.Current(ct);
        return new(
            [.. rows.OrderByDescending(r => r.Step.ProposedAt).ThenBy(r => r.Step.Id).Select(r => new SupervisionRow(
                r.Step.Id, r.Step.TaskId, r.Number, r.Title, r.ShortName, r.Step.State, r.Step.Number, r.Step.ProposedAt, r.Step.AnswerDueOn,
                r.Step is { State: StepState.Served, AnswerDueOn: { } due } ? calendar.WorkingDaysBetween(actor.Day, due) : null, r.Step.Facts))],
            total, page, size);
    }

    /// <summary>How many wait for this person: proposals for the office, served papers for a unit.</summary>
    public async Task<int> Waiting(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var wanted = actor.Role switch
        {
            Role.Office => StepState.Proposed,
            Role.Contact or Role.UnitHead => StepState.Served,
            Role.Leader or Role.Auditor or Role.Admin => (StepState?)null,
        };
        return wanted is not { } state
            ? 0
            : await db.EscalationSteps.SeenBy(actor).CountAsync(s => s.Rung == Rung.Supervision && s.State == state, ct);
    }

    /// <summary>Refuses with not-found what the person may not see.</summary>
    public async Task<SupervisionView> One(Actor actor, Guid stepId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var step = Permission.Found(
            await db.EscalationSteps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == stepId && s.Rung == Rung.Supervision, ct),
            s => EscalationPermissions.MaySee(actor, s));
        var matter = await db.Escalations.AsNoTracking().Include(e => e.Steps).SingleAsync(e => e.Id == step.EscalationId, ct);
        var task = await db.AnnualTasks.AsNoTracking().Include(t => t.Units).SingleAsync(t => t.Id == step.TaskId, ct);
        var unit = await db.Units.Where(u => u.Id == step.UnitId).Select(u => u.Name).SingleAsync(ct);
        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        var calendar = await calendars.Current(ct);
        return new SupervisionView(
            step, task.Number, task.Title, unit, matter.DueOn, Math.Max(0, calendar.WorkingDaysBetween(matter.DueOn, actor.Day)), matter.State, matter.SettledBecause,
            [.. Enum.GetValues<Rung>().Select(r => matter.StepOn(r)).Zip(Enum.GetValues<Rung>(), (s, r) =>
                new RungRow(r, s?.State, s?.DecidedAt ?? s?.ProposedAt, s?.Number, s?.DecidedBy))],
            $"请查明“{task.Title}”逾期原因，制定补办措施，明确完成时间，并书面答复。",
            calendar.AddWorkingDays(actor.Day, set.SupervisionTermWorkingDays), TaskPermissions.MaySee(actor, task),
            step.State == StepState.Proposed && EscalationPermissions.MayDecide(actor, step),
            step.State == StepState.Served && EscalationPermissions.MayAnswer(actor, step));
    }
}
