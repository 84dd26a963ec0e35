using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Equalization.Workflow.Infrastructure.Databases;

/// <summary>Sets what SQLite forgets with each connection: full sync at commit, so that an acknowledged action survives a power cut; ten seconds'
/// patience where another process writes; and room for a large transaction: 32 MiB of pages in memory and 16 MiB of log before they are written home,
/// where SQLite's own 2 and 4 would have a busy morning write its pages again and again. A database that is thrown away after use need not survive a power cut.</summary>
internal sealed class SqlitePragmas(bool isThrowaway) : DbConnectionInterceptor
{
    private readonly string pragmas = $"PRAGMA busy_timeout=10000; PRAGMA synchronous={(isThrowaway ? "OFF" : "FULL")}; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
        }
        catch
        {
            // An open connection goes on in other hands: not this one.
            connection.Close();
            throw;
        }
    }

    // Nothing here waits for anybody; broken off half way, a connection would stand without its pragmas.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
