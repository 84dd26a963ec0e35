namespace Equalization.Workflow.Infrastructure.Databases;

/// <summary>Section "Database" of the settings.</summary>
public sealed class DatabaseSettings
{
    /// <summary>"Sqlite" or "SqlServer".</summary>
    public string Provider { get; set; } = "Sqlite";

    public string ConnectionString { get; set; } = "";

    /// <summary>Seconds a command may take; 30 when not set.</summary>
    public int? CommandTimeout { get; set; }

    /// <summary>Statements sent in one batch; 42 when not set (SQL Server's own default).</summary>
    public int? MaxBatchSize { get; set; }

    /// <summary>SQL Server: whether the start brings the schema up to date. SQLite always does; otherwise run the script of db/sqlserver.</summary>
    public bool MigrateAtStart { get; set; }
}

/// <summary>A setting that cannot be right. The message names it and says what to write; it stops the start.</summary>
public sealed class WrongSetting(string message) : Exception(message);
