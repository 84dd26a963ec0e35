using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Batches;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Desks.Rounds;
using Equalization.Workflow.Core.Desks.Waiting;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>Sections of 我的工作, in the order they are shown.</summary>
public enum WorkSection
{
    ToSign,
    Returned,
    ToApprove,
    ToDecide,
    ToAnswer,
    ToReport,
    DueSoon,
}

/// <summary>
/// One thing waiting. What is the document it is about (report, request) when not the task itself; Version is that of the row a button on
/// the line would post. Days: working days left to the day named, negative when past.
/// </summary>
public sealed record WorkItem(
    WorkSection Section, Guid TaskId, string Number, string Title, Guid? TaskUnitId, Guid? What, WorkKind Kind, int Version, Judgement? Judgement,
    string? Note, DateOnly DueOn, int DaysLeft, UnitRole? Role)
{
    /// <summary>A report that has not been begun and may repeat the unit's last one.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The later day an extension asks for.</summary>
    public DateOnly? AskedDueOn { get; init; }

    /// <summary>The edition whose proposals wait; its line is about no single task.</summary>
    public EditionAsks? Edition { get; init; }

    /// <summary>The act by which the line can be done together with others of its kind; null for what needs words of its own.</summary>
    public BatchAct? Together => Kind switch
    {
        WorkKind.SignFor => BatchAct.SignFor,
        WorkKind.Report when MayRepeat => BatchAct.NoChange,
        WorkKind.ApproveReport => BatchAct.ApproveReport,
        WorkKind.ApproveExtension => BatchAct.PassOnExtension,
        WorkKind.ApproveCompletion => BatchAct.PassOnCompletion,
        WorkKind.DecideExtension => BatchAct.GrantExtension,
        WorkKind.DecideCompletion => BatchAct.AcceptCompletion,
        _ => null,
    };

    /// <summary>The line as a batch picks it.</summary>
    public BatchPick Pick => Together switch
    {
        BatchAct.NoChange => new BatchPick(TaskUnitId!.Value, null, Note),
        BatchAct.SignFor => new BatchPick(TaskUnitId!.Value, Version),
        _ => new BatchPick(What ?? TaskId, Version),
    };
}

/// <summary>What the line's button does.</summary>
public enum WorkKind
{
    SignFor,
    Report,
    ReportReturned,
    CompletionReturned,
    ApproveReport,
    ApproveExtension,
    ApproveCompletion,
    DecideDecline,
    DecideExtension,
    DecideCompletion,
    AnswerHelp,
    DecideSupervision,
    AnswerSupervision,
    CheckLookBack,
    CheckBulletin,
    OpenInterview,
    Interview,
    OpenCase,
    Case,
    AnswerInstruction,
    ReadInstruction,
    AnswerRequest,
    CloseRequest,
    DecideDispute,
    WriteEvaluation,
    SubmitEvaluation,
    DecideStage,
    ReportRectified,
    RectifyProblem,
    RecheckProblem,
    DecideRevisions,
    Complete,
}

/// <summary>What waits for one person in one post. Truncated: more wait than the page's limit of each section shows.</summary>
public sealed record Desk(IReadOnlyList<WorkItem> Items, IReadOnlyDictionary<WorkSection, int> Counts, WorkItem? Next)
{
    public int Total => Counts.Where(c => c.Key != WorkSection.DueSoon).Sum(c => c.Value);
}

/// <summary>Reads 我的工作 for every role that works on tasks. At most <see cref="Limit"/> lines a section, the most urgent; counts are of all.</summary>
public sealed class WorkQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars)
{
    public const int Limit = 50;

    private const int SoonWorkingDays = 10;

    public Task<Desk> Load(Actor actor, CancellationToken ct) => Load(actor, null, ct);

    /// <summary>The same with up to as many lines of one section as can be done together.</summary>
    public Task<Desk> LoadWhole(Actor actor, WorkSection whole, CancellationToken ct) => Load(actor, whole, ct);

