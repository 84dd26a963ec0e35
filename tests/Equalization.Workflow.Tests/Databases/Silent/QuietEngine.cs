using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>
/// Leaves the engine's own statements out of a silent call: they are plain commands past EF's interceptors and the same text on both databases.
/// What its steps ask is called one by one.
/// </summary>
public sealed class QuietEngine : IWorkflowEngine
{
    public Task Publish(DbContext db, IEnumerable<Definition> definitions, CancellationToken ct) => Task.CompletedTask;

    public Task<IReadOnlyList<Flaw>> CheckLive(DbContext db, CancellationToken ct) => Task.FromResult<IReadOnlyList<Flaw>>([]);

    public Task<Guid> Start(DbContext db, StartRequest request, CancellationToken ct) => Task.FromResult(Guid.Empty);

    public Task<int> Raise(DbContext db, RaisedEvent raised, CancellationToken ct) => Task.FromResult(0);

    public Task<RaisedPage> RaisePage(DbContext db, RaisedEvent raised, Guid? after, int most, CancellationToken ct) => Task.FromResult(new RaisedPage(0, null));

    public Task<IReadOnlyList<DueTimer>> Due(DbContext db, int most, CancellationToken ct) => Task.FromResult<IReadOnlyList<DueTimer>>([]);

    public Task Fire(DbContext db, IReadOnlyList<DueTimer> timers, CancellationToken ct) => Task.CompletedTask;

    public Task<bool> Stop(DbContext db, DueTimer timer, Exception failure, CancellationToken ct) => Task.FromResult(false);

    public Task<int> FireDue(DbContext db, int most, CancellationToken ct) => Task.FromResult(0);

    public Task Retry(DbContext db, Guid instanceId, string by, CancellationToken ct) => Task.CompletedTask;

    public Task<MigrationResult> Migrate(DbContext db, MigrationRequest request, CancellationToken ct) => Task.FromResult(new MigrationResult([], []));

    public Task Cancel(DbContext db, Guid instanceId, string by, string reason, CancellationToken ct) => Task.CompletedTask;
}
