#pragma warning disable EF1001 // As in StandingConnection.
using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using SQLitePCL;

namespace Equalization.Workflow.Infrastructure.Databases.Sqlite;

/// <summary>
/// The open connections of one database that no context has at the moment, and with each the commands it keeps prepared. The one used last is
/// taken first: what it holds in memory is still true. SQLite would else parse and plan each text anew and forget functions, pragmas and pages.
/// </summary>
internal sealed class StandingConnections : DbCommandInterceptor, IDisposable
{
    // Each may hold 32 MiB of pages for good. SQLite writes one transaction at a time, so that more are busy at once only for moments; those close.
    private const int Most = 4;

    // Long batches are seldom the same twice.
    private const int LongestText = 8000;

    private readonly ConcurrentStack<DbConnection> idle = [];
    private readonly ConditionalWeakTable<DbConnection, PreparedCommands> prepared = [];
    private volatile bool isOver;

    /// <summary>The options of a context whose connections stand here.</summary>
    public DbContextOptionsBuilder Serve(DbContextOptionsBuilder options) =>
        options.AddInterceptors(this).ReplaceService<ISqliteRelationalConnection, StandingConnection>();

    public DbConnection? Take() => idle.TryPop(out var connection) ? connection : null;

    public void GiveBack(DbConnection connection)
    {
        EndTransaction(connection);
        if (!isOver && idle.Count < Most && connection.State == ConnectionState.Open)
        {
            idle.Push(connection);
        }
        else
        {
            End(connection);
        }

        if (isOver)
        {
            EndIdle();
        }
    }

    /// <summary>What to run in the asked command's place; dispose it as one's own.</summary>
    public DbCommand Prepared(SqliteConnection connection, SqliteCommand asked) => prepared.GetValue(connection, _ => new()).For(asked);

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is SqliteCommand { Connection: { } connection } asked && asked.CommandText.Length <= LongestText
            ? Prepared(connection, asked)
            : result;

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => PreparedCommands.Spoil(command);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        PreparedCommands.Spoil(command);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        isOver = true;
        EndIdle();
    }

    /// <summary>Ends a transaction that a lease began past EF and left: inside it the connection would refuse everybody after, and end up so in the driver's own pool.</summary>
    private static void EndTransaction(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle } && raw.sqlite3_get_autocommit(handle) == 0)
        {
            raw.sqlite3_exec(handle, "ROLLBACK");
        }
    }

    private void EndIdle()
    {
        while (Take() is { } connection)
        {
            End(connection);
        }
    }

    private void End(DbConnection connection)
    {
        if (prepared.TryGetValue(connection, out var commands))
        {
            commands.Clear();
        }

        connection.Dispose();
    }
}
