using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.CalendarChanges;

/// <summary>An import that its administrator has seen: the file's text and name, what was seen, and on which calendar.</summary>
public sealed record CalendarInput(string Text, string FileName, bool ReplaceYears, Guid? Basis);

/// <summary>
/// Saves a calendar, and afterwards, as a job, moves what counts by it: terms to sign move with their count of working days, and the
/// processes that wait hear “times-changed” and arm their timers anew. Days that somebody named as a date stay.
/// </summary>
public sealed class CalendarChangeService(Transact transact, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>The job that follows a saved calendar.</summary>
    public const string Job = "times-changed";

    /// <summary>The event that definitions wait for where they hold a timer.</summary>
    public const string Event = "times-changed";

    private const int BatchSize = 100;
    private const int LongestFileName = 200;

    /// <summary>
    /// Refuses all but the administrator (not-allowed), a file with flaws (calendar-flaws) or without a change (calendar-same), and a calendar
    /// changed since it was seen (stale).
    /// </summary>
    public async Task<Guid> Save(Actor actor, CalendarInput input, CancellationToken ct)
    {
        Permission.Require(CalendarPermissions.MayChange(actor));
        var file = CalendarFile.Read(input.Text);
        if (file.Flaws.Count > 0)
        {
            throw new RuleBroken("calendar-flaws", "文件有 {0} 处错误，没有保存。请改正后重新导入。", file.Flaws.Count) { Field = "File" };
        }

        var id = await transact.Run(actor, "导入工作日历", async (db, act) =>
        {
            if (await CalendarPreviewQueries.Newest(db, ct) != input.Basis)
            {
                throw RuleBroken.Changed();
            }

            var changes = DayChange.Between(new WorkingCalendar(await db.CalendarDays.AsNoTracking().ToListAsync(ct)), file.Days, input.ReplaceYears);
            if (changes.Count == 0)
            {
                throw new RuleBroken("calendar-same", "文件与现有日历相同，没有需要保存的变化。") { Field = "File" };
            }

            await Lay(db, changes, ct);
            var import = new CalendarImport
            {
                At = act.At,
                By = actor.Signature(),
                FileName = input.FileName.Cut(LongestFileName),
                Hash = file.Hash,
                Years = string.Join('、', changes.Select(c => c.Day.Year).Distinct()),
                Added = changes.Count(c => c.Before is null),
                Removed = changes.Count(c => c.After is null),
                Changed = changes.Count(c => c is { Before: not null, After: not null }),
                Changes = DayChange.Write(changes),
                Tasks = await db.AnnualTasks.CountAsync(t => t.ClosedOn == null, ct),
            };
            db.Add(import);
            db.AskForJob(Job);
            return import.Id;
        }, ct);
        calendars.Forget();
        return id;
    }

    /// <summary>Does what saved calendars have left to do, a hundred tasks to a transaction; answers with the tasks looked at.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        // Another process may have saved the calendar a moment ago.
        calendars.Forget();
        var all = 0;
        while (await transact.Run(Actor.System(Guid.Empty, clock.Today()), "按新日历调整时限", (db, act) => Batch(db, act, ct), ct) is { } done)
        {
            all += done;
        }

        return all;
    }

    private static async Task Lay(WorkflowDb db, IReadOnlyList<DayChange> changes, CancellationToken ct)
    {
        var named = changes.Select(c => c.Day).ToList();
        var there = await db.CalendarDays.Where(d => named.Contains(d.Day)).ToDictionaryAsync(d => d.Day, ct);
        foreach (var change in changes)
        {
            switch (there.GetValueOrDefault(change.Day), change.After)
            {
                case ({ } row, { } after):
                    row.Kind = after.Kind;
                    row.Name = after.Name;
                    break;
                case ({ } row, null):
                    db.Remove(row);
                    break;
                case (null, { } after):
                    db.Add(new CalendarDay { Day = after.Day, Kind = after.Kind, Name = after.Name });
                    break;
            }
        }
    }

    /// <summary>The next tasks of the oldest import that is not done; null when none is left.</summary>
    private static async Task<int?> Batch(WorkflowDb db, CurrentAct act, CancellationToken ct)
    {
        var open = await db.CalendarImports.Where(i => i.FinishedAt == null).OrderBy(i => i.At).ThenBy(i => i.Id).ToListAsync(ct);
        if (open.Count == 0)
        {
            return null;
        }

        var import = open[0];
        var last = import.LastTaskId;
        var tasks = await db.AnnualTasks.Include(t => t.Units.Where(u => u.State == TaskUnitState.ToSign && u.SignDueOn >= act.Actor.Day))
            .Where(t => t.ClosedOn == null && (last == null || t.Id > last))
            .OrderBy(t => t.Id).Take(BatchSize).ToListAsync(ct);
        if (tasks.Count == 0)
        {
            import.FinishedAt = act.At;
            return 0;
        }

        // What the calendar was after this import, and before it: later ones are taken back.
        var now = new WorkingCalendar(await db.CalendarDays.AsNoTracking().ToListAsync(ct));
        var wanted = open.Skip(1).Reverse().Aggregate(now, (calendar, later) => DayChange.Apply(calendar, DayChange.Read(later.Changes), back: true));
        var old = DayChange.Apply(wanted, DayChange.Read(import.Changes), back: true);
        foreach (var task in tasks)
        {
            MoveSignTerms(db, act, task, old, wanted);
        }

        foreach (var waiting in await Waiting(db, tasks, ct))
        {
            db.RaiseEvent(Event, waiting);
        }

        import.TasksDone += tasks.Count;
        import.LastTaskId = tasks[^1].Id;
        return tasks.Count;
    }

    private static void MoveSignTerms(WorkflowDb db, CurrentAct act, AnnualTask task, WorkingCalendar old, WorkingCalendar wanted)
    {
        foreach (var part in task.Units)
        {
            var from = part.SignDueOn;
            var to = SignTerm.Move(task.IssuedAt, from, old, wanted, act.Actor.Day);
            if (to != from)
            {
                part.MoveSignDue(to);
                db.ActIn(task.JurisdictionId, act.At);
                db.Tell(task.Id, ActKind.CalendarChange, part.Id, null, "工作日历调整，签收期限由 {0} 改为 {1}", from, to);
            }
        }
    }

    /// <summary>The tasks, and what is asked about them, on whose behalf an instance waits to hear of it.</summary>
    private static async Task<IReadOnlyList<Guid>> Waiting(WorkflowDb db, List<AnnualTask> tasks, CancellationToken ct)
    {
        var ids = tasks.Select(t => t.Id).ToList();
        var extensions = await db.ExtensionRequests.Where(e => ids.Contains(e.TaskId) && (e.State == ExtensionState.WithHead || e.State == ExtensionState.WithOffice))
            .Select(e => e.Id).ToListAsync(ct);
        var helps = await db.HelpRequests.Where(h => ids.Contains(h.TaskId) && h.IsOpen).Select(h => h.Id).ToListAsync(ct);
        var subjects = ids.Concat(extensions).Concat(helps).Select(ProcessMoves.Correlation).ToList();
        var waiting = await db.Set<Bookmark>().Where(b => b.EventName == Event && b.CorrelationId != null && subjects.Contains(b.CorrelationId))
            .Select(b => b.CorrelationId!).Distinct().ToListAsync(ct);
        return [.. waiting.Select(Guid.Parse).Order()];
    }
}
