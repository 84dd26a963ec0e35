using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>
/// Stands where an SQL Server would: suppresses every command, keeps its text, answers a read with what the same read of the same call
/// answered on SQLite, and a write with "one row changed". So everything up to the wire is real: the translation of the query for this
/// provider, its parameters, and the reading of rows. Whether a server takes the text is for a live one to say.
/// </summary>
public sealed partial class SilentServer(IEnumerable<RecordedRows> tape) : DbCommandInterceptor
{
    private readonly ConcurrentQueue<RecordedRows> tape = new(tape);

    /// <summary>Texts of the commands, in order.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>Recorded reads that no command asked for.</summary>
    public int Unread => tape.Count;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(new RecordedReader(Answer(command))));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(1));
    }

    private IReadOnlyList<RecordedRows> Answer(DbCommand command)
    {
        if (!ReadTape.IsRead(command))
        {
            return RecordedRows.Changed(ChangedRows().Count(command.CommandText));
        }

        return tape.TryDequeue(out var rows)
            ? [rows]
            : throw new InvalidOperationException("SQL Server is asked for a read that SQLite was not asked for:\n" + command.CommandText);
    }

    // A parameter without a value would be refused by the server only when it gets there.
    private void Keep(DbCommand command)
    {
        Commands.Enqueue(command.CommandText);
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is null)
            {
                throw new InvalidOperationException($"{parameter.ParameterName} has no value:\n{command.CommandText}");
            }
        }
    }

    [GeneratedRegex(@"^(OUTPUT |SELECT @@ROWCOUNT)", RegexOptions.Multiline)]
    private static partial Regex ChangedRows();
}
