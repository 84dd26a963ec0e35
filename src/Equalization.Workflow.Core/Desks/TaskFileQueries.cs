using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>Reads the task page: at most seven commands, however long the history.</summary>
public sealed class TaskFileQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars)
{
    /// <summary>Lines of history on a page.</summary>
    public const int StorySize = 50;

    private const int AuditLimit = 100;

    /// <summary>Refuses with not-found a task the person does not see. Size: lines of history, for showing older ones.</summary>
    public async Task<TaskFile> Load(Actor actor, Guid taskId, StoryFilter filter, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var head = await (from t in db.AnnualTasks.AsNoTracking().SeenBy(actor)
                          join p in db.Plans on t.PlanId equals p.Id
                          where t.Id == taskId
                          select new { Task = t, PlanTitle = p.Title }).SingleOrDefaultAsync(ct) ?? throw RuleBroken.Missing();
        var task = head.Task;
        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        var calendar = await calendars.Current(ct);
        var parts = await Parts(db, task, set, calendar, actor.Day, ct);
        var open = await Open(db, task, ct);
        var story = await Story(db, taskId, filter, size, ct);
        var lead = parts.Single(p => p.Role == UnitRole.Lead);
        var writeOff = task.State == TaskState.WrittenOff
            ? await db.WriteOffs.Where(w => w.TaskId == taskId && w.RevokedOn == null).Select(w => new WriteOffLine(w.Number, w.On, w.Signers)).SingleOrDefaultAsync(ct)
            : null;
        var sees = new Reader(actor, task, parts, set, calendar);
        return new TaskFile(
            new TaskHead(
                task.Id, task.Number, task.Title, task.Content, task.Criteria, task.Year, task.State, task.Version, task.PlanId, head.PlanTitle,
                task.MeasurePosition, task.StartOn, task.FirstDueOn, task.CurrentDueOn,
                task.IsOpen && task.HeldSince is null ? calendar.WorkingDaysBetween(actor.Day, task.CurrentDueOn) + task.HeldLateDays : null, task.ExtensionCount, task.ReturnCount, task.IssuedAt,
                lead.Judgement, lead.Reported, task.Risk, task.Class, writeOff),
            parts, TurnBook.Of(sees, open), TurnBook.Acts(sees, open), story);
    }

