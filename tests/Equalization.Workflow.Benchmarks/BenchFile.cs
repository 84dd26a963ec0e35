using System.Data.Common;
using Equalization.Workflow.Engine.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Equalization.Workflow.Benchmarks;

/// <summary>The engine's tables and nothing else.</summary>
internal sealed class BenchDb(DbContextOptions<BenchDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder model) => model.AddEngine();
}

/// <summary>An SQLite file in WAL with full sync, and pooled contexts on it, as the product uses them.</summary>
internal sealed class BenchFile : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engine-bench-").FullName;
    private readonly PooledDbContextFactory<BenchDb> contexts;

    private BenchFile() => contexts = new PooledDbContextFactory<BenchDb>(new DbContextOptionsBuilder<BenchDb>()
        .UseSqlite($"Data Source={Path.Combine(folder, "bench.db")}").AddInterceptors(new FullSync()).Options);

    public static async Task<BenchFile> Create()
    {
        var file = new BenchFile();
        await using var db = await file.contexts.CreateDbContextAsync();
        await db.Database.EnsureCreatedAsync();
        return file;
    }

    public async Task Act(Func<BenchDb, Task> action)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await action(db);
        await transaction.CommitAsync();
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private sealed class FullSync : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000;";

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
