using System.Data.Common;
using System.Runtime.CompilerServices;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Equalization.Workflow.Benchmarks;

/// <summary>The same rows by prepared commands and nothing between: the floor that the engine is measured against.</summary>
internal static class AdoRows
{
    private const string InsertInstance =
        """
        INSERT INTO "EngineInstances" ("Id", "DefinitionId", "DefinitionVersion", "Version", "Status", "CorrelationId", "StartedAt", "Steps", "State")
        VALUES (@p0, @p1, 1, 0, 'Running', @p2, @p3, 2, @p4)
        """;

    private const string InsertBookmark =
        """
        INSERT INTO "EngineBookmarks" ("Id", "InstanceId", "Kind", "ActivityId", "ScopePath", "Frame", "Iteration", "EventName", "CorrelationId", "IsParked", "CreatedAt")
        VALUES (@p0, @p1, 'Event', @p2, 'root', 1, 0, @p2, @p3, 0, @p4)
        """;

    private const string InsertStep =
        """
        INSERT INTO "EngineHistory" ("InstanceId", "Sequence", "ActivityId", "ActivityType", "Iteration", "Outcome", "At", "Cause", "Values")
        VALUES (@p0, @p1, @p2, @p3, 0, @p4, @p5, @p6, @p7)
        """;

    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Prepared = [];

    public static Task Start(BenchDb db, int i)
    {
        var instance = EfRows.Instance(i);
        Execute(db, InsertInstance, instance.Id, instance.DefinitionId, instance.CorrelationId, instance.StartedAt, instance.State);
        Wait(db, EfRows.Bookmark(instance.Id, i, "a"));
        Write(db, EfRows.Step(instance.Id, 1, "s", "Elsa.Start", "Done", null));
        Write(db, EfRows.Step(instance.Id, 2, "a", "Elsa.Event", "Waiting", """{"eventName":"a"}"""));
        return Task.CompletedTask;
    }

    public static Task Resume(BenchDb db, int i)
    {
        var bookmark = Guid.Empty;
        var instance = Guid.Empty;
        Read(db, "SELECT \"Id\", \"InstanceId\" FROM \"EngineBookmarks\" WHERE \"EventName\" = @p0 AND \"CorrelationId\" = @p1",
            row => (bookmark, instance) = (row.GetGuid(0), row.GetGuid(1)), "a", EngineBenchmark.Key(i));
        var version = 0;
        Read(db, "SELECT \"Version\", \"State\" FROM \"EngineInstances\" WHERE \"Id\" = @p0", row => version = row.GetInt32(0), instance);
        Execute(db, "DELETE FROM \"EngineBookmarks\" WHERE \"Id\" = @p0", bookmark);
        Execute(db, "UPDATE \"EngineInstances\" SET \"Version\" = @p1 + 1, \"Steps\" = 4, \"State\" = @p2 WHERE \"Id\" = @p0 AND \"Version\" = @p1", instance, version, EfRows.State);
        Wait(db, EfRows.Bookmark(instance, i, "b"));
        Write(db, EfRows.Step(instance, 3, "a", "Elsa.Event", "Done", """{"result":null}"""));
        Write(db, EfRows.Step(instance, 4, "b", "Elsa.Event", "Waiting", """{"eventName":"b"}"""));
        return Task.CompletedTask;
    }

    private static void Wait(BenchDb db, Bookmark b) => Execute(db, InsertBookmark, b.Id, b.InstanceId, b.ActivityId, b.CorrelationId, b.CreatedAt);

    private static void Write(BenchDb db, HistoryStep h) =>
        Execute(db, InsertStep, h.InstanceId, h.Sequence, h.ActivityId, h.ActivityType, h.Outcome, h.At, h.Cause, h.Values);

    private static void Execute(BenchDb db, string sql, params object?[] values)
    {
        if (Command(db, sql, values).ExecuteNonQuery() != 1)
        {
            throw new InvalidOperationException("The row was not there.");
        }
    }

    private static void Read(BenchDb db, string sql, Action<DbDataReader> read, params object?[] values)
    {
        using var reader = Command(db, sql, values).ExecuteReader();
        if (reader.Read())
        {
            read(reader);
        }
    }

    private static DbCommand Command(BenchDb db, string sql, object?[] values)
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

        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    // As the engine does: prepared for as long as the connection is open.
    private static Dictionary<string, DbCommand> Remember(DbConnection connection)
    {
        var commands = new Dictionary<string, DbCommand>();
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == System.Data.ConnectionState.Closed)
            {
                commands.Clear();
            }
        };
        return commands;
    }
}
