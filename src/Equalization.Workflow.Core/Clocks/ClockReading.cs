using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Clocks;

/// <summary>
/// Reads what is recorded of tasks as it stood just before an instant: what was done at that very instant is left out, so that a reading in the act itself
/// and one made years later see the same. A fixed number of reads for any number of tasks up to <see cref="AtOnce"/>.
/// </summary>
public static class ClockReading
{
    /// <summary>Tasks read by one set of queries; a longer list is read in several.</summary>
    public const int AtOnce = 500;

    private static readonly ActKind[] Told = [ActKind.Issue, ActKind.Decline, ActKind.DeclineDecision, ActKind.Withdrawal, ActKind.Reopening, ActKind.Amendment, ActKind.LeadMove, ActKind.UnitChange];

    /// <summary>The facts of each task by its id. Permission is the caller's matter.</summary>
    public static async Task<Dictionary<Guid, ClockFacts>> Of(WorkflowDb db, IReadOnlyCollection<Guid> taskIds, DateTime at, CancellationToken ct)
    {
        var facts = new Dictionary<Guid, ClockFacts>(taskIds.Count);
        foreach (var some in taskIds.Chunk(AtOnce))
        {
            await Read(db, [.. some], at, facts, ct);
        }

        return facts;
    }

    /// <summary>For a screen: what was done at this very instant counts.</summary>
    public static DateTime Until(DateTime now) => now.AddTicks(1);

