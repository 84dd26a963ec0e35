using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Amendments;

/// <summary>A decision with what the task was before and after it.</summary>
public sealed record AmendmentCard(Guid Id, AmendmentKind Kind, string Reason, AmendedFacts Before, AmendedFacts After, string By, DateTime At);

/// <summary>
/// What each change would do, for the page on which it is chosen. ResumedDueOn and WorkingDaysHeld: were it resumed today; null unless held. Ends: the open papers that a
/// withdrawal ends. DueBeforeExtension: the day that taking back the last extension leads to. WriteOff: its number, where it stands.
/// </summary>
public sealed record AmendmentForm(
    Guid TaskId, string Number, string Title, int Version, TaskState State, DateOnly FirstDueOn, DateOnly CurrentDueOn, DateOnly? HeldSince, string? AwaitedBody,
    int? WorkingDaysHeld, DateOnly? ResumedDueOn, bool EndsCompletion, bool EndsExtension, IReadOnlyList<string> Units, DateOnly Today,
    DateOnly? DueBeforeExtension, string? WriteOff)
{
    public bool MayHold => HeldSince is null && State != TaskState.UnderReview;
}

/// <summary>Reads what was changed after issue.</summary>
public sealed class AmendmentQueries(IDbContextFactory<WorkflowDb> contexts, WorkingCalendars calendars)
{
    private const int Most = 50;

    /// <summary>The decisions on one task, newest first, fifty at most. Refuses with not-found a task the person does not see.</summary>
    public async Task<IReadOnlyList<AmendmentCard>> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Id == taskId, ct))
        {
            throw RuleBroken.Missing();
        }

        var rows = await db.Amendments.AsNoTracking().Where(a => a.TaskId == taskId).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(Most).ToListAsync(ct);
        return [.. rows.Select(a => new AmendmentCard(a.Id, a.Kind, a.Reason, AmendedFacts.Read(a.Before), AmendedFacts.Read(a.After), a.By, a.At))];
    }

    /// <summary>Refuses all but the office (not-allowed) and a task out of sight (not-found).</summary>
    public async Task<AmendmentForm> Form(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = Permission.Found(
            await db.AnnualTasks.AsNoTracking().Include(t => t.Units).SingleOrDefaultAsync(t => t.Id == taskId, ct), t => TaskPermissions.MaySee(actor, t));
        Permission.Require(AmendmentPermissions.MayAmend(actor, task));
        var taking = task.Units.Where(u => u.TakesPart).Select(u => u.UnitId).ToList();
        var units = await db.Units.Where(u => taking.Contains(u.Id)).OrderByDescending(u => u.Id == task.LeadUnitId).ThenBy(u => u.SortKey).Select(u => u.Name).ToListAsync(ct);
        var completion = await db.CompletionRequests.AnyAsync(c => c.TaskId == taskId && (c.State == CompletionState.WithHead || c.State == CompletionState.WithOffice), ct);
        var extension = await db.ExtensionRequests.AnyAsync(e => e.TaskId == taskId && (e.State == ExtensionState.WithHead || e.State == ExtensionState.WithOffice), ct);
        var (version, dueOn, heldSince) = (task.Version, task.CurrentDueOn, task.HeldSince);
        var undone = task.IsOpen && heldSince is null ? await DayBeforeExtension(db, task, actor.Day, ct) : null;
        var writeOff = task.State == TaskState.WrittenOff
            ? await db.WriteOffs.Where(w => w.TaskId == taskId && w.RevokedOn == null).Select(w => w.Number).FirstOrDefaultAsync(ct) : null;
        string? body = null;
        int? held = null;
        if (heldSince is not null)
        {
            var after = await db.Amendments.Where(a => a.TaskId == taskId && a.Kind == AmendmentKind.Hold).OrderByDescending(a => a.At).Select(a => a.After).FirstAsync(ct);
            body = AmendedFacts.Read(after).AwaitedBody;
            // On the copy read here; nothing is saved.
            held = task.Resume(actor.Day, await calendars.Current(ct));
        }

        return new AmendmentForm(
            task.Id, task.Number, task.Title, version, task.State, task.FirstDueOn, dueOn, heldSince, body, held, held is null ? null : task.CurrentDueOn, completion,
            extension, units, actor.Day, undone, writeOff);
    }

    /// <summary>The day that holds once the extension that last moved the task is taken back; null when another decision moved it, or nothing would move.</summary>
    internal static async Task<DateOnly?> DayBeforeExtension(WorkflowDb db, AnnualTask task, DateOnly today, CancellationToken ct)
    {
        var last = await db.DueMoves.Where(m => m.TaskId == task.Id).OrderByDescending(m => m.At).ThenByDescending(m => m.Id)
            .Select(m => new { m.FromDueOn, IsExtension = db.ExtensionRequests.Any(e => e.Id == m.DecisionId) }).FirstOrDefaultAsync(ct);
        var dueOn = last?.FromDueOn > today ? last.FromDueOn : today;
        return last is { IsExtension: true } && dueOn < task.CurrentDueOn ? dueOn : null;
    }
}
