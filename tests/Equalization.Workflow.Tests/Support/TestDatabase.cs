using Equalization.Workflow.Infrastructure.Databases;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Equalization.Workflow.Tests.Support;

/// <summary>
/// A database of a test's own: an SQLite file in a temporary folder, or, where EQUALIZATION_SQLSERVER holds a connection string, a fresh
/// database on that server. Both are gone when the test ends.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string ServerVariable = "EQUALIZATION_SQLSERVER";

    public const string ServerIsAbsent = "Set EQUALIZATION_SQLSERVER to a connection string of an SQL Server to run this there.";

    public const string FilesFolder = "files";

    private readonly string? serverDatabase;

    private TestDatabase(string folder, string? serverDatabase)
    {
        Folder = folder;
        this.serverDatabase = serverDatabase;
        Settings = serverDatabase is null
            ? new DatabaseSettings { Provider = "Sqlite", ConnectionString = $"Data Source={FilePath}" }
            : new DatabaseSettings
            {
                Provider = "SqlServer",
                ConnectionString = new SqlConnectionStringBuilder(Server) { InitialCatalog = serverDatabase }.ConnectionString,
            };
    }

    public static string? Server { get; } = Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } text ? text : null;

    public DatabaseSettings Settings { get; }

    /// <summary>A temporary folder for whatever the test lays down.</summary>
    public string Folder { get; }

    public string FilePath => Path.Combine(Folder, "test.db");

    public static TestDatabase OnServer() => new(NewFolder(), "equalization_test_" + Guid.NewGuid().ToString("N"));

    /// <summary>An SQLite file; with a template, a copy of it.</summary>
    public static TestDatabase OnFile(string? template = null)
    {
        var database = new TestDatabase(NewFolder(), null);
        if (template is not null)
        {
            File.Copy(template, database.FilePath);
            CopyFiles(Path.GetDirectoryName(template)!, database.Folder);
        }

        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (serverDatabase is null)
        {
            using var connection = new SqliteConnection(Settings.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            await DropServerDatabase(serverDatabase);
        }

        Directory.Delete(Folder, recursive: true);
    }

    // Evidence lies beside the database, under its hash.
    private static void CopyFiles(string from, string to)
    {
        var root = Path.Combine(from, FilesFolder);
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task DropServerDatabase(string name)
    {
        await using var connection = new SqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            IF DB_ID(N'{name}') IS NOT NULL
            BEGIN
                ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE;
                DROP DATABASE [{name}];
            END
            """;
        await command.ExecuteNonQueryAsync();
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("equalization-").FullName;
}
