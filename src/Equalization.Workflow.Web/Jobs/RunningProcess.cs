namespace Equalization.Workflow.Web.Jobs;

/// <summary>This very process, by a name no other has: machine, number, and a few letters against numbers that come again.</summary>
public sealed class RunningProcess
{
    public string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid().ToString("N")[..4]}";
}
