#pragma warning disable EF1001 // EF has no public way to hand an open connection from one pooled context to the next; the package's version is fixed.
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Equalization.Workflow.Infrastructure.Databases.Sqlite;

/// <summary>
/// A context's connection, taken open from <see cref="StandingConnections"/> and given back open when the context's lease ends. EF itself would
/// close it after every transaction and every query outside one; transactions it ends before this gives anything back.
/// </summary>
internal sealed class StandingConnection(
    RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, commands, logger)
{
    private readonly StandingConnections standing =
        dependencies.ContextOptions.FindExtension<CoreOptionsExtension>()!.Interceptors!.OfType<StandingConnections>().Single();

    protected override DbConnection CreateDbConnection() => standing.Take() ?? base.CreateDbConnection();

    protected override void CloseDbConnection()
    {
    }

    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;

    protected override void ResetState(bool disposeDbConnection) => base.ResetState(disposeDbConnection: true);

    protected override ValueTask ResetStateAsync(bool disposeDbConnection) => base.ResetStateAsync(disposeDbConnection: true);

    protected override void DisposeDbConnection() => standing.GiveBack(DbConnection);

    protected override ValueTask DisposeDbConnectionAsync()
    {
        standing.GiveBack(DbConnection);
        return ValueTask.CompletedTask;
    }
}
