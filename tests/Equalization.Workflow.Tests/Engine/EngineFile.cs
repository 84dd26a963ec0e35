using System.Data.Common;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>An engine on an SQLite file of its own, deleted with it. Each action is one transaction, run again when another writer won.</summary>
internal sealed class EngineFile : IAsyncDisposable
{
    private static readonly Lazy<byte[]> Empty = new(Template);

    private readonly string folder = Directory.CreateTempSubdirectory("engine-").FullName;
    private readonly PooledDbContextFactory<EngineDb> contexts;

    public EngineFile(EngineOptions? limits = null, ActivityRegistry? activities = null)
    {
        var path = Path.Combine(folder, "engine.db");
        File.WriteAllBytes(path, Empty.Value);
        contexts = new PooledDbContextFactory<EngineDb>(Options($"Data Source={path}"));
        Activities = activities ?? ProbeActivities.Registry();
        Limits = limits ?? new EngineOptions();
        Engine = new EmbeddedEngine(Activities, Clock, Limits);
    }

    public EngineClock Clock { get; } = new();

    public ActivityRegistry Activities { get; }

    public EngineOptions Limits { get; }

    /// <summary>Typed as the contract, which a second engine will have to meet too.</summary>
    public IWorkflowEngine Engine { get; private set; }

    /// <summary>The process ends and another begins: nothing but the file is left.</summary>
    public void Restart(ActivityRegistry? activities = null) => Engine = new EmbeddedEngine(activities ?? ProbeActivities.Registry(), Clock, Limits);

    /// <summary>A context from a pool, as the product's are.</summary>
    public EngineDb Open() => contexts.CreateDbContext();

    public async Task<T> Act<T>(Func<EngineDb, Task<T>> action)
    {
        while (true)
        {
            await using var db = Open();
            await using var transaction = await db.Database.BeginTransactionAsync();
            try
            {
                var result = await action(db);
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return result;
            }
            catch (DbUpdateConcurrencyException)
            {
                await transaction.RollbackAsync();
            }
        }
    }

    public Task Act(Func<EngineDb, Task> action) => Act(async db =>
    {
        await action(db);
        return true;
    });

    public Task Publish(params string[] definitions) =>
        Act(db => Engine.Publish(db, definitions.Select(d => new DefinitionReader(Activities).Read("case.json", d)), default));

    public Task<Guid> Start(string id = "flow", string? correlation = null, params (string Name, object? Value)[] inputs) =>
        Act(db => Engine.Start(db, new StartRequest(id, "测试") { CorrelationId = correlation, Inputs = inputs.ToDictionary(i => i.Name, i => i.Value) }, default));

    public Task<int> Raise(string name, string? correlation = null, object? payload = null) =>
        Act(db => Engine.Raise(db, new RaisedEvent(name, correlation, payload, "测试"), default));

    public Task<int> FireDue(int most = 100) => Act(db => Engine.FireDue(db, most, default));

    /// <summary>One transaction, and no second try.</summary>
    public async Task Once(Func<EngineDb, Task> action)
    {
        await using var db = Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await action(db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>How SQLite carries out what a call asks of the bookmarks.</summary>
    public async Task<List<string>> PlansOf(Func<EngineDb, Task> call)
    {
        await using var db = Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var asked = new List<string>();
        raw.sqlite3_trace(connection.Handle, (_, sql) => asked.Add(sql), null);
        await call(db);
        raw.sqlite3_trace(connection.Handle, (strdelegate_trace?)null, null);
        var plans = new List<string>();
        foreach (var sql in asked.Where(s => s.StartsWith("SELECT", StringComparison.Ordinal) && s.Contains("FROM \"EngineBookmarks\"", StringComparison.Ordinal)))
        {
            await using var explain = connection.CreateCommand();
            explain.Transaction = (SqliteTransaction)transaction.GetDbTransaction();
            explain.CommandText = "EXPLAIN QUERY PLAN " + sql;
            await using var reader = await explain.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(3));
            }

            plans.Add(string.Join("; ", lines));
        }

        return plans;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var db = Open())
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        Directory.Delete(folder, recursive: true);
    }

    private static DbContextOptions<EngineDb> Options(string connection) => new DbContextOptionsBuilder<EngineDb>().UseSqlite(connection).AddInterceptors(new Hasty()).Options;

    private static byte[] Template()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("engine-template-").FullName, "engine.db");
        using (var db = new EngineDb(Options($"Data Source={path};Pooling=False")))
        {
            db.Database.EnsureCreated();
            db.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL; PRAGMA wal_checkpoint(TRUNCATE);");
        }

        var bytes = File.ReadAllBytes(path);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return bytes;
    }

    // The cases are about what is written, not about power cuts; the benchmark and the crash test keep full sync.
    private sealed class Hasty : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000;";
            command.ExecuteNonQuery();
        }
    }
}
