using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine;

namespace Equalization.Workflow.Core.Processes;

/// <summary>Reads together what the steps of these instances, whose timers fire next in this context, would each read for themselves.</summary>
public delegate Task TimerPreparation(WorkflowDb db, IReadOnlyList<Guid> instanceIds, DateTime now, CancellationToken ct);

/// <summary>Fires the timers that have fallen due. Waiting timers are rows; between two runs nothing is remembered.</summary>
public sealed class ProcessTimers(Transact transact, IWorkflowEngine engine, TimeProvider clock, TimerPreparation prepare)
{
    private const int AtOnce = 250;

    /// <summary>
    /// All that is due by now, oldest first, a few hundred to a transaction; answers with how many it fired. A timer that breaks its transaction stops its
    /// instance with an incident and holds up no other.
    /// </summary>
    public async Task<int> FireDue(CancellationToken ct)
    {
        var actor = Actor.System(Guid.Empty, clock.Today());
        var run = new TimerRun(engine, work => transact.Run(actor, "流程定时推进", (db, _) => work(db), ct))
        {
            Prepare = (db, due) => prepare((WorkflowDb)db, [.. due.Select(t => t.InstanceId).Distinct()], clock.UtcNow(), ct),
        };
        return (await run.Run(AtOnce, ct)).Fired;
    }
}
