using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Processes;

/// <summary>
/// Who sees processes and who may move them by hand. What a process is, everybody who is signed in may know; whoever sees a task sees what its
/// processes did (that is decided where tasks are known); these are the rest.
/// </summary>
public static class ProcessPermissions
{
    /// <summary>Processes of cases that are known by their list alone: neither counted nor listed for anybody else.</summary>
    public static readonly string[] KeptToCases = ["accountability", "accountability-task", "interview"];

    /// <summary>All instances of the jurisdiction. The administrator is among them, who sees no ledger: for a process to be put right it must be seen.</summary>
    public static bool MaySeeAll(Actor actor) => !actor.IsSystem && (actor.Role == Role.Admin || actor.ReadsAll(actor.JurisdictionId));

    /// <summary>What went wrong inside: the program's own report of a failure, for whoever mends it.</summary>
    public static bool MaySeeDetail(Actor actor) => actor.Role == Role.Admin && !actor.IsSystem;

    /// <summary>Retry or cancel what was stopped, in the administrator's own jurisdiction.</summary>
    public static bool MaySettle(Actor actor, Guid? jurisdictionId) => actor.Role == Role.Admin && !actor.IsSystem && actor.JurisdictionId == jurisdictionId;
}
