using System.Data.Common;
using System.Runtime.CompilerServices;
using Equalization.Workflow.Core;
using Equalization.Workflow.Infrastructure.Databases.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Equalization.Workflow.Infrastructure.Databases;

/// <summary>
/// Writes rows that are only ever appended with one prepared command a table, right after EF has saved what they refer to and in the same
/// transaction. EF would send SQLite a statement of its own for each row. Stands after the audit among the interceptors, since the audit adds such rows.
/// </summary>
internal sealed class SqliteAppends(StandingConnections connections) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, List<EntityEntry>> held = [];
    private readonly ConditionalWeakTable<IEntityType, Insert> inserts = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        // A save that was broken off leaves its rows here, and a pooled context lives on in other hands.
        if (eventData.Context is { } context)
        {
            held.Remove(context);
        }

        // Without a transaction a failure of theirs would leave the rest behind; such saves, at setting up, are few and take EF's way.
        if (eventData.Context is { Database.CurrentTransaction: not null } db)
        {
            var rows = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added && Marked<AppendedAttribute>.On(e.Metadata.ClrType)).ToList();
            rows.ForEach(r => r.State = EntityState.Unchanged);
            held.AddOrUpdate(db, rows);
        }

        return new(result);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not { } db || !held.TryGetValue(db, out var rows) || rows.Count == 0)
        {
            return result;
        }

        held.Remove(db);
        foreach (var table in rows.GroupBy(r => r.Metadata))
        {
            await inserts.GetValue(table.Key, type => new Insert(type, db.GetService<ISqlGenerationHelper>(), connections)).Run(db, table, cancellationToken);
        }

        return result + rows.Count;
    }

    private sealed class Insert
    {
        private readonly string sql;
        private readonly (IProperty Property, IClrPropertyGetter Value, string Parameter, RelationalTypeMapping Mapping)[] columns;
        private readonly StandingConnections connections;

        public Insert(IEntityType type, ISqlGenerationHelper names, StandingConnections connections)
        {
            this.connections = connections;
            var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            columns = [.. type.GetProperties().Select((p, i) => (p, p.GetGetter(), "@p" + i, p.GetRelationalTypeMapping()))];
            sql = $"INSERT INTO {names.DelimitIdentifier(table.Name)} ({string.Join(", ", columns.Select(c => names.DelimitIdentifier(c.Property.GetColumnName(table)!)))}) "
                + $"VALUES ({string.Join(", ", columns.Select(c => c.Parameter))})";
        }

        public async Task Run(DbContext db, IEnumerable<EntityEntry> rows, CancellationToken ct)
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            await using var command = connections.Prepared(connection, new SqliteCommand(sql, connection));
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout;
            foreach (var row in rows)
            {
                Fill(command, row);
                await command.ExecuteNonQueryAsync(ct);
            }
        }

        private void Fill(DbCommand command, EntityEntry row)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                var (property, getter, name, mapping) = columns[i];
                var value = getter.GetClrValue(row.Entity);
                if (command.Parameters.Count == i)
                {
                    command.Parameters.Add(mapping.CreateParameter(command, name, value, property.IsNullable));
                }
                else
                {
                    command.Parameters[i].Value = (value is null ? null : mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
                }
            }
        }
    }
}
