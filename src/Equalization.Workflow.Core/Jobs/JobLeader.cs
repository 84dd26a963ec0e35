namespace Equalization.Workflow.Core.Jobs;

/// <summary>
/// Which process runs the timed jobs of a database whose scheduler cannot be clustered. The lease is renewed while the process lives; once
/// it has lapsed another may take it.
/// </summary>
[NotAudited]
public sealed class JobLeader
{
    /// <summary>The one row.</summary>
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public string Process { get; set; } = "";

    /// <summary>First instant at which another process may take over.</summary>
    public DateTime Until { get; set; }

    public int Version { get; private set; }
}