    private async Task<Desk> Load(Actor actor, WorkSection? whole, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var calendar = await calendars.Current(ct);
        var items = new List<WorkItem>();
        var counts = new Dictionary<WorkSection, int>();
        WorkItem? next = null;
        if (actor.Role is Role.Contact or Role.UnitHead)
        {
            next = await OwnParts(db, actor, calendar, items, counts, ct);
            await UnitPapers(db, actor, calendar, items, counts, ct);
            (await BulletinDesk.ToCheck(db, actor, calendar, ct)).ForEach(item => Add(items, counts, item));
        }

        if (actor.Role is Role.Contact or Role.UnitHead or Role.Leader)
        {
            (await InstructionDesk.Waiting(db, actor, calendar, ct)).ForEach(item => Add(items, counts, item));
        }

        if (actor.Role is Role.Contact or Role.UnitHead or Role.Office)
        {
            (await RequestDesk.Waiting(db, actor, calendar, ct)).ForEach(item => Add(items, counts, item));
            (await AccreditationDesk.Waiting(db, actor, calendar, ct)).ForEach(item => Add(items, counts, item));
        }

        if (actor.Role == Role.Office)
        {
            await OfficePapers(db, actor, calendar, items, counts, ct);
            (await LookBackDesk.Waiting(db, actor, calendar, ct)).ForEach(item => Add(items, counts, item));
            (await RevisionDesk.Waiting(db, actor, calendar, ct)).ForEach(item => Add(items, counts, item));
        }

        await Help(db, actor, calendar, items, counts, ct);
        await Papers(db, actor, calendar, items, counts, ct);
        (await InterviewDesk.Waiting(db, actor, calendar, ct)).ForEach(item => Add(items, counts, item));
        (await AccountabilityDesk.Waiting(db, actor, calendar, ct)).ForEach(item => Add(items, counts, item));
        var shown = items.OrderBy(i => i.DueOn).ThenBy(i => i.Number, StringComparer.Ordinal).GroupBy(i => i.Section).OrderBy(g => g.Key)
            .SelectMany(g => g.Take(g.Key == whole ? BatchService.MostAtOnce : Limit));
        return new Desk([.. shown], counts, next);
    }

    private static int Days(WorkingCalendar calendar, Actor actor, DateOnly due) => calendar.WorkingDaysBetween(actor.Day, due);

