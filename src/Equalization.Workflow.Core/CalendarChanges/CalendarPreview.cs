using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.CalendarChanges;

/// <summary>
/// SignTerm: the last day to sign for a task. ReportDue: the last day of a period's reports. ReplyDue: the day by which the office answers an
/// extension request. Timer: a step of a process that waits for the end of one of these days.
/// </summary>
public enum MoveKind
{
    SignTerm,
    ReportDue,
    ReplyDue,
    Timer,
}

/// <summary>One day that moves. Number is a task's, What the unit or the period; both of the reader's own jurisdiction.</summary>
public sealed record MoveRow(string? Number, string? What, DateOnly From, DateOnly To);

/// <summary>All moves of a kind, over all jurisdictions, and the first of them.</summary>
public sealed record MoveGroup(MoveKind Kind, int Count, IReadOnlyList<MoveRow> First);

/// <summary>What an import would do, before it is done. Basis is the newest import there is; saving refuses when another has come since.</summary>
public sealed record CalendarPreview(CalendarFile File, IReadOnlyList<DayChange> Changes, IReadOnlyList<MoveGroup> Moves, Guid? Basis)
{
    public IReadOnlyList<int> Years => [.. File.Days.Select(d => d.Day.Year).Distinct()];
}

/// <summary>Looks which days an import would move, and changes nothing.</summary>
public sealed class CalendarPreviewQueries(IDbContextFactory<WorkflowDb> contexts, TimeProvider clock)
{
    public const int FirstRows = 20;

