using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.AnnualTasks.Notes;

/// <summary>The office's remarks are the office's alone, to read and to write.</summary>
public static class TaskNotePermissions
{
    public static bool MayWrite(Actor actor, Guid jurisdictionId) => actor.IsOffice(jurisdictionId);
}
