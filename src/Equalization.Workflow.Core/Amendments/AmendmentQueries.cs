using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Lights;
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

    public TaskText Text { get; init; } = new("", "", "");

    public int ContentNumber { get; init; }

    public string Lead { get; init; } = "";

    /// <summary>Units that could take the lead; empty where it cannot be moved.</summary>
    public IReadOnlyList<UnitName> Leads { get; init; } = [];
}

/// <summary>The task that is to go on as others, as the form for them begins. EndsRequests: it has open ones.</summary>
public sealed record ReplacementForm(Guid TaskId, string Number, int Version, TaskText Text, Guid LeadUnitId, DateOnly DueOn, bool EndsRequests, IReadOnlyList<UnitName> Units)
{
    /// <summary>In their order, as written.</summary>
    public IReadOnlyList<(Guid Id, string Text)> Targets { get; init; } = [];
}

/// <summary>A task that came before or after another.</summary>
public sealed record RelatedTask(Guid Id, string Number, string Title, bool IsSuccessor);

/// <summary>Who signed for a text, and when.</summary>
public sealed record ReceiptLine(string Unit, string By, DateTime At);

/// <summary>A text of a task. Reason and By are of the decision it came by; null as issued.</summary>
public sealed record ContentVersion(int Number, TaskText Text, string? Reason, string? By, DateTime At, IReadOnlyList<ReceiptLine> Receipts);

/// <summary>All texts of a task, newest first, with the units that have still to sign for the one that holds.</summary>
public sealed record TaskContents(Guid TaskId, string Number, IReadOnlyList<ContentVersion> Versions, IReadOnlyList<string> ToSign);

/// <summary>Reads what was changed after issue.</summary>
public sealed class AmendmentQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars)
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

    /// <summary>Refuses with not-found a task the person does not see.</summary>
    public async Task<TaskContents> Contents(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = await db.AnnualTasks.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(t => t.Id == taskId, ct) ?? throw RuleBroken.Missing();
        var parts = await (from p in db.TaskUnits.AsNoTracking()
                           join u in db.Units on p.UnitId equals u.Id
                           where p.TaskId == taskId
                           orderby u.SortKey
                           select new { Part = p, u.Name }).ToListAsync(ct);
        var texts = await (from c in db.TaskContents.AsNoTracking()
                           join a in db.Amendments on c.AmendmentId equals a.Id into amendments
                           from a in amendments.DefaultIfEmpty()
                           where c.TaskId == taskId
                           orderby c.Number descending
                           select new { Content = c, Reason = a == null ? null : a.Reason, By = a == null ? null : a.By }).ToListAsync(ct);
        var receipts = (await (from r in db.SignReceipts
                               join u in db.Units on r.UnitId equals u.Id
                               where r.TaskId == taskId
                               orderby r.At
                               select new { r.Number, Line = new ReceiptLine(u.Name, r.By, r.At) }).ToListAsync(ct)).ToLookup(r => r.Number, r => r.Line);
        // Before the first amendment the task and its parts say it themselves.
        IReadOnlyList<ContentVersion> versions = texts.Count == 0
            ? [new ContentVersion(1, task.Text, null, null, task.IssuedAt, [.. parts.Where(p => p.Part.SignedAt is not null).Select(p => new ReceiptLine(p.Name, p.Part.SignedBy ?? "", p.Part.SignedAt!.Value))])]
            : [.. texts.Select(t => new ContentVersion(t.Content.Number, t.Content.Text, t.Reason, t.By, t.Content.At, [.. receipts[t.Content.Number]]))];
        return new TaskContents(taskId, task.Number, versions, [.. parts.Where(p => p.Part.State == TaskUnitState.ToSign).Select(p => p.Name)]);
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
            held = task.Resume(actor.Day, await calendars.Current(ct), await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct));
        }

        return new AmendmentForm(
            task.Id, task.Number, task.Title, version, task.State, task.FirstDueOn, dueOn, heldSince, body, held, held is null ? null : task.CurrentDueOn, completion,
            extension, units, actor.Day, undone, writeOff)
        {
            Text = task.Text,
            ContentNumber = task.ContentNumber,
            Lead = units.FirstOrDefault() ?? "",
            Leads = task.IsOpen && heldSince is null && task.State != TaskState.UnderReview ? await Choices(db, task, actor.Day, ct) : [],
        };
    }

    /// <summary>Refuses all but the office (not-allowed) and a task out of sight (not-found).</summary>
    public async Task<ReplacementForm> ReplacementForm(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = Permission.Found(
            await db.AnnualTasks.AsNoTracking().Include(t => t.Units).Include(t => t.Targets).AsSplitQuery().SingleOrDefaultAsync(t => t.Id == taskId, ct), t => TaskPermissions.MaySee(actor, t));
        Permission.Require(AmendmentPermissions.MayAmend(actor, task));
        var units = await MayLead(db, task, actor.Day).OrderBy(u => u.SortKey).Select(u => new UnitName(u.Id, u.Name)).ToListAsync(ct);
        var ends = await db.CompletionRequests.AnyAsync(c => c.TaskId == taskId && (c.State == CompletionState.WithHead || c.State == CompletionState.WithOffice), ct)
            || await db.ExtensionRequests.AnyAsync(e => e.TaskId == taskId && (e.State == ExtensionState.WithHead || e.State == ExtensionState.WithOffice), ct);
        return new ReplacementForm(task.Id, task.Number, task.Version, task.Text, task.LeadUnitId, task.CurrentDueOn, ends, units)
        {
            Targets = [.. task.Targets.OrderBy(t => t.Position).Select(t => (t.Id, t.AsWritten))],
        };
    }

    /// <summary>Tasks it came of and tasks that go on for it, as far as the person sees them, by number. Empty for a task out of sight.</summary>
    public async Task<IReadOnlyList<RelatedTask>> Related(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var seen = db.AnnualTasks.SeenBy(actor);
        if (!await seen.AnyAsync(t => t.Id == taskId, ct))
        {
            return [];
        }

        return await (from s in db.TaskSuccessions
                      where s.FromTaskId == taskId || s.ToTaskId == taskId
                      join t in seen on s.FromTaskId == taskId ? s.ToTaskId : s.FromTaskId equals t.Id
                      orderby t.Number
                      select new RelatedTask(t.Id, t.Number, t.Title, s.FromTaskId == taskId)).ToListAsync(ct);
    }

    /// <summary>Units of the city that exist on a day and are neither its office nor its leaders.</summary>
    internal static IQueryable<Unit> MayLead(WorkflowDb db, AnnualTask task, DateOnly day) => db.Units.Where(u =>
        u.JurisdictionId == task.JurisdictionId && (u.EndedOn == null || u.EndedOn >= day) && u.Kind != UnitKind.Office && u.Kind != UnitKind.Leadership);

    private static async Task<IReadOnlyList<UnitName>> Choices(WorkflowDb db, AnnualTask task, DateOnly day, CancellationToken ct)
    {
        var taken = task.Units.Where(u => u.Role != UnitRole.FormerLead).Select(u => u.UnitId).ToList();
        return await MayLead(db, task, day).Where(u => !taken.Contains(u.Id)).OrderBy(u => u.SortKey).Select(u => new UnitName(u.Id, u.Name)).ToListAsync(ct);
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
