using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Requests;

/// <summary>A line of the list. Owner is null for the office; DaysLeft: working days to the day of answer, negative when past.</summary>
public sealed record RequestRow(
    Guid Id, Guid TaskId, string Number, string Title, RequestKind Kind, string Asking, string? Owner, string Text, DateOnly AnswerDueOn, int DaysLeft, RequestState State,
    DisputeOutcome? Outcome);

/// <summary>One request whole, and what the reader may do. SeesTask: a unit asked from outside may not open the task. Units: whom a decision may name.</summary>
public sealed record RequestView(
    RequestRow Row, RequestClock Clock, string AskedBy, DateTime AskedAt, string? Answer, string? AnsweredBy, DateTime? AnsweredAt, string? Change, string? NewUnit, DateTime? EndedAt,
    string? EndedWith, int Version, bool SeesTask, bool MayAnswer, bool MayDecide, bool MayClose, bool MayWithdraw, IReadOnlyList<RequestUnit> Units);

/// <summary>A unit that may be asked or named.</summary>
public sealed record RequestUnit(Guid Id, string Name);

/// <summary>What a unit has before it when asking. Suggested: five working days on. DecideBy: when a dispute raised today is to be decided.</summary>
public sealed record RequestForm(Guid TaskId, string Number, string Title, IReadOnlyList<RequestUnit> Units, DateOnly Suggested, DateOnly DecideBy);

/// <summary>Reads units' requests for screens.</summary>
public sealed class RequestQueries(IDbContextFactory<WorkflowDb> contexts, WorkingCalendars calendars, RuleBook rules)
{
    private const int SuggestedWorkingDays = 5;

    private const int MostOfTask = 10;

    /// <summary>Those the person sees, open ones first, the nearest day first.</summary>
    public async Task<Paged<RequestRow>> Page(Actor actor, RequestKind? kind, int number, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var seen = SeenBy(db, actor).Where(r => kind == null || r.Kind == kind);
        return new Paged<RequestRow>(await Rows(db, actor, seen, (number - 1) * size, size, ct), await seen.CountAsync(ct), number, size);
    }

    /// <summary>Those of one task that the person sees, for its page: open ones first, ten at most.</summary>
    public async Task<IReadOnlyList<RequestRow>> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Rows(db, actor, SeenBy(db, actor).Where(r => r.TaskId == taskId), 0, MostOfTask, ct);
    }

    /// <summary>Refuses with not-found whoever may not see it.</summary>
    public async Task<RequestView> One(Actor actor, Guid requestId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = Permission.Found(await db.UnitRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId, ct), r => RequestPermissions.MaySee(actor, r));
        var row = (await Rows(db, actor, SeenBy(db, actor).Where(r => r.Id == requestId), 0, 1, ct)).Single();
        var (isOpen, isHelp) = (found.State == RequestState.Open, found.Kind == RequestKind.Help);
        var mayDecide = isOpen && !isHelp && RequestPermissions.MayDecide(actor, found);
        var mayEnd = RequestPermissions.MayEnd(actor, found);
        return new RequestView(
            row, found.Clock, found.AskedBy, found.AskedAt, found.Answer, found.AnsweredBy, found.AnsweredAt, found.Change,
            found.NewUnitId is { } unit ? await db.Units.Where(u => u.Id == unit).Select(u => u.Name).SingleAsync(ct) : null, found.EndedAt, found.EndedWith, found.Version,
            await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Id == found.TaskId, ct), isOpen && isHelp && RequestPermissions.MayAnswer(actor, found), mayDecide,
            found.State == RequestState.Answered && mayEnd, !found.IsOver && mayEnd, mayDecide ? await Units(db, actor, found.AskingUnitId, ct) : []);
    }

    /// <summary>Refuses a task that is not theirs to see (not-found) and whoever has no part in it (not-allowed).</summary>
    public async Task<RequestForm> Form(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = Permission.Found(
            await db.AnnualTasks.AsNoTracking().Include(t => t.Units).SingleOrDefaultAsync(t => t.Id == taskId, ct), t => TaskPermissions.MaySee(actor, t));
        Permission.Require(RequestPermissions.MayAsk(actor, task));
        var (calendar, set) = (await calendars.Current(ct), await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct));
        return new RequestForm(
            task.Id, task.Number, task.Title, await Units(db, actor, actor.UnitId, ct), calendar.AddWorkingDays(actor.Day, WorkingDays.Of(SuggestedWorkingDays)),
            calendar.AddWorkingDays(actor.Day, set.SignTermWorkingDays));
    }

    private static async Task<IReadOnlyList<RequestUnit>> Units(WorkflowDb db, Actor actor, Guid butUnitId, CancellationToken ct) =>
        await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && u.Id != butUnitId && (u.EndedOn == null || u.EndedOn >= actor.Day)
                                  && u.Kind != UnitKind.Office && u.Kind != UnitKind.Leadership)
            .OrderBy(u => u.SortKey).Select(u => new RequestUnit(u.Id, u.Name)).ToListAsync(ct);

    /// <summary>The same sight as <see cref="RequestPermissions.MaySee"/>, as a filter.</summary>
    private static IQueryable<UnitRequest> SeenBy(WorkflowDb db, Actor actor)
    {
        var own = db.UnitRequests.Where(r => r.JurisdictionId == actor.JurisdictionId);
        return actor.ReadsAll(actor.JurisdictionId) ? own
            : actor.Role is Role.Contact or Role.UnitHead ? own.Where(r => r.AskingUnitId == actor.UnitId || r.OwnerUnitId == actor.UnitId)
            : own.Where(_ => false);
    }

    private async Task<IReadOnlyList<RequestRow>> Rows(WorkflowDb db, Actor actor, IQueryable<UnitRequest> seen, int skip, int take, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        var rows = await (from r in seen
                          join t in db.AnnualTasks on r.TaskId equals t.Id
                          join asking in db.Units on r.AskingUnitId equals asking.Id
                          join u in db.Units on r.OwnerUnitId equals u.Id into owners
                          from u in owners.DefaultIfEmpty()
                          orderby r.EndedAt != null, r.AnswerDueOn, r.Id
                          select new { r.Id, r.TaskId, t.Number, t.Title, r.Kind, Asking = asking.ShortName, Owner = u == null ? null : u.ShortName, r.Text, r.AnswerDueOn, r.State, r.Outcome })
            .Skip(skip).Take(take).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new RequestRow(
                r.Id, r.TaskId, r.Number, r.Title, r.Kind, r.Asking, r.Owner, r.Text, r.AnswerDueOn, calendar.WorkingDaysBetween(actor.Day, r.AnswerDueOn), r.State, r.Outcome)),
        ];
    }
}
