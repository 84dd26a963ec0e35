using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Progress;

/// <summary>Who writes, approves and reads progress reports; asked on the loaded part or report.</summary>
public static class ReportPermissions
{
    /// <summary>Contact or head of the unit whose part it is, while it takes part.</summary>
    public static bool MayWrite(Actor actor, TaskUnit part) =>
        actor.JurisdictionId == part.JurisdictionId && part.TakesPart && actor.WorksFor(part.UnitId);

    /// <summary>The unit's head; a deputy not for what the deputy wrote.</summary>
    public static bool MayApprove(Actor actor, ProgressReport report) =>
        actor.JurisdictionId == report.JurisdictionId && actor.Heads(report.UnitId) && !(actor.IsDeputy && report.WrittenById == actor.PersonId);

    /// <summary>A report is the unit's own until its head approved it; then everybody reads it who sees the task.</summary>
    public static bool MaySee(Actor actor, AnnualTask task, ProgressReport report) =>
        TaskPermissions.MaySee(actor, task) && (report.State == ReportState.Approved || actor.WorksFor(report.UnitId));
}
