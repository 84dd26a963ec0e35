namespace Equalization.Workflow.Core.Jobs;

/// <summary>Asks for a run from inside an act that has made work for a job, so that it need not wait for its hour.</summary>
public static class JobDesk
{
    public static void AskForJob(this WorkflowDb db, string name)
    {
        var act = db.Act ?? throw new InvalidOperationException("Jobs are asked for inside Transact.");
        db.Add(new JobRun { Name = name, At = act.At, AskedBy = act.Actor.Signature() });
    }
}