    /// <summary>To sign, to report, due soon: all from the unit's own open parts, judged today. Answers with the next thing to come.</summary>
    private async Task<WorkItem?> OwnParts(
        WorkflowDb db, Actor actor, WorkingCalendar calendar, List<WorkItem> items, Dictionary<WorkSection, int> counts, CancellationToken ct)
    {
        var parts = await (from p in db.TaskUnits.AsNoTracking()
                           join t in db.AnnualTasks on p.TaskId equals t.Id
                           where p.JurisdictionId == actor.JurisdictionId && p.UnitId == actor.UnitId && t.ClosedOn == null
                                 && (p.State == TaskUnitState.ToSign || p.State == TaskUnitState.Signed)
                           orderby p.DueOn, t.Number
                           select new { Part = p, t.Id, t.Number, t.Title, t.RuleSetNumber, t.State }).ToListAsync(ct);
        var partIds = parts.Where(p => p.Part.State == TaskUnitState.Signed).Select(p => p.Part.Id).ToList();
        var begun = await db.ProgressReports
            .Where(r => r.UnitId == actor.UnitId && r.JurisdictionId == actor.JurisdictionId && r.State != ReportState.Approved)
            .Select(r => new { r.TaskUnitId, r.PeriodLastDay, r.State })
            .ToListAsync(ct);
        var waiting = begun.Where(r => r.State == ReportState.WithHead).Select(r => r.TaskUnitId).ToHashSet();
        var written = begun.Select(r => (r.TaskUnitId, r.PeriodLastDay)).ToHashSet();
        WorkItem? next = null;
        foreach (var p in parts)
        {
            var set = await rules.Of(actor.JurisdictionId, p.RuleSetNumber, ct);
            var judgement = LightRule.Judge(p.Part.Facts, set, calendar, actor.Day);
            WorkItem Line(WorkSection section, WorkKind kind, DateOnly due, string? note = null) => new(
                section, p.Id, p.Number, p.Title, p.Part.Id, null, kind, p.Part.Version, judgement, note, due, Days(calendar, actor, due), p.Part.Role);

            if (p.Part.State == TaskUnitState.ToSign)
            {
                Add(items, counts, Line(WorkSection.ToSign, WorkKind.SignFor, p.Part.SignDueOn));
                continue;
            }

            var due = ReportDue(p.Part, set, calendar, actor.Day);
            if (p.Part.HeldSince is null && due is { } open && !waiting.Contains(p.Part.Id))
            {
                Add(items, counts, Line(WorkSection.ToReport, WorkKind.Report, open.DueOn, open.Period.Code) with
                {
                    MayRepeat = p.Part.ReportedThrough is not null && !written.Contains((p.Part.Id, open.Period.LastDay)),
                });
            }

            // What was returned waits under that name already.
            if (p.Part.HeldSince is not null || (p.Part.Role == UnitRole.Lead && p.State == TaskState.Returned))
            {
                continue;
            }

            if (p.Part.Role == UnitRole.Lead && p.State == TaskState.UnderWay
                && Days(calendar, actor, p.Part.DueOn) <= SoonWorkingDays)
            {
                var line = Line(WorkSection.DueSoon, WorkKind.Complete, p.Part.DueOn);
                Add(items, counts, line with { DaysLeft = line.DaysLeft + p.Part.HeldLateDays });
            }
            else if (next is null || p.Part.DueOn < next.DueOn)
            {
                next = Line(WorkSection.DueSoon, WorkKind.Complete, p.Part.DueOn);
            }
        }

        return next;
    }

    /// <summary>
    /// The report that is asked for now: the last ended period asked for when it lacks one, else the running period in its last fifteen days;
    /// null when nothing is asked yet.
    /// </summary>
    private static (ReportPeriod Period, DateOnly DueOn)? ReportDue(TaskUnit part, RuleSet set, WorkingCalendar calendar, DateOnly day)
    {
        var running = ReportPeriod.Containing(day, set.ReportCycle);
        var ended = OwedReports.Before(day, part.Held, set.ReportCycle);
        var from = part.SignedOn is { } signed && signed > part.StartOn ? signed : part.StartOn;
        foreach (var period in new[] { ended, running })
        {
            var asked = !part.Held.Covers(period.LastDay) && period.LastDay >= from && period.FirstDay <= part.DueOn && !(part.ReportedThrough >= period.LastDay);
            if (asked && day >= period.LastDay.AddDays(-15))
            {
                return (period, OwedReports.DueOn(period, part.Held, set, calendar));
            }
        }

        return null;
    }

