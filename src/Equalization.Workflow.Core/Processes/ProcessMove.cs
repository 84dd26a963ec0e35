using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine;

namespace Equalization.Workflow.Core.Processes;

/// <summary>What an action sets going in the processes: an instance to start, or an event to raise.</summary>
internal abstract record ProcessMove
{
    public abstract Task Run(IWorkflowEngine engine, WorkflowDb db, CancellationToken ct);

    public sealed record Start(StartRequest Request) : ProcessMove
    {
        public override Task Run(IWorkflowEngine engine, WorkflowDb db, CancellationToken ct) => engine.Start(db, Request, ct);
    }

    public sealed record Raise(RaisedEvent Event) : ProcessMove
    {
        public override Task Run(IWorkflowEngine engine, WorkflowDb db, CancellationToken ct) => engine.Raise(db, Event, ct);
    }
}

/// <summary>
/// Sets processes going from within an action. The engine runs when the action's own rows are saved, in the same transaction: should a step
/// fail there, the instance stops with an incident and the action stands.
/// </summary>
public static class ProcessMoves
{
    /// <summary>Starts the published version of a definition for a thing; <paramref name="subjectId"/> is its correlation.</summary>
    public static void StartProcess(this WorkflowDb db, string definitionId, Guid subjectId, params (string Name, object? Value)[] inputs) =>
        db.Moves.Add(new ProcessMove.Start(new StartRequest(definitionId, By(db))
        {
            CorrelationId = Correlation(subjectId),
            TenantId = db.Act?.Actor.JurisdictionId,
            Inputs = inputs.ToDictionary(i => i.Name, i => i.Value),
        }));

    /// <summary>Raises an event for the instances that wait for it on behalf of a thing.</summary>
    public static void RaiseEvent(this WorkflowDb db, string name, Guid subjectId, object? payload = null) =>
        db.Moves.Add(new ProcessMove.Raise(new RaisedEvent(name, Correlation(subjectId), payload, By(db))));

    /// <summary>How a thing's id is written as a correlation.</summary>
    public static string Correlation(Guid subjectId) => subjectId.ToString("D");

    private static string By(WorkflowDb db)
    {
        var act = db.Act ?? throw new InvalidOperationException("Processes move inside Transact.");
        return act.Actor.IsSystem ? act.Name : $"{act.Name}，{act.Actor.Signature()}";
    }
}