    private static async Task Read(WorkflowDb db, List<Guid> ids, DateTime at, Dictionary<Guid, ClockFacts> facts, CancellationToken ct)
    {
        var tasks = await db.AnnualTasks.Where(t => ids.Contains(t.Id))
            .Select(t => new TaskRow(t.Id, t.IssuedAt, t.FirstDueOn, t.CurrentDueOn, t.ClosedOn)).ToListAsync(ct);
        var parts = (await db.TaskUnits.Where(u => ids.Contains(u.TaskId))
            .Select(u => new PartRow(u.Id, u.TaskId, u.UnitId, u.Role, u.State, u.DueOn, u.SignDueOn, u.SignedAt)).ToListAsync(ct)).ToLookup(u => u.TaskId);
        var moves = (await db.DueMoves.Where(m => ids.Contains(m.TaskId) && m.At < at).Select(m => new { m.TaskId, m.At, m.ToDueOn }).ToListAsync(ct))
            .ToLookup(m => m.TaskId);
        var reports = (await db.ProgressReports
            .Where(r => ids.Contains(r.TaskId) && r.State == ReportState.Approved && r.ApprovedAt < at)
            .Select(r => new { r.TaskUnitId, r.ApprovedAt, r.PeriodLastDay, r.Percent, r.OwnWord }).ToListAsync(ct)).ToLookup(r => r.TaskUnitId);
        var told = (await db.Stories.Where(s => ids.Contains(s.TaskId) && Told.Contains(s.Kind))
            .Select(s => new Line(s.TaskId, s.At, s.Kind, s.DocumentId, s.Arguments)).ToListAsync(ct)).ToLookup(s => s.TaskId);
        var completions = (await (from c in db.CompletionRequests
                                  join r in db.Reviews on c.Id equals r.CompletionRequestId into reviews
                                  from r in reviews.DefaultIfEmpty()
                                  where ids.Contains(c.TaskId) && c.SentToOfficeAt != null
                                  select new { c.TaskId, From = c.SentToOfficeAt!.Value, Until = r == null ? null : (DateTime?)r.At, Accepted = r != null && r.Accepted })
            .ToListAsync(ct)).ToLookup(c => c.TaskId);
        var extensions = (await db.ExtensionRequests.Where(e => ids.Contains(e.TaskId) && e.SentToOfficeAt < at)
            .Select(e => new { e.TaskId, From = e.SentToOfficeAt!.Value, Until = e.DecidedAt, e.State }).ToListAsync(ct)).ToLookup(e => e.TaskId);
        var helps = (await (from h in db.HelpRequests
                            join r in db.ProgressReports on h.ReportId equals r.Id
                            join u in db.Units on h.OwnerUnitId equals u.Id
                            where ids.Contains(h.TaskId) && r.ApprovedAt < at
                            select new { h.TaskId, h.AskingUnitId, h.OwnerUnitId, u.Kind, From = r.ApprovedAt!.Value, Until = h.AnsweredAt ?? h.EndedAt }).ToListAsync(ct))
            .ToLookup(h => h.TaskId, h => new HelpStay(h.AskingUnitId, h.Kind == UnitKind.Office ? null : h.OwnerUnitId, StayOf(h.From, h.Until, at)));
        // A decision made later than the instant has not yet booked the days to the asker.
        var requests = (await db.UnitRequests.Where(r => ids.Contains(r.TaskId) && r.AskedAt < at && (r.Clock == RequestClock.Asked || r.AnsweredAt >= at))
                .Select(r => new { r.TaskId, r.Kind, r.AskingUnitId, r.OwnerUnitId, r.AskedAt, Until = r.AnsweredAt ?? r.EndedAt }).ToListAsync(ct))
            .ToLookup(r => r.TaskId, r => new HelpStay(r.AskingUnitId, r.OwnerUnitId, StayOf(r.AskedAt, r.Until, at)) { IsDispute = r.Kind == RequestKind.Dispute });
        var holds = (await db.Amendments
            .Where(a => ids.Contains(a.TaskId) && a.At < at && (a.Kind == AmendmentKind.Hold || a.Kind == AmendmentKind.Resumption))
            .OrderBy(a => a.At).Select(a => new { a.TaskId, a.Kind, a.At, a.FromOn }).ToListAsync(ct)).ToLookup(a => a.TaskId);
        // Moves made after the instant count too: until them the units they name led.
        var leads = (await db.Amendments.Where(a => ids.Contains(a.TaskId) && a.Kind == AmendmentKind.LeadMoved).OrderBy(a => a.At).Select(a => new { a.TaskId, a.At, a.Before }).ToListAsync(ct))
            .ToLookup(a => a.TaskId, a => (ChinaTime.DayOf(a.At), AmendedFacts.Read(a.Before).LeadUnitId!.Value));
        foreach (var task in tasks)
        {
            var withdrawals = told[task.Id].Where(s => s.Kind == ActKind.Withdrawal).Select(s => s.At).ToList();
            var closures = Closures(
                task, [.. completions[task.Id].Where(c => c.Accepted).Select(c => c.Until!.Value), .. withdrawals],
                [.. told[task.Id].Where(s => s.Kind == ActKind.Reopening).Select(s => s.At)], at);
            facts[task.Id] = new ClockFacts(
                task.Id, ChinaTime.DayOf(task.IssuedAt), ChinaTime.DayOf(at), task.FirstDueOn,
                [.. moves[task.Id].OrderBy(m => m.At).Select(m => new MovedDue(ChinaTime.DayOf(m.At), m.ToDueOn))],
                closures,
                [
                    .. parts[task.Id].OrderBy(p => p.Role).ThenBy(p => p.Id).Select(p => Part(
                        p, task, [.. told[task.Id].Where(s => s.DocumentId == p.Id || s.Kind is ActKind.Issue or ActKind.Amendment).OrderBy(s => s.At)],
                        [
                            .. reports[p.Id].Select(r => new BookedReport(ChinaTime.DayOf(r.ApprovedAt!.Value), r.PeriodLastDay, r.Percent) { OwnWord = r.OwnWord }),
                            // What an earlier lead reported for the task stands; its own word of how it would go does not bind the next.
                            .. p.Role != UnitRole.Lead ? [] : parts[task.Id].Where(f => f.Role == UnitRole.FormerLead).SelectMany(f => reports[f.Id])
                                .Select(r => new BookedReport(ChinaTime.DayOf(r.ApprovedAt!.Value), r.PeriodLastDay, r.Percent)),
                        ], at)),
                ],
                [.. completions[task.Id].Where(c => c.From < at).Select(c => StayOf(c.From, c.Until, at))],
                // What lapsed was let go of when the task was closed.
                [.. extensions[task.Id].Select(e => StayOf(e.From, e.Until, at) is { Until: null } open && e.State == ExtensionState.Lapsed
                    ? open with { Until = closures.FirstOrDefault(c => c.From >= open.From)?.From } : StayOf(e.From, e.Until, at))],
                [.. helps[task.Id], .. requests[task.Id]])
            {
                FormerLeads = [.. leads[task.Id]],
                Holds =
                [
                    // It ends with the resumption, or with the task.
                    .. holds[task.Id].Where(a => a.Kind == AmendmentKind.Hold).Select(a => StayOf(
                        ChinaTime.StartOf(a.FromOn.AddDays(-1)),
                        holds[task.Id].Where(r => r.Kind == AmendmentKind.Resumption && r.At > a.At).Select(r => r.At).Concat(withdrawals.Where(w => w > a.At)).Min(w => (DateTime?)w), at)),
                ],
            };
        }
    }

