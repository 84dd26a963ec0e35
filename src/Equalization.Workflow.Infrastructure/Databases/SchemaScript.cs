using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Equalization.Workflow.Infrastructure.Databases;

/// <summary>The migrations of SQL Server as one script for administrators who do not let a program change their schema. Needs no server.</summary>
public static class SchemaScript
{
    private const string Head = """
        -- Tables and indexes of Equalization.Workflow on SQL Server 2019 or later.
        -- Generated from the migrations by the program's verb "schema"; a test keeps the two equal. Do not edit.
        -- What it does: applies every migration that the database does not have yet, each noted in [__EFMigrationsHistory].
        -- It may run twice: a migration that is noted is left out. It deletes no row.
        -- Run it in a database made by create-database.sql (collation Chinese_PRC_CI_AS, READ_COMMITTED_SNAPSHOT ON).


        """;

    /// <summary>The whole text, with line feeds only, so that it is the same wherever it is made.</summary>
    public static string Text()
    {
        using var db = new SqlServerWorkflowDb.Design().CreateDbContext([]);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        return (Head + script.TrimEnd()).ReplaceLineEndings("\n") + "\n";
    }
}
