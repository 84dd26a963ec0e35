using System.Data.Common;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Equalization.Workflow.Benchmarks.Race;

/// <summary>The engine's tables, and one in which each step that ran leaves a row; nothing there forbids a second one.</summary>
internal sealed class RaceDb(DbContextOptions<RaceDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder model) => model.AddEngine().Entity<Handled>();
}

internal sealed class Handled
{
    public int Id { get; init; }

    public required Guid InstanceId { get; init; }
}

/// <summary>A step that leaves its row.</summary>
internal sealed class Handle() : CustomActivity<Nothing, Nothing>("Race.Handle")
{
    protected override Task<Answer<Nothing>> Run(Nothing input, Step step, CancellationToken ct)
    {
        step.Db.Add(new Handled { InstanceId = step.InstanceId });
        return Task.FromResult(new Answer<Nothing>(Ports.DoneName, Nothing.Value));
    }
}

/// <summary>One process' way to the database that the processes share: SQLite in WAL with full sync, and an engine that knows nothing of the others.</summary>
internal sealed class RaceFile(string folder, TimeProvider clock)
{
    /// <summary>Two events before a join with WaitAll; an event; an instant. Each leaves a row at its end.</summary>
    private static readonly string[] Flows =
    [
        """
        {"definitionId":"race","name":"race","version":1,"isPublished":true,"root":{"type":"Elsa.Flowchart","id":"root","activities":[
          {"type":"Elsa.FlowFork","id":"f","branches":{"typeName":"Object","expression":{"type":"Object","value":"[\"A\",\"B\"]"}}},
          {"type":"Elsa.Event","id":"a","eventName":"a"},{"type":"Elsa.Event","id":"b","eventName":"b"},
          {"type":"Elsa.FlowJoin","id":"j","mode":"WaitAll"},{"type":"Race.Handle","id":"h"}],
          "connections":[{"source":{"activity":"f","port":"A"},"target":{"activity":"a"}},{"source":{"activity":"f","port":"B"},"target":{"activity":"b"}},
          {"source":{"activity":"a"},"target":{"activity":"j"}},{"source":{"activity":"b"},"target":{"activity":"j"}},{"source":{"activity":"j"},"target":{"activity":"h"}}]}}
        """,
        """
        {"definitionId":"event","name":"event","version":1,"isPublished":true,"root":{"type":"Elsa.Sequence","id":"root","activities":[
          {"type":"Elsa.Event","id":"e","eventName":"go"},{"type":"Race.Handle","id":"h"}]}}
        """,
        """
        {"definitionId":"timer","name":"timer","version":1,"isPublished":true,"root":{"type":"Elsa.Sequence","id":"root","activities":[
          {"type":"Elsa.Delay","id":"t","timeSpan":"01:00:00"},{"type":"Race.Handle","id":"h"}]}}
        """,
    ];

    private readonly ActivityRegistry activities = new ActivityRegistry().Add(new Handle());
    private readonly PooledDbContextFactory<RaceDb> contexts = new(new DbContextOptionsBuilder<RaceDb>()
        .UseSqlite($"Data Source={Path.Combine(folder, "race.db")}").AddInterceptors(new Settings()).Options);

    private EmbeddedEngine? engine;

    public IWorkflowEngine Engine => engine ??= new EmbeddedEngine(activities, clock);

    public async Task Create()
    {
        await using (var db = contexts.CreateDbContext())
        {
            await db.Database.EnsureCreatedAsync();
        }

        await Act(db => Engine.Publish(db, Flows.Select(f => new DefinitionReader(activities).Read("race.json", f)), default));
    }

    public RaceDb Open() => contexts.CreateDbContext();

    /// <summary>One transaction, run again when another writer won.</summary>
    public async Task Act(Func<RaceDb, Task> action)
    {
        while (true)
        {
            await using var db = contexts.CreateDbContext();
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await action(db);
                await transaction.CommitAsync();
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    public async Task<int> Raise(string name, string correlation)
    {
        var reached = 0;
        await Act(async db => reached = await Engine.Raise(db, new RaisedEvent(name, correlation, null, "race"), default));
        return reached;
    }

    public void Close()
    {
        using var db = contexts.CreateDbContext();
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }

    private sealed class Settings : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA busy_timeout=30000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
