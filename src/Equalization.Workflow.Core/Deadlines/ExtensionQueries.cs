using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines;

/// <summary>A cooperating unit whose day moves with the task's.</summary>
public sealed record MovedUnit(string Unit, DateOnly From, DateOnly To);

/// <summary>
/// What a new day would do: days moved are calendar days from the current day and from the first; expected progress and light are as of today,
/// before and after.
/// </summary>
public sealed record ExtensionEffect(
    DateOnly FirstDueOn, DateOnly CurrentDueOn, DateOnly NewDueOn, int DaysMoved, int DaysFromFirst, int ExtensionsSoFar, Percent? Reported,
    Percent ExpectedNow, Percent ExpectedAfter, Judgement LightNow, Judgement LightAfter, IReadOnlyList<string> Targets, IReadOnlyList<MovedUnit> UnitsMoved);

/// <summary>An extension request as it is read.</summary>
public sealed record ExtensionRow(
    Guid Id, ExtensionState State, string Reason, string ProgressSoFar, string Measures, DateOnly DueOnWhenAsked, DateOnly NewDueOn, DateOnly? GrantedDueOn,
    string AskedBy, DateTime AskedAt, string? HeadApprovedBy, DateTime? SentToOfficeAt, string? Decision, string? DecidedBy, DateTime? DecidedAt, int Version,
    DateOnly? AnswerDueOn);

/// <summary>The extension page: the request in hand with its effect, those before it, and what this reader may do.</summary>
/// <param name="LastDayToAsk">Included; asking after it is refused.</param>
public sealed record ExtensionPage(
    Guid TaskId, string Number, string Title, int TaskVersion, DateOnly FirstDueOn, DateOnly CurrentDueOn, int ExtensionCount, DateOnly LastDayToAsk,
    ExtensionRow? Open, ExtensionEffect? Effect, IReadOnlyList<ExtensionRow> Earlier, bool MayAsk, bool MayPassOn, bool MayDecide);

/// <summary>Reads for extension requests.</summary>
public sealed class ExtensionQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars)
{
    /// <summary>Refuses with not-found a task the person does not see, with not-allowed a cooperating unit.</summary>
    public async Task<ExtensionPage> Page(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = await Task(db, actor, taskId, ct);
        Permission.Require(ExtensionPermissions.MaySee(actor, task.JurisdictionId, task.LeadUnitId));
        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        var calendar = await calendars.Current(ct);
        var requests = await db.ExtensionRequests.AsNoTracking().Where(e => e.TaskId == taskId).OrderByDescending(e => e.AskedAt).ToListAsync(ct);
        var open = requests.Find(e => e.IsOpen);
        var names = open is null ? [] : await Names(db, task, ct);
        var lastDay = task.CurrentDueOn.AddDays(-set.ExtensionDaysBefore);
        var underWay = task.State is TaskState.UnderWay or TaskState.Returned;
        return new ExtensionPage(
            task.Id, task.Number, task.Title, task.Version, task.FirstDueOn, task.CurrentDueOn, task.ExtensionCount, lastDay,
            open is null ? null : Row(open), open is null ? null : Effect(task, open.NewDueOn, set, calendar, actor.Day, names),
            [.. requests.Where(e => e != open).Select(Row)],
            open is null && underWay && actor.Day <= lastDay && ExtensionPermissions.MayAsk(actor, task),
            open is { State: ExtensionState.WithHead } && ExtensionPermissions.MayPassOn(actor, open),
            open is { State: ExtensionState.WithOffice } && ExtensionPermissions.MayDecide(actor, open));

        ExtensionRow Row(ExtensionRequest e) => new(
            e.Id, e.State, e.Reason, e.ProgressSoFar, e.Measures, e.DueOnWhenAsked, e.NewDueOn, e.GrantedDueOn, e.AskedBy, e.AskedAt, e.HeadApprovedBy,
            e.SentToOfficeAt, e.Decision, e.DecidedBy, e.DecidedAt, e.Version,
            e.SentToOfficeAt is { } sent ? calendar.Without(task.Held).AddWorkingDays(ChinaTime.DayOf(sent), set.ExtensionReplyWorkingDays) : null);
    }

    /// <summary>What granting this request with that day would do, for the decider and for who asks; refusals as <see cref="Page"/>.</summary>
    public async Task<ExtensionEffect> Effect(Actor actor, Guid taskId, DateOnly newDueOn, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = await Task(db, actor, taskId, ct);
        Permission.Require(ExtensionPermissions.MaySee(actor, task.JurisdictionId, task.LeadUnitId));
        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        return Effect(task, newDueOn, set, await calendars.Current(ct), actor.Day, await Names(db, task, ct));
    }

    private static async Task<AnnualTask> Task(WorkflowDb db, Actor actor, Guid taskId, CancellationToken ct) => Permission.Found(
        await db.AnnualTasks.AsNoTracking().Include(t => t.Units).Include(t => t.Targets).AsSplitQuery()
            .SingleOrDefaultAsync(t => t.Id == taskId && t.JurisdictionId == actor.JurisdictionId, ct),
        t => TaskPermissions.MaySee(actor, t));

    private static async Task<Dictionary<Guid, string>> Names(WorkflowDb db, AnnualTask task, CancellationToken ct)
    {
        var ids = task.Units.Select(u => u.UnitId).ToList();
        return await db.Units.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
    }

    private static ExtensionEffect Effect(
        AnnualTask task, DateOnly newDueOn, RuleSet set, WorkingCalendar calendar, DateOnly day, Dictionary<Guid, string> names)
    {
        var lead = task.Lead;
        var after = lead.Facts with { DueOn = newDueOn };
        var moved = task.Units.Where(u => u.Role == UnitRole.Cooperating && u.TakesPart && (u.DueOn == task.CurrentDueOn || u.DueOn > newDueOn));
        return new ExtensionEffect(
            task.FirstDueOn, task.CurrentDueOn, newDueOn, newDueOn.DayNumber - task.CurrentDueOn.DayNumber, newDueOn.DayNumber - task.FirstDueOn.DayNumber,
            task.ExtensionCount, lead.Reported, LightRule.Expected(lead.Facts, day), LightRule.Expected(after, day),
            LightRule.Judge(lead.Facts, set, calendar, day), LightRule.Judge(after, set, calendar, day),
            [.. task.Targets.OrderBy(t => t.Position).Select(t => t.AsWritten)], [.. moved.Select(u => new MovedUnit(names[u.UnitId], u.DueOn, newDueOn))]);
    }
}
