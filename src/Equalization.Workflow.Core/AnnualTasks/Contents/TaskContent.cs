namespace Equalization.Workflow.Core.AnnualTasks.Contents;

/// <summary>
/// A task's text as it held from an instant on; the task itself bears the one that holds. Number 1 is as issued, laid down when the first amendment replaces it.
/// </summary>
public sealed class TaskContent
{
    private TaskContent()
    {
    }

    public TaskContent(AnnualTask task, Guid? amendmentId, DateTime at)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = task.JurisdictionId;
        TaskId = task.Id;
        Number = task.ContentNumber;
        (Title, Content, Criteria) = task.Text;
        (AmendmentId, At) = (amendmentId, at);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Content { get; private set; } = "";

    public string Criteria { get; private set; } = "";

    /// <summary>The decision it came by; null as issued.</summary>
    public Guid? AmendmentId { get; private set; }

    public DateTime At { get; private set; }

    public TaskText Text => new(Title, Content, Criteria);
}
