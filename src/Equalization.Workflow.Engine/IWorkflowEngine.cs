using Equalization.Workflow.Engine.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Engine;

/// <summary>
/// Runs definitions. Every call works inside the transaction that is open on the context it is given and commits nothing itself; a
/// <see cref="DbUpdateConcurrencyException"/> means that another writer won and the whole action is to be run again. When a step fails the call
/// still succeeds: the instance is stopped with an incident, the step's writes are undone, and the context tracks nothing any more.
/// </summary>
public interface IWorkflowEngine
{
    /// <summary>Stores versions that are new. Refuses with <see cref="EngineRefused.DefinitionChanged"/> a known version whose meaning has changed.</summary>
    Task Publish(DbContext db, IEnumerable<Definition> definitions, CancellationToken ct);

    /// <summary>The flaws of stored versions that still have live instances, judged by the activities in this program.</summary>
    Task<IReadOnlyList<Flaw>> CheckLive(DbContext db, CancellationToken ct);

    /// <summary>Starts the published version and runs it to its first wait.</summary>
    Task<Guid> Start(DbContext db, StartRequest request, CancellationToken ct);

    /// <summary>Brings an event to every bookmark that waits for it, in the order the instances were started; returns how many it reached.</summary>
    Task<int> Raise(DbContext db, RaisedEvent raised, CancellationToken ct);

    /// <summary>
    /// Brings an event to the next so many instances that wait for it. A job that must reach thousands calls it page by page, each in a transaction of
    /// its own, with what the page before gave as <see cref="RaisedPage.Next"/>; no instance is reached twice, though it waits for the event again.
    /// </summary>
    Task<RaisedPage> RaisePage(DbContext db, RaisedEvent raised, Guid? after, int most, CancellationToken ct);

    /// <summary>Fires due timers in the order they fell due, at most so many; returns how many it took. A job uses <see cref="TimerRun"/>.</summary>
    Task<int> FireDue(DbContext db, int most, CancellationToken ct);

    /// <summary>The timers due now, in the order they fell due, at most so many. Those of stopped instances rest.</summary>
    Task<IReadOnlyList<DueTimer>> Due(DbContext db, int most, CancellationToken ct);

    /// <summary>Fires timers; one that is gone meanwhile does nothing.</summary>
    Task Fire(DbContext db, IReadOnlyList<DueTimer> timers, CancellationToken ct);

    /// <summary>
    /// Stops an instance over a timer whose firing broke its whole transaction; to be called in a new one. False when nothing was done: another writer
    /// had won, or the instance is stopped or over.
    /// </summary>
    Task<bool> Stop(DbContext db, DueTimer timer, Exception failure, CancellationToken ct);

    /// <summary>Applies again what a stopped instance failed on, then what reached it meanwhile.</summary>
    Task Retry(DbContext db, Guid instanceId, string by, CancellationToken ct);

    /// <summary>
    /// Moves instances onto another stored version, where all they stand at must be found again; those for which it is not stay, with the reason.
    /// Each moved one bears it in its history. Nobody is ever moved but by this call. Thousands are moved in batches of ids by a job.
    /// </summary>
    Task<MigrationResult> Migrate(DbContext db, MigrationRequest request, CancellationToken ct);

    /// <summary>Ends an instance where it stands, with the children it waits for. A parent that waits for it stops with an incident.</summary>
    Task Cancel(DbContext db, Guid instanceId, string by, string reason, CancellationToken ct);
}
