using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Records on SQLite what each read of one call answered, in order.</summary>
public sealed class ReadTape : DbCommandInterceptor
{
    public ConcurrentQueue<RecordedRows> Reads { get; } = new();

    public static bool IsRead(DbCommand command) =>
        command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) || command.CommandText.StartsWith("WITH", StringComparison.Ordinal);

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (!IsRead(command))
        {
            return result;
        }

        var rows = await RecordedRows.Read(result, cancellationToken);
        await result.DisposeAsync();
        Reads.Enqueue(rows);
        return new RecordedReader([rows]);
    }
}
