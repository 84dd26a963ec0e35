using System.Text.RegularExpressions;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Jobs;

namespace Equalization.Workflow.Tests.Jobs;

/// <summary>The script of the scheduler's tables on SQL Server.</summary>
public sealed partial class JobTablesTests
{
    [Fact]
    public async Task The_script_makes_every_table_that_the_scheduler_makes_for_itself_on_SQLite()
    {
        await using var city = await TestCity.Create();
        await using (await TestSite.Start(city, b => b.Configuration["Jobs:Run"] = "true"))
        {
            // Its start makes the tables.
        }

        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={city.Database.FilePath};Pooling=False");
        await connection.OpenAsync(TestCity.Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'QRTZ\\_%' ESCAPE '\\' ORDER BY name";
        await using var reader = await command.ExecuteReaderAsync(TestCity.Ct);
        var made = new List<string>();
        while (await reader.ReadAsync(TestCity.Ct))
        {
            made.Add(reader.GetString(0));
        }

        Assert.True(made.Count > 10);
        Assert.Equal(made, Created().Matches(JobTables.Script()).Select(m => m.Groups[1].Value.ToUpperInvariant()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_statement_of_the_script_makes_only_what_is_missing()
    {
        var batches = JobTables.Script().Split("\nGO\n", StringSplitOptions.RemoveEmptyEntries).Where(b => b.Contains("CREATE", StringComparison.Ordinal)).ToList();

        Assert.All(batches, batch => Assert.Contains("IF ", batch, StringComparison.Ordinal));
        Assert.DoesNotContain("{0}", JobTables.Script(), StringComparison.Ordinal);
        Assert.DoesNotContain("DROP", JobTables.Script(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"CREATE TABLE (?:\[?dbo\]?\.)?\[?(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Created();
}
