using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Equalization.Workflow.Engine.Storage;

/// <summary>
/// Runs the engine's few statements as prepared commands on the context's own connection and transaction. A burst is many small writes;
/// through the change tracker they would cost several times as much.
/// </summary>
internal sealed class EngineCommands(DbContext db)
{
    // Kept as long as the connection stays open. Behind a closed one the provider hands the physical connection to somebody else, and a
    // statement prepared on it would run in that one's transaction.
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Prepared = [];

    private readonly DbTransaction transaction = db.Database.CurrentTransaction?.GetDbTransaction()
        ?? throw new InvalidOperationException("The engine works inside a transaction that its caller has begun on this context.");

    public async Task<int> Execute(string sql, params object?[] values) => await Command(sql, values).ExecuteNonQueryAsync(CancellationToken.None);

    /// <summary>All rows of a query; it is read to its end before anything else runs on the connection.</summary>
    public async Task<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        var rows = new List<T>();
        await using var reader = await Command(sql, values).ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private DbCommand Command(string sql, object?[] values)
    {
        var connection = db.Database.GetDbConnection();
        var commands = Prepared.GetValue(connection, Remember);
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@p" + i;
                command.Parameters.Add(parameter);
            }

            commands[sql] = command;
        }

        command.Transaction = transaction;
        command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.Parameters[i];
            parameter.Value = values[i] ?? DBNull.Value;
            if (values[i] is DateTime)
            {
                // Left to itself SQL Server's client would send a datetime, which rounds to three milliseconds.
                parameter.DbType = DbType.DateTime2;
            }
        }

        return command;
    }

    private static Dictionary<string, DbCommand> Remember(DbConnection connection)
    {
        var commands = new Dictionary<string, DbCommand>();
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == ConnectionState.Closed)
            {
                commands.Clear();
            }
        };
        return commands;
    }
}
