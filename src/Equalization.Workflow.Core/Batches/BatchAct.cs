namespace Equalization.Workflow.Core.Batches;

/// <summary>What can be done to many at once. Each is the single act of its service, done row by row.</summary>
public enum BatchAct
{
    SignFor,
    NoChange,
    ApproveReport,
    PassOnExtension,
    PassOnCompletion,
    GrantExtension,
    AcceptCompletion,
    Urge,
}
