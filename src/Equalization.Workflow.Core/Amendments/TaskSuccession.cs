namespace Equalization.Workflow.Core.Amendments;

/// <summary>A task that was closed goes on in another: it was split, merged with others, or issued wrongly. Both point at each other by this row.</summary>
public sealed class TaskSuccession
{
    private TaskSuccession()
    {
    }

    public TaskSuccession(Amendment amendment, Guid toTaskId)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = amendment.JurisdictionId;
        FromTaskId = amendment.TaskId;
        ToTaskId = toTaskId;
        AmendmentId = amendment.Id;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid FromTaskId { get; private set; }

    public Guid ToTaskId { get; private set; }

    public Guid AmendmentId { get; private set; }
}