    /// <summary>People of a unit to hand work on to, for the acting unit's own parts. Refuses whoever works for no unit (not-allowed).</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name, string Post)>> Colleagues(Actor actor, CancellationToken ct)
    {
        Permission.Require(actor.WorksFor(actor.UnitId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var people = await (from m in db.Memberships
                            join p in db.People on m.PersonId equals p.Id
                            where m.UnitId == actor.UnitId && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day)
                                  && (m.Role == Role.Contact || m.Role == Role.UnitHead)
                            orderby p.SortKey
                            select new { p.Id, p.Name, m.Post }).ToListAsync(ct);
        return [.. people.DistinctBy(p => p.Id).Select(p => (p.Id, p.Name, p.Post))];
    }

    /// <summary>The audit rows of a task and of what hangs on it, newest first. Refuses all but auditor and office (not-allowed).</summary>
    public async Task<IReadOnlyList<AuditRow>> Audit(Actor actor, Guid taskId, CancellationToken ct)
    {
        Permission.Require(AuditPermissions.MayRead(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Id == taskId, ct))
        {
            throw RuleBroken.Missing();
        }

        var ids = await db.TaskUnits.Where(u => u.TaskId == taskId).Select(u => u.Id)
            .Concat(db.TaskTargets.Where(t => t.TaskId == taskId).Select(t => t.Id))
            .Concat(db.ProgressReports.Where(r => r.TaskId == taskId).Select(r => r.Id))
            .Concat(db.ExtensionRequests.Where(e => e.TaskId == taskId).Select(e => e.Id))
            .Concat(db.CompletionRequests.Where(c => c.TaskId == taskId).Select(c => c.Id))
            .Concat(db.Reviews.Where(r => r.TaskId == taskId).Select(r => r.Id))
            .Concat(db.WriteOffs.Where(w => w.TaskId == taskId).Select(w => w.Id))
            .Concat(db.HelpRequests.Where(h => h.TaskId == taskId).Select(h => h.Id))
            .Concat(db.Instructions.Where(i => i.TaskId == taskId).Select(i => i.Id))
            .Concat(db.UnitRequests.Where(r => r.TaskId == taskId).Select(r => r.Id))
            .Concat(db.Amendments.Where(a => a.TaskId == taskId).Select(a => a.Id))
            .Concat(db.TaskContents.Where(c => c.TaskId == taskId).Select(c => c.Id))
            .Concat(db.SignReceipts.Where(r => r.TaskId == taskId).Select(r => r.Id))
            .Concat(db.Urges.Where(u => u.TaskId == taskId).Select(u => u.Id))
            .Concat(db.LookBacks.Where(l => l.TaskId == taskId).Select(l => l.Id))
            .ToListAsync(ct);
        var keys = ids.Append(taskId).Select(id => id.ToString()).ToList();
        return await db.AuditEntries.Where(e => e.JurisdictionId == actor.JurisdictionId && AuditedKinds.Contains(e.EntityKind) && keys.Contains(e.EntityId))
            .OrderByDescending(e => e.Sequence).Take(AuditLimit)
            .Select(e => new AuditRow(
                e.Sequence, e.At, e.PersonName, e.Post, e.UnitName, e.Act, e.EntityKind, e.EntityId, e.Change, e.Values, e.Hash))
            .ToListAsync(ct);
    }

    private static readonly string[] AuditedKinds =
    [
        nameof(AnnualTask), nameof(TaskUnit), nameof(TaskTarget), nameof(ProgressReport), nameof(ExtensionRequest), nameof(CompletionRequest), nameof(Review),
        nameof(WriteOff), nameof(HelpRequest), nameof(Urge), nameof(LookBack), nameof(Instruction), nameof(UnitRequest), nameof(Amendment), nameof(TaskContent), nameof(SignReceipt),
    ];

    private static async Task<List<PartLine>> Parts(
        WorkflowDb db, AnnualTask task, RuleSet set, WorkingCalendar calendar, DateOnly day, CancellationToken ct)
    {
        var rows = await (from p in db.TaskUnits.AsNoTracking()
                          join u in db.Units on p.UnitId equals u.Id
                          join h in db.People on p.HolderId equals h.Id into holders
                          from h in holders.DefaultIfEmpty()
                          where p.TaskId == task.Id
                          select new { Part = p, u.ShortName, u.Name, Holder = h == null ? null : h.Name }).ToListAsync(ct);
        return
        [
            .. rows.OrderBy(r => r.Part.Role).ThenBy(r => r.Part.Id).Select(r => new PartLine(
                r.Part.Id, r.Part.UnitId, r.ShortName, r.Name, r.Part.Role, r.Part.State, r.Part.Version, r.Part.Duty, r.Part.DueOn, r.Part.SignDueOn,
                r.Part.SignedBy, r.Part.SignedAt, r.Holder, r.Part.DeclineReason, r.Part.DeclineDecision, r.Part.Reported, r.Part.ReportedThrough,
                r.Part.OwnWord, LightRule.Judge(r.Part.Facts, set, calendar, day)) { Facts = r.Part.Facts }),
        ];
    }

    /// <summary>The documents that wait; nothing is asked of a task on which nobody has signed, or that is closed.</summary>
    private static async Task<OpenPapers> Open(WorkflowDb db, AnnualTask task, CancellationToken ct)
    {
        if (!task.IsOpen)
        {
            return new OpenPapers([], [], null, null);
        }

        var reports = await db.ProgressReports.Where(r => r.TaskId == task.Id && (r.State == ReportState.WithHead || r.State == ReportState.Returned)
                && db.TaskUnits.Any(u => u.Id == r.TaskUnitId && u.State != TaskUnitState.Released))
            .Select(r => new OpenReport(r.Id, r.UnitId, r.State, r.PeriodCode, r.PeriodLastDay, r.SubmittedAt)).ToListAsync(ct);
        var help = await (from h in db.HelpRequests
                          join u in db.Units on h.OwnerUnitId equals u.Id
                          where h.TaskId == task.Id && h.IsOpen
                          select new OpenHelp(h.Id, h.OwnerUnitId, u.ShortName, h.AnswerDueOn)).ToListAsync(ct);
        var extension = await db.ExtensionRequests
            .Where(e => e.TaskId == task.Id && (e.State == ExtensionState.WithHead || e.State == ExtensionState.WithOffice))
            .Select(e => new OpenExtension(e.Id, e.State, e.AskedAt, e.SentToOfficeAt)).FirstOrDefaultAsync(ct);
        var completion = await db.CompletionRequests
            .Where(c => c.TaskId == task.Id && (c.State == CompletionState.WithHead || c.State == CompletionState.WithOffice))
            .Select(c => new OpenCompletion(c.Id, c.State, c.AskedAt, c.SentToOfficeAt)).FirstOrDefaultAsync(ct);
        return new OpenPapers(reports, help, extension, completion);
    }

    private static async Task<StoryPage> Story(WorkflowDb db, Guid taskId, StoryFilter filter, int size, CancellationToken ct)
    {
        var lines = db.Stories.Where(s => s.TaskId == taskId);
        if (Kinds(filter) is { } kinds)
        {
            lines = lines.Where(s => kinds.Contains(s.Kind));
        }

        var found = await lines.OrderByDescending(s => s.At).Take(size + 1)
            .Select(s => new StoryLine(s.Id, s.At, s.Kind, s.PersonName, s.Post, s.UnitName, s.Format, s.Arguments, s.Detail, s.DocumentId))
            .ToListAsync(ct);

        // Lines of one act bear one instant; their ids were made in order, which a database may not sort by.
        return new StoryPage([.. found.OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Take(size)], found.Count > size, filter);
    }

    private static ActKind[]? Kinds(StoryFilter filter) => filter switch
    {
        StoryFilter.All => null,
        StoryFilter.Signing => [ActKind.Issue, ActKind.SignFor, ActKind.Decline, ActKind.DeclineDecision, ActKind.HandOn, ActKind.Recurrence, ActKind.UnitChange],
        StoryFilter.Progress => [ActKind.Report, ActKind.ReportApproval, ActKind.ReportReturn, ActKind.HelpRequest, ActKind.HelpAnswer, ActKind.DutyDispute, ActKind.DisputeDecision, ActKind.SharedReport, ActKind.GapTie],
        StoryFilter.Deadline => [ActKind.Extension, ActKind.ExtensionDecision, ActKind.CalendarChange, ActKind.DueMove],
        StoryFilter.Closing => [ActKind.Completion, ActKind.Return, ActKind.WriteOff, ActKind.Withdrawal, ActKind.Reopening, ActKind.LookBack, ActKind.Hold, ActKind.Amendment, ActKind.LeadMove],
        StoryFilter.Light => [ActKind.LightChange, ActKind.Risk],
        StoryFilter.Urging => [ActKind.Urge, ActKind.UrgeAnswer],
    };
}
