using Equalization.Workflow.Tests.Support;
using Microsoft.Data.SqlClient;

namespace Equalization.Workflow.Tests.Databases;

/// <summary>Runs scripts with GO lines on the SQL Server that EQUALIZATION_SQLSERVER names.</summary>
public static class LiveServer
{
    public static async Task Run(TestDatabase database, string script)
    {
        var name = new SqlConnectionStringBuilder(database.Settings.ConnectionString).InitialCatalog;
        await Execute(TestDatabase.Server!, [$"IF DB_ID(N'{name}') IS NULL CREATE DATABASE [{name}] COLLATE Chinese_PRC_CI_AS;"]);
        await Execute(database.Settings.ConnectionString, script.Split("\nGO\n").Where(batch => !string.IsNullOrWhiteSpace(batch)));
    }

    private static async Task Execute(string connectionString, IEnumerable<string> batches)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(TestCity.Ct);
        foreach (var batch in batches)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = batch;
            await command.ExecuteNonQueryAsync(TestCity.Ct);
        }
    }
}