    /// <summary>Off the ledger from each write-off or withdrawal to the reopening after it. A task laid down as closed has only its day; one closed later that day has an act.</summary>
    private static List<Stay> Closures(TaskRow task, List<DateTime> closings, List<DateTime> reopenings, DateTime at) => closings.Count == 0
        ? task.ClosedOn is { } on && on <= ChinaTime.DayOf(at) ? [new Stay(on, null)] : []
        : [.. closings.Where(c => c < at).Order().Select(c => StayOf(c, reopenings.Where(r => r > c).Select(r => (DateTime?)r).Min(), at))];

    private static ClockPart Part(PartRow part, TaskRow task, List<Line> told, List<BookedReport> reports, DateTime at)
    {
        var signedAt = part.SignedAt < at ? part.SignedAt : null;
        var declines = new List<Stay>();
        foreach (var decline in told.Where(s => s.Kind == ActKind.Decline && s.At < at))
        {
            var decided = told.Where(s => s.Kind is ActKind.DeclineDecision or ActKind.Withdrawal or ActKind.Amendment or ActKind.UnitChange && s.At > decline.At).Select(s => (DateTime?)s.At).FirstOrDefault();
            declines.Add(StayOf(decline.At, decided ?? (part.SignedAt > decline.At ? part.SignedAt : null), at));
        }

        var released = part.State != TaskUnitState.Released ? null : told.LastOrDefault(s => s.Kind is ActKind.DeclineDecision or ActKind.Withdrawal or ActKind.UnitChange && s.At < at);
        return new ClockPart(
            part.Id, part.UnitId, part.Role, part.DueOn < task.CurrentDueOn ? part.DueOn : null, SignDueOn(part, told, at),
            signedAt is { } signed ? ChinaTime.DayOf(signed) : null, released is null ? null : ChinaTime.DayOf(released.At), declines, reports);
    }

    /// <summary>The part bears the day of the last decision; before that, the day that the line of history of its time names.</summary>
    private static DateOnly SignDueOn(PartRow part, List<Line> told, DateTime at)
    {
        var later = told.Any(s => s.Kind is ActKind.DeclineDecision or ActKind.Amendment or ActKind.LeadMove or ActKind.UnitChange && s.At >= at);
        var named = told.LastOrDefault(s => s.Kind is ActKind.Issue or ActKind.DeclineDecision or ActKind.Amendment or ActKind.LeadMove or ActKind.UnitChange && s.At < at);
        return later && named is not null && TextArguments.Unpack(named.Arguments).LastOrDefault() is DateOnly day ? day : part.SignDueOn;
    }

    private static Stay StayOf(DateTime from, DateTime? until, DateTime at) => new(ChinaTime.DayOf(from), until < at ? ChinaTime.DayOf(until.Value) : null);

    private sealed record TaskRow(Guid Id, DateTime IssuedAt, DateOnly FirstDueOn, DateOnly CurrentDueOn, DateOnly? ClosedOn);

    private sealed record PartRow(
        Guid Id, Guid TaskId, Guid UnitId, UnitRole Role, TaskUnitState State, DateOnly DueOn, DateOnly SignDueOn, DateTime? SignedAt);

    private sealed record Line(Guid TaskId, DateTime At, ActKind Kind, Guid? DocumentId, string Arguments);
}
