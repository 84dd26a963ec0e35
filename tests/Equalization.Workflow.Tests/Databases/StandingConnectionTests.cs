using System.Data;
using System.Globalization;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Databases;

/// <summary>An SQLite connection goes open from one lease to the next, with nothing of the last one on it but its prepared commands.</summary>
public sealed class StandingConnectionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_lease_takes_the_connection_that_was_used_last_and_it_is_open()
    {
        await using var city = await TestCity.Create();
        IDbConnection first;
        await using (var db = await city.Contexts.CreateDbContextAsync(Ct))
        {
            await db.Units.CountAsync(Ct);
            first = db.Database.GetDbConnection();
        }

        await using var next = await city.Contexts.CreateDbContextAsync(Ct);
        Assert.Same(first, next.Database.GetDbConnection());
        Assert.Equal(ConnectionState.Open, first.State);
    }

    [Fact]
    public async Task A_transaction_nobody_committed_ends_with_its_lease()
    {
        await using var city = await TestCity.Create();
        var unit = new Unit(city.Jurisdiction.Id, "试验单位", UnitKind.Department);
        await using (var db = await city.Contexts.CreateDbContextAsync(Ct))
        {
            await db.Database.BeginTransactionAsync(Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE Units SET Name = Name || '（改）'", Ct);
        }

        await using var next = await city.Contexts.CreateDbContextAsync(Ct);
        Assert.Null(next.Database.CurrentTransaction);
        Assert.False(await next.Units.AnyAsync(u => u.Name.EndsWith("（改）"), Ct));
        await city.Transact.Run(city.Office, "试写", (db, _) => Task.FromResult(db.Add(unit)), Ct);
        Assert.True(await next.Units.AnyAsync(u => u.Id == unit.Id, Ct));
    }

    [Fact]
    public async Task A_transaction_begun_past_EF_ends_with_the_lease_too()
    {
        await using var city = await TestCity.Create();
        await using (var db = await city.Contexts.CreateDbContextAsync(Ct))
        {
            await db.Database.ExecuteSqlAsync($"BEGIN IMMEDIATE", Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE Units SET Name = Name || '（改）'", Ct);
        }

        await city.Transact.Run(city.Office, "试写", (db, _) => Task.FromResult(db.Add(new Unit(city.Jurisdiction.Id, "试验单位", UnitKind.Department))), Ct);
        await using var next = await city.Contexts.CreateDbContextAsync(Ct);
        Assert.False(await next.Units.AnyAsync(u => u.Name.EndsWith("（改）"), Ct));
        Assert.True(await next.Units.AnyAsync(u => u.Name == "试验单位", Ct));
    }

    [Fact]
    public async Task A_command_that_failed_does_its_work_the_next_time()
    {
        await using var city = await TestCity.Create();
        await using var db = await city.Contexts.CreateDbContextAsync(Ct);
        await db.Database.ExecuteSqlAsync($"CREATE TABLE Tried (Id INTEGER PRIMARY KEY)", Ct);
        foreach (var (id, succeeds) in new[] { (1, true), (1, false), (2, true), (2, false), (3, true) })
        {
            var insert = () => db.Database.ExecuteSqlAsync($"INSERT INTO Tried (Id) VALUES ({id})", Ct);
            if (succeeds)
            {
                Assert.Equal(1, await insert());
            }
            else
            {
                await Assert.ThrowsAsync<SqliteException>(insert);
            }
        }

        Assert.Equal([1, 2, 3], await db.Database.SqlQuery<int>($"SELECT Id AS Value FROM Tried ORDER BY Id").ToListAsync(Ct));
    }

    [Fact]
    public async Task One_text_read_twice_at_the_same_time_gives_each_reader_its_own_rows()
    {
        await using var city = await TestCity.Create();
        await using var db = await city.Contexts.CreateDbContextAsync(Ct);
        var names = db.Units.OrderBy(u => u.Name).Select(u => u.Name);
        var all = await names.ToListAsync(Ct);
        var pairs = 0;
        await foreach (var outer in names.AsAsyncEnumerable().WithCancellation(Ct))
        {
            var inner = await names.ToListAsync(Ct);
            Assert.Equal(all, inner);
            Assert.Equal(all[pairs++], outer);
        }

        Assert.Equal(all.Count, pairs);
        Assert.True(pairs > 2);
    }

    [Fact]
    public async Task A_prepared_query_follows_a_change_of_the_tables_by_somebody_else()
    {
        await using var city = await TestCity.Create();
        await using var db = await city.Contexts.CreateDbContextAsync(Ct);
        await using var other = await city.Contexts.CreateDbContextAsync(Ct);
        await db.Database.ExecuteSqlAsync($"CREATE TABLE Tried (Id INTEGER PRIMARY KEY)", Ct);
        var count = () => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM Tried").SingleAsync(Ct);
        Assert.Equal(0, await count());
        await other.Database.ExecuteSqlAsync($"DROP TABLE Tried", Ct);
        await other.Database.ExecuteSqlAsync($"CREATE TABLE Tried (Name TEXT, Id INTEGER PRIMARY KEY)", Ct);
        await other.Database.ExecuteSqlAsync($"INSERT INTO Tried (Name) VALUES ('甲')", Ct);
        Assert.Equal(1, await count());
    }

    [Fact]
    public async Task More_texts_than_are_kept_all_give_their_rows()
    {
        await using var city = await TestCity.Create();
        await using var db = await city.Contexts.CreateDbContextAsync(Ct);
        for (var turn = 0; turn < 2; turn++)
        {
            for (var i = 0; i < 450; i++)
            {
                var sql = "SELECT " + i.ToString(CultureInfo.InvariantCulture) + " AS Value";
                Assert.Equal(i, await db.Database.SqlQueryRaw<int>(sql).SingleAsync(Ct));
            }
        }
    }

    [Fact]
    public async Task Nothing_of_the_file_is_held_when_the_services_have_ended()
    {
        await using var database = TestDatabase.OnFile();
        await using (var provider = new ServiceCollection().AddWorkflowDb(database.Settings).BuildServiceProvider())
        {
            var contexts = provider.GetRequiredService<IDbContextFactory<SqliteWorkflowDb>>();
            await using var lent = await contexts.CreateDbContextAsync(Ct);
            await using (var db = await contexts.CreateDbContextAsync(Ct))
            {
                await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", Ct);
                await db.Database.ExecuteSqlAsync($"CREATE TABLE Tried (Id INTEGER PRIMARY KEY)", Ct);
            }

            await lent.Database.ExecuteSqlAsync($"INSERT INTO Tried (Id) VALUES (1)", Ct);
            Assert.True(File.Exists(database.FilePath + "-wal"));
        }

        SqliteConnection.ClearPool(new SqliteConnection(database.Settings.ConnectionString));
        // The last connection to close writes the log home and takes it away.
        Assert.False(File.Exists(database.FilePath + "-wal"));
    }
}
