using Equalization.Workflow.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Equalization.Workflow.Infrastructure.Databases;

/// <summary>The embedded database: one SQLite file in WAL mode. Its migrations hang on this type.</summary>
public sealed class SqliteWorkflowDb(DbContextOptions<SqliteWorkflowDb> options) : WorkflowDb(options)
{
    private const int Busy = 5;
    private const int Locked = 6;

    public override bool IsConflict(Exception exception) => WasConflict(exception);

    /// <summary>The same, for whoever has no context at hand: the engine.</summary>
    public static bool WasConflict(Exception exception) => exception is DbUpdateConcurrencyException
        || exception is SqliteException { SqliteErrorCode: Busy or Locked }
        || exception.InnerException is SqliteException { SqliteErrorCode: Busy or Locked };

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.AddAccounts();
        base.OnModelCreating(model);
    }

    /// <summary>For the migrations tool only.</summary>
    public sealed class Design : IDesignTimeDbContextFactory<SqliteWorkflowDb>
    {
        public SqliteWorkflowDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteWorkflowDb>().UseSqlite("Data Source=design.db").Options);
    }
}
