using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Searches;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Equalization.Workflow.Infrastructure.Databases;

/// <summary>The production database: SQL Server 2019 or later, collation Chinese_PRC_CI_AS, READ_COMMITTED_SNAPSHOT on.</summary>
public sealed class SqlServerWorkflowDb(DbContextOptions<SqlServerWorkflowDb> options) : WorkflowDb(options)
{
    public const string Collation = "Chinese_PRC_CI_AS";

    private const int DeadlockVictim = 1205;
    private const int SnapshotConflict = 3960;
    private const int DuplicateKey = 2627;
    private const int DuplicateIndex = 2601;

    public override bool IsConflict(Exception exception) => WasConflict(exception);

    /// <summary>A duplicate counts too: two that take the same ledger number, or open the same chain, differ on the second run.</summary>
    public static bool WasConflict(Exception exception) => exception is DbUpdateConcurrencyException
        || (exception as SqlException ?? exception.InnerException as SqlException) is
            { Number: DeadlockVictim or SnapshotConflict or DuplicateKey or DuplicateIndex };

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.UseCollation(Collation);
        model.AddAccounts();
        base.OnModelCreating(model);
        // Already in its compared form: the server compares it as SQLite does, character by character.
        model.Entity<SearchEntry>().Property(e => e.Text).UseCollation("Latin1_General_100_BIN2");
    }

    /// <summary>For the migrations tool only.</summary>
    public sealed class Design : IDesignTimeDbContextFactory<SqlServerWorkflowDb>
    {
        public SqlServerWorkflowDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqlServerWorkflowDb>().UseSqlServer("Server=design;Database=design").Options);
    }
}
