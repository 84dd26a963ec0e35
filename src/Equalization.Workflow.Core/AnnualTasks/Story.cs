using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>Writes a task's history, in the transaction of the act it tells of.</summary>
public static class Story
{
    /// <summary>Adds one line in the name of the acting person's post. <paramref name="detail"/> is what the person wrote, at most 4,000 characters.</summary>
    public static void Tell(
        this WorkflowDb db, Guid taskId, ActKind kind, Guid? documentId, string? detail, string format, params object[] arguments)
    {
        var act = db.Act ?? throw new InvalidOperationException("A history line is written inside Transact.");
        db.Stories.Add(new StoryEntry
        {
            JurisdictionId = act.Actor.JurisdictionId,
            TaskId = taskId,
            At = act.At,
            Kind = kind,
            PersonName = act.Actor.PersonName,
            Post = act.Actor.Post,
            UnitName = act.Actor.UnitName,
            Format = format,
            Arguments = TextArguments.Pack(arguments),
            Detail = detail?.Cut(4000),
            DocumentId = documentId,
        });
    }
}
