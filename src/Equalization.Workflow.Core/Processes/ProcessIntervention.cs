using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;

namespace Equalization.Workflow.Core.Processes;

/// <summary>What an administrator did about a stopped process.</summary>
public enum InterventionKind
{
    Retry,
    Cancel,
}

/// <summary>
/// An administrator's hand in a process: what was done with which instance, why, and by whom. The engine's own rows are not audited; this one is,
/// so that no process is moved by hand without a trace.
/// </summary>
public sealed class ProcessIntervention
{
    private ProcessIntervention()
    {
    }

    internal ProcessIntervention(Instance instance, InterventionKind kind, string? reason, CurrentAct act)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = act.Actor.JurisdictionId;
        InstanceId = instance.Id;
        DefinitionId = instance.DefinitionId;
        Kind = kind;
        Reason = reason;
        By = act.Actor.Signature();
        At = act.At;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid InstanceId { get; private set; }

    public string DefinitionId { get; private set; } = "";

    public InterventionKind Kind { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Name, unit and post.</summary>
    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
