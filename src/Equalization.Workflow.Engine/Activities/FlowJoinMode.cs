namespace Equalization.Workflow.Engine.Activities;

/// <summary>What a join waits for, in Elsa's words.</summary>
public enum FlowJoinMode
{
    /// <summary>The first branch goes on; whatever still waits on the way to the join is removed.</summary>
    WaitAny,

    /// <summary>Every branch must arrive.</summary>
    WaitAll,

    /// <summary>Every branch that can still arrive must arrive.</summary>
    WaitAllActive,
}
