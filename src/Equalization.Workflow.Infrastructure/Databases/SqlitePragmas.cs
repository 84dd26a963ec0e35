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
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