    /// <summary>What the unit's own desk waits for: reports with the head or sent back, by the day the report is due; then what the office returned.</summary>
    private async Task UnitPapers(
        WorkflowDb db, Actor actor, WorkingCalendar calendar, List<WorkItem> items, Dictionary<WorkSection, int> counts, CancellationToken ct)
    {
        var reports = await (from r in db.ProgressReports.AsNoTracking()
                             join t in db.AnnualTasks on r.TaskId equals t.Id
                             join p in db.TaskUnits on r.TaskUnitId equals p.Id
                             where r.JurisdictionId == actor.JurisdictionId && r.UnitId == actor.UnitId && t.ClosedOn == null
                                   && (r.State == ReportState.WithHead || r.State == ReportState.Returned) && p.State != TaskUnitState.Released
                             select new { Report = r, Part = p, t.Number, t.Title, t.RuleSetNumber }).ToListAsync(ct);
        foreach (var row in reports)
        {
            var report = row.Report;
            var returned = report.State == ReportState.Returned;
            if (returned || actor.Role == Role.UnitHead)
            {
                var set = await rules.Of(actor.JurisdictionId, row.RuleSetNumber, ct);
                var dueOn = ReportPeriods.DueOn(report.Period, row.Part.Facts, set, calendar, actor.Day);
                Add(items, counts, new WorkItem(
                    returned ? WorkSection.Returned : WorkSection.ToApprove, report.TaskId, row.Number, row.Title, row.Part.Id, report.Id,
                    returned ? WorkKind.ReportReturned : WorkKind.ApproveReport, report.Version, null, returned ? report.ReturnReason : report.PeriodCode,
                    dueOn, Days(calendar, actor, dueOn), null));
            }
        }

        var back = await db.AnnualTasks
            .Where(t => t.JurisdictionId == actor.JurisdictionId && t.LeadUnitId == actor.UnitId && t.ClosedOn == null && t.State == TaskState.Returned)
            .Select(t => new { t.Id, t.Number, t.Title, t.Version, t.CurrentDueOn, Opinion = db.Reviews.Where(r => r.TaskId == t.Id).OrderByDescending(r => r.At).Select(r => r.Opinion).FirstOrDefault() })
            .ToListAsync(ct);
        foreach (var t in back)
        {
            Add(items, counts, new WorkItem(
                WorkSection.Returned, t.Id, t.Number, t.Title, null, null, WorkKind.CompletionReturned, t.Version, null, t.Opinion, t.CurrentDueOn,
                Days(calendar, actor, t.CurrentDueOn), UnitRole.Lead));
        }

        if (actor.Role == Role.UnitHead)
        {
            await Requests(db, actor, calendar, items, counts, WorkSection.ToApprove, ct);
        }
    }

    private static async Task OfficePapers(
        WorkflowDb db, Actor actor, WorkingCalendar calendar, List<WorkItem> items, Dictionary<WorkSection, int> counts, CancellationToken ct)
    {
        var declined = await (from p in db.TaskUnits
                              join t in db.AnnualTasks on p.TaskId equals t.Id
                              where p.JurisdictionId == actor.JurisdictionId && p.State == TaskUnitState.Declined && t.ClosedOn == null
                              select new { p.Id, p.Version, p.DeclineReason, p.Role, p.SignDueOn, TaskId = t.Id, t.Number, t.Title }).ToListAsync(ct);
        foreach (var d in declined)
        {
            Add(items, counts, new WorkItem(
                WorkSection.ToDecide, d.TaskId, d.Number, d.Title, d.Id, null, WorkKind.DecideDecline, d.Version, null, d.DeclineReason, d.SignDueOn,
                Days(calendar, actor, d.SignDueOn), d.Role));
        }

        await Requests(db, actor, calendar, items, counts, WorkSection.ToDecide, ct);
    }

    /// <summary>Extension and completion requests waiting for the unit head (own unit) or for the office (all units).</summary>
    private static async Task Requests(
        WorkflowDb db, Actor actor, WorkingCalendar calendar, List<WorkItem> items, Dictionary<WorkSection, int> counts, WorkSection section, CancellationToken ct)
    {
        var office = section == WorkSection.ToDecide;
        var extensionState = office ? ExtensionState.WithOffice : ExtensionState.WithHead;
        var extensions = await (from e in db.ExtensionRequests
                                join t in db.AnnualTasks on e.TaskId equals t.Id
                                where e.JurisdictionId == actor.JurisdictionId && e.State == extensionState && t.HeldSince == null && (office || e.UnitId == actor.UnitId)
                                select new { e.Id, e.Version, e.Reason, e.NewDueOn, TaskId = t.Id, t.Number, t.Title, t.CurrentDueOn }).ToListAsync(ct);
        foreach (var e in extensions)
        {
            Add(items, counts, new WorkItem(
                section, e.TaskId, e.Number, e.Title, null, e.Id, office ? WorkKind.DecideExtension : WorkKind.ApproveExtension, e.Version, null, e.Reason,
                e.CurrentDueOn, Days(calendar, actor, e.CurrentDueOn), null) { AskedDueOn = e.NewDueOn });
        }

        var completionState = office ? CompletionState.WithOffice : CompletionState.WithHead;
        var completions = await (from c in db.CompletionRequests
                                 join t in db.AnnualTasks on c.TaskId equals t.Id
                                 where c.JurisdictionId == actor.JurisdictionId && c.State == completionState && t.HeldSince == null && (office || c.UnitId == actor.UnitId)
                                 select new { c.Id, c.Version, c.AskedBy, TaskId = t.Id, t.Number, t.Title, t.CurrentDueOn }).ToListAsync(ct);
        foreach (var c in completions)
        {
            Add(items, counts, new WorkItem(
                section, c.TaskId, c.Number, c.Title, null, c.Id, office ? WorkKind.DecideCompletion : WorkKind.ApproveCompletion, c.Version, null, c.AskedBy,
                c.CurrentDueOn, Days(calendar, actor, c.CurrentDueOn), null));
        }
    }

