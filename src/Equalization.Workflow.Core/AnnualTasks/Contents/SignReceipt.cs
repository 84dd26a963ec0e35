namespace Equalization.Workflow.Core.AnnualTasks.Contents;

/// <summary>A sign-for of one text of a task. Kept from the first amendment on; before it the part itself says who signed.</summary>
public sealed class SignReceipt
{
    private SignReceipt()
    {
    }

    public SignReceipt(AnnualTask task, TaskUnit part, string by, DateTime at)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = task.JurisdictionId;
        TaskId = task.Id;
        UnitId = part.UnitId;
        Number = task.ContentNumber;
        (By, At) = (by, at);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>Of the text signed for.</summary>
    public int Number { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