    /// <summary>Refuses all but the administrator (not-allowed). A file with flaws is shown with them and moves nothing.</summary>
    public async Task<CalendarPreview> Preview(Actor actor, CalendarFile file, bool replaceYears, CancellationToken ct)
    {
        Permission.Require(CalendarPermissions.MayChange(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var basis = await Newest(db, ct);
        if (file.Flaws.Count > 0)
        {
            return new CalendarPreview(file, [], [], basis);
        }

        var now = new WorkingCalendar(await db.CalendarDays.AsNoTracking().ToListAsync(ct));
        var changes = DayChange.Between(now, file.Days, replaceYears);
        var reader = new Reader(db, actor, now, DayChange.Apply(now, changes), clock.Today());
        MoveGroup[] moves = changes.Count == 0 ? [] : [await reader.SignTerms(ct), await reader.ReportDues(ct), await reader.Replies(ct), await reader.Timers(ct)];
        return new CalendarPreview(file, changes, [.. moves.Where(m => m.Count > 0)], basis);
    }

    internal static async Task<Guid?> Newest(WorkflowDb db, CancellationToken ct) =>
        await db.CalendarImports.OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(ct);

    private sealed class Reader(WorkflowDb db, Actor actor, WorkingCalendar old, WorkingCalendar wanted, DateOnly today)
    {
        private const int PeriodsAhead = 5;

        private readonly Dictionary<DateOnly, DateOnly> moved = [];
        private readonly List<MoveRow> first = [];
        private int count;

        public async Task<MoveGroup> SignTerms(CancellationToken ct)
        {
            var rows = from part in db.TaskUnits
                       where part.State == TaskUnitState.ToSign && part.SignDueOn >= today
                       join task in db.AnnualTasks on part.TaskId equals task.Id
                       where task.ClosedOn == null
                       join unit in db.Units on part.UnitId equals unit.Id
                       orderby task.Number, unit.SortKey
                       select new { task.JurisdictionId, task.Number, unit.ShortName, task.IssuedAt, part.SignDueOn };
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            {
                Note(row.JurisdictionId, row.Number, row.ShortName, row.SignDueOn, SignTerm.Move(row.IssuedAt, row.SignDueOn, old, wanted, today), 1);
            }

            return Group(MoveKind.SignTerm);
        }

        public async Task<MoveGroup> ReportDues(CancellationToken ct)
        {
            var used = await db.AnnualTasks.Where(t => t.ClosedOn == null).Select(t => new { t.JurisdictionId, t.RuleSetNumber }).Distinct().ToListAsync(ct);
            foreach (var rules in (await db.RuleSets.AsNoTracking().ToListAsync(ct)).Where(r => used.Contains(new { r.JurisdictionId, RuleSetNumber = r.Number })))
            {
                var period = ReportPeriod.Containing(today, rules.ReportCycle).Previous(rules.ReportCycle);
                for (var i = 0; i <= PeriodsAhead; i++, period = ReportPeriod.Containing(period.LastDay.AddDays(1), rules.ReportCycle))
                {
                    var from = old.AddWorkingDays(period.LastDay, rules.ReportGraceWorkingDays);
                    var to = wanted.AddWorkingDays(period.LastDay, rules.ReportGraceWorkingDays);
                    if (from != to && (from >= today || to >= today))
                    {
                        Note(rules.JurisdictionId, null, period.Code, from, to, await Reporting(rules, period, ct));
                    }
                }
            }

            return Group(MoveKind.ReportDue);
        }

        public async Task<MoveGroup> Replies(CancellationToken ct)
        {
            var rows = await (from request in db.ExtensionRequests
                              where request.State == ExtensionState.WithOffice && request.SentToOfficeAt != null
                              join task in db.AnnualTasks on request.TaskId equals task.Id
                              join unit in db.Units on request.UnitId equals unit.Id
                              join rules in db.RuleSets on new { task.JurisdictionId, Number = task.RuleSetNumber } equals new { rules.JurisdictionId, rules.Number }
                              orderby task.Number
                              select new { task.JurisdictionId, task.Number, unit.ShortName, SentAt = request.SentToOfficeAt!.Value, rules.ExtensionReplyWorkingDays })
                .ToListAsync(ct);
            foreach (var row in rows)
            {
                var sent = ChinaTime.DayOf(row.SentAt);
                Note(row.JurisdictionId, row.Number, row.ShortName, old.AddWorkingDays(sent, row.ExtensionReplyWorkingDays), wanted.AddWorkingDays(sent, row.ExtensionReplyWorkingDays), 1);
            }

            return Group(MoveKind.ReplyDue);
        }

        /// <summary>To be asked last: timers stand on the days that the others move.</summary>
        public async Task<MoveGroup> Timers(CancellationToken ct)
        {
            var days = moved.ToDictionary(m => ChinaTime.StartOf(m.Key.AddDays(1)), m => m);
            var instants = days.Keys.ToList();
            var standing = await db.Set<Bookmark>().Where(b => b.Kind == BookmarkKind.Timer && b.DueAt != null && instants.Contains(b.DueAt.Value))
                .GroupBy(b => b.DueAt!.Value).Select(g => new { At = g.Key, Count = g.Count() }).ToListAsync(ct);
            foreach (var row in standing.OrderBy(r => r.At))
            {
                var (from, to) = days[DateTime.SpecifyKind(row.At, DateTimeKind.Utc)];
                Note(actor.JurisdictionId, null, null, from, to, row.Count);
            }

            return Group(MoveKind.Timer);
        }

        private Task<int> Reporting(RuleSet rules, ReportPeriod period, CancellationToken ct) =>
            (from part in db.TaskUnits
             join task in db.AnnualTasks on part.TaskId equals task.Id
             where task.JurisdictionId == rules.JurisdictionId && task.RuleSetNumber == rules.Number && task.ClosedOn == null
                   && part.State == TaskUnitState.Signed && part.StartOn <= period.LastDay && part.DueOn >= period.FirstDay
             select part.Id).CountAsync(ct);

        private void Note(Guid jurisdictionId, string? number, string? what, DateOnly from, DateOnly to, int times)
        {
            if (from == to || times == 0)
            {
                return;
            }

            count += times;
            moved.TryAdd(from, to);
            if (jurisdictionId == actor.JurisdictionId && first.Count < FirstRows)
            {
                first.Add(new MoveRow(number, what, from, to));
            }
        }

        private MoveGroup Group(MoveKind kind)
        {
            var group = new MoveGroup(kind, count, [.. first]);
            count = 0;
            first.Clear();
            return group;
        }
    }
}