    /// <summary>Help requests that the person's unit must answer; leaders answer those put to the leadership.</summary>
    private static async Task Help(
        WorkflowDb db, Actor actor, WorkingCalendar calendar, List<WorkItem> items, Dictionary<WorkSection, int> counts, CancellationToken ct)
    {
        if (actor.Role is Role.Auditor or Role.Admin)
        {
            return;
        }

        var help = await (from h in db.HelpRequests
                          join t in db.AnnualTasks on h.TaskId equals t.Id
                          where h.JurisdictionId == actor.JurisdictionId && h.OwnerUnitId == actor.UnitId && h.IsOpen
                          orderby h.AnswerDueOn
                          select new { h.Id, h.Version, h.Text, h.AnswerDueOn, TaskId = t.Id, t.Number, t.Title }).ToListAsync(ct);
        foreach (var h in help)
        {
            Add(items, counts, new WorkItem(
                WorkSection.ToAnswer, h.TaskId, h.Number, h.Title, null, h.Id, WorkKind.AnswerHelp, h.Version, null, h.Text, h.AnswerDueOn,
                Days(calendar, actor, h.AnswerDueOn), null));
        }
    }

    /// <summary>Proposals of the ladder for office and leaders to sign, served notices for the unit to answer.</summary>
    private static async Task Papers(
        WorkflowDb db, Actor actor, WorkingCalendar calendar, List<WorkItem> items, Dictionary<WorkSection, int> counts, CancellationToken ct)
    {
        if (actor.Role is not (Role.Office or Role.Leader or Role.Contact or Role.UnitHead))
        {
            return;
        }

        var signs = actor.Role is Role.Office or Role.Leader;
        var steps = signs
            ? db.EscalationSteps.SignedBy(db, actor).Where(s => s.State == StepState.Proposed)
            : db.EscalationSteps.SeenBy(actor).Where(s => s.State == StepState.Served && s.Rung != Rung.Urge);
        var papers = await (from s in steps
                            join t in db.AnnualTasks on s.TaskId equals t.Id
                            where !signs || t.HeldSince == null
                            orderby s.AnswerDueOn, s.ProposedAt
                            select new { s.Id, s.Version, s.Facts, s.Demand, s.AnswerDueOn, TaskId = t.Id, t.Number, t.Title, t.CurrentDueOn }).ToListAsync(ct);
        foreach (var p in papers)
        {
            var dueOn = p.AnswerDueOn ?? p.CurrentDueOn;
            Add(items, counts, new WorkItem(
                signs ? WorkSection.ToDecide : WorkSection.ToAnswer, p.TaskId, p.Number, p.Title, null, p.Id,
                signs ? WorkKind.DecideSupervision : WorkKind.AnswerSupervision, p.Version, null, p.Demand ?? p.Facts, dueOn, Days(calendar, actor, dueOn), null));
        }
    }

    private static void Add(List<WorkItem> items, Dictionary<WorkSection, int> counts, WorkItem item)
    {
        counts[item.Section] = counts.GetValueOrDefault(item.Section) + 1;
        items.Add(item);
    }
}
