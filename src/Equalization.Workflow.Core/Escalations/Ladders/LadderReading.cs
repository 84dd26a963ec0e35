using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Steps;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations.Ladders;

/// <summary>The urge as far as the facts of a proposal ask.</summary>
internal sealed record UrgeLine(Guid TaskId, Guid UnitId, DateTime At, DateOnly On, DateTime? AnsweredAt);

/// <summary>
/// What a batch of ladders is decided from, read together before their timers fire: on a morning thousands are due at once. Only for a batch of nothing but
/// ladders, each of another task, since then no step changes what another rests on. What it holds of a matter is handed out once; whoever asks again
/// reads the database.
/// </summary>
public sealed class LadderReading
{
    private const string Definition = "escalation";

    private readonly Dictionary<Guid, Escalation> matters;
    private readonly Dictionary<Guid, AnnualTask> tasks;
    private readonly Dictionary<Guid, IReadOnlyList<Guid>> people = [];
    private readonly HashSet<Guid> taken = [];
    private readonly List<Guid> all;
    private Dictionary<Guid, WhySheet>? sheets;
    private ILookup<Guid, UrgeLine>? urges;

    private LadderReading(DateTime at, Dictionary<Guid, Escalation> matters, Dictionary<Guid, AnnualTask> tasks) => 
        (At, this.matters, this.tasks, all) = (at, matters, tasks, [.. tasks.Keys]);

    /// <summary>The instant as of which facts are read: nothing of the batch itself is in them.</summary>
    public DateTime At { get; }

    /// <summary>Reads for the instances whose timers fire next in this context; does nothing for a mixed batch or a single one.</summary>
    public static async Task Prepare(WorkflowDb db, IReadOnlyList<Guid> instanceIds, DateTime now, CancellationToken ct)
    {
        db.Prepared = null;
        var instances = await db.Set<Instance>().Where(i => instanceIds.Contains(i.Id)).Select(i => new { i.DefinitionId, i.CorrelationId }).ToListAsync(ct);
        if (instanceIds.Count < 2 || instances.Count != instanceIds.Count || instances.Exists(i => i.DefinitionId != Definition)
            || instances.DistinctBy(i => i.CorrelationId).Count() != instances.Count)
        {
            return;
        }

        var taskIds = instances.ConvertAll(i => Guid.Parse(i.CorrelationId!));
        var matters = await db.Escalations.AsNoTracking().Where(e => taskIds.Contains(e.TaskId) && e.State == EscalationState.Open)
            .Include(e => e.Steps).ThenInclude(s => s.Returns).AsSplitQuery().ToDictionaryAsync(e => e.Id, ct);
        var tasks = await db.AnnualTasks.AsNoTracking().Where(t => taskIds.Contains(t.Id)).Include(t => t.Units).ToDictionaryAsync(t => t.Id, ct);
        db.Prepared = new LadderReading(now, matters, tasks);
    }

    /// <summary>A matter with its steps and its task for a step of the process, tracked: as this act holds them, as they were read for the batch, or read now.</summary>
    internal static async Task<(Escalation Matter, AnnualTask Task)> Take(WorkflowDb db, Guid escalationId, CancellationToken ct)
    {
        if (db.AsTracked(() => db.Escalations.Local.FindEntry(escalationId) is { } e && e.Collection(nameof(Escalation.Steps)).IsLoaded ? e.Entity : null) is { } held)
        {
            return (held, await db.TaskOfStep(held.TaskId, ct));
        }

        if (db.Prepared is LadderReading read && read.matters.Remove(escalationId, out var matter) && read.tasks.Remove(matter.TaskId, out var task))
        {
            db.AttachRange(matter, task);
            db.AsTracked(() => db.Entry(matter).Collection(nameof(Escalation.Steps)).IsLoaded = true);
            db.AsTracked(() => db.Entry(task).Collection(nameof(AnnualTask.Units)).IsLoaded = true);
            read.taken.Add(task.Id);
            return (matter, task);
        }

        var found = await db.Escalations.Include(e => e.Steps).ThenInclude(s => s.Returns).AsSplitQuery().SingleAsync(e => e.Id == escalationId, ct);
        return (found, await db.TaskOfStep(found.TaskId, ct));
    }

    /// <summary>The sheet of a task's lead unit and the urges of the task up to the instant of the facts, which is the batch's where it was read for one.</summary>
    internal static async Task<(DateTime At, WhySheet Sheet, IReadOnlyList<UrgeLine> Urges)> Facts(
        WorkflowDb db, Guid taskId, DateTime at, RuleBook rules, WorkingCalendar calendar, CancellationToken ct)
    {
        if (db.Prepared is LadderReading read && read.taken.Contains(taskId) && read.At <= at)
        {
            await read.ReadFacts(db, rules, calendar, ct);
            return (read.At, read.sheets![taskId], [.. read.urges![taskId]]);
        }

        return (at, await WhySheets.OfTask(db, taskId, at, rules, calendar, ct), await Urges(db, [taskId], at, ct));
    }

    /// <summary>The same people are told of many proposals: asked once a batch.</summary>
    internal static async Task<IReadOnlyList<Guid>> People(WorkflowDb db, Guid of, Func<Task<IReadOnlyList<Guid>>> ask)
    {
        if (db.Prepared is not LadderReading read)
        {
            return await ask();
        }

        if (!read.people.TryGetValue(of, out var known))
        {
            read.people[of] = known = await ask();
        }

        return known;
    }

    private async Task ReadFacts(WorkflowDb db, RuleBook rules, WorkingCalendar calendar, CancellationToken ct)
    {
        if (sheets is not null)
        {
            return;
        }

        var ids = all;
        var leads = await db.TaskUnits.Where(u => ids.Contains(u.TaskId) && u.Role == UnitRole.Lead).Select(u => u.Id).ToListAsync(ct);
        urges = (await Urges(db, ids, At, ct)).ToLookup(u => u.TaskId);
        sheets = (await WhySheets.OfParts(db, leads, At, rules, calendar, ct)).Values.ToDictionary(s => s.TaskId);
    }

    private static Task<List<UrgeLine>> Urges(WorkflowDb db, List<Guid> taskIds, DateTime at, CancellationToken ct) =>
        db.Urges.Where(u => taskIds.Contains(u.TaskId) && u.At < at).Select(u => new UrgeLine(u.TaskId, u.UnitId, u.At, u.On, u.AnsweredAt)).ToListAsync(ct);
}
