using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Instructions;

/// <summary>A line of the list. DaysLeft: working days to the answer's day, negative when past.</summary>
public sealed record InstructionRow(
    Guid Id, Guid TaskId, string Number, string Title, string Unit, string By, string Text, DateOnly AnswerDueOn, int DaysLeft, InstructionState State);

/// <summary>One instruction whole, and what the reader may do.</summary>
public sealed record InstructionView(
    InstructionRow Row, DateTime GivenAt, string? Answer, string? AnsweredBy, DateTime? AnsweredAt, DateTime? EndedAt, string? EndedWith,
    IReadOnlyList<InstructionTurn> Turns, int Version, bool MayAnswer, bool MayEnd);

/// <summary>A unit that an instruction on a task may go to; the lead unit first.</summary>
public sealed record InstructionUnit(Guid Id, string Name, bool IsLead);

/// <summary>What a leader has before him when writing. Suggested: the day for an ordinary and an urgent one, 15 and 3 days on, on a working day.</summary>
public sealed record InstructionForm(Guid TaskId, string Number, string Title, IReadOnlyList<InstructionUnit> Units, DateOnly Suggested, DateOnly SuggestedUrgent);

/// <summary>Reads instructions for screens.</summary>
public sealed class InstructionQueries(IDbContextFactory<WorkflowDb> contexts, WorkingCalendars calendars)
{
    /// <summary>领导批示, default terms in calendar days: ESCALATION §3.</summary>
    private const int OrdinaryDays = 15;

    private const int UrgentDays = 3;

    private const int MostOfTask = 10;

    /// <summary>Those the person sees, open ones first, the nearest day first; of one task when named.</summary>
    public async Task<Paged<InstructionRow>> Page(Actor actor, Guid? taskId, int number, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var seen = SeenBy(db, actor).Where(i => taskId == null || i.TaskId == taskId);
        return new Paged<InstructionRow>(await Rows(db, actor, seen, (number - 1) * size, size, ct), await seen.CountAsync(ct), number, size);
    }

    /// <summary>Those of one task that the person sees, for its page: open ones first, ten at most.</summary>
    public async Task<IReadOnlyList<InstructionRow>> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Rows(db, actor, SeenBy(db, actor).Where(i => i.TaskId == taskId), 0, MostOfTask, ct);
    }

    private async Task<IReadOnlyList<InstructionRow>> Rows(WorkflowDb db, Actor actor, IQueryable<Instruction> seen, int skip, int take, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        var rows = await (from i in seen
                          join t in db.AnnualTasks on i.TaskId equals t.Id
                          join u in db.Units on i.OwnerUnitId equals u.Id
                          orderby i.EndedAt != null, i.AnswerDueOn, i.Id
                          select new { i.Id, i.TaskId, t.Number, t.Title, Unit = u.ShortName, i.By, i.Text, i.AnswerDueOn, i.State })
            .Skip(skip).Take(take).ToListAsync(ct);
        return [.. rows.Select(r => new InstructionRow(r.Id, r.TaskId, r.Number, r.Title, r.Unit, r.By, r.Text, r.AnswerDueOn, calendar.WorkingDaysBetween(actor.Day, r.AnswerDueOn), r.State))];
    }

    /// <summary>Refuses with not-found whoever may not see it.</summary>
    public async Task<InstructionView> One(Actor actor, Guid instructionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = Permission.Found(
            await db.Instructions.AsNoTracking().Include(i => i.Turns.OrderBy(t => t.At)).SingleOrDefaultAsync(i => i.Id == instructionId, ct),
            i => InstructionPermissions.MaySee(actor, i));
        var task = await db.AnnualTasks.Where(t => t.Id == found.TaskId)
            .Select(t => new { t.Number, t.Title, Unit = db.Units.Where(u => u.Id == found.OwnerUnitId).Select(u => u.Name).First() }).SingleAsync(ct);
        var left = (await calendars.Current(ct)).WorkingDaysBetween(actor.Day, found.AnswerDueOn);
        return new InstructionView(
            new InstructionRow(found.Id, found.TaskId, task.Number, task.Title, task.Unit, found.By, found.Text, found.AnswerDueOn, left, found.State), found.GivenAt,
            found.Answer, found.AnsweredBy, found.AnsweredAt, found.EndedAt, found.EndedWith, found.Turns, found.Version,
            found.State == InstructionState.Open && InstructionPermissions.MayAnswer(actor, found),
            !found.IsOver && (InstructionPermissions.MayEnd(actor, found) || await InstructionSuccession.FallenTo(db, actor).AnyAsync(i => i.Id == found.Id, ct)));
    }

    /// <summary>Refuses all but leaders (not-allowed) and a task that is not theirs to see (not-found).</summary>
    public async Task<InstructionForm> Form(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = Permission.Found(
            await db.AnnualTasks.AsNoTracking().Include(t => t.Units).SingleOrDefaultAsync(t => t.Id == taskId, ct), t => AnnualTasks.TaskPermissions.MaySee(actor, t));
        Permission.Require(InstructionPermissions.MayGive(actor, task));
        var taking = task.Units.Where(u => u.TakesPart).Select(u => u.UnitId).ToList();
        var units = await db.Units.Where(u => taking.Contains(u.Id)).OrderByDescending(u => u.Id == task.LeadUnitId).ThenBy(u => u.SortKey)
            .Select(u => new InstructionUnit(u.Id, u.Name, u.Id == task.LeadUnitId)).ToListAsync(ct);
        var calendar = await calendars.Current(ct);
        return new InstructionForm(
            task.Id, task.Number, task.Title, units, OnOrAfter(calendar, actor.Day.AddDays(OrdinaryDays)), OnOrAfter(calendar, actor.Day.AddDays(UrgentDays)));
    }

    private static DateOnly OnOrAfter(WorkingCalendar calendar, DateOnly day) => calendar.IsWorkingDay(day) ? day : calendar.AddWorkingDays(day, 1);

    /// <summary>As <see cref="InstructionPermissions.MaySee"/> has it, in the database.</summary>
    internal static IQueryable<Instruction> SeenBy(WorkflowDb db, Actor actor)
    {
        var all = actor.ReadsAll(actor.JurisdictionId);
        var unit = actor.WorksFor(actor.UnitId) ? actor.UnitId : (Guid?)null;
        return db.Instructions.AsNoTracking().Where(i => i.JurisdictionId == actor.JurisdictionId && (all || i.OwnerUnitId == unit));
    }
}
