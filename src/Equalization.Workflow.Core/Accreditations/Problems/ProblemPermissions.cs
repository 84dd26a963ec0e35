using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations.Problems;

/// <summary>Who reads and moves a problem: the office enters, re-checks and closes; the responsible unit puts it right.</summary>
public static class ProblemPermissions
{
    /// <summary>Those of the whole jurisdiction for whoever reads all; else one's own unit's, and those of one's own county.</summary>
    public static IQueryable<AccreditationProblem> SeenBy(WorkflowDb db, Actor actor)
    {
        var all = actor.ReadsAll(actor.JurisdictionId);
        var works = actor.WorksFor(actor.UnitId) && !actor.IsSystem;
        return db.AccreditationProblems.Where(p => p.JurisdictionId == actor.JurisdictionId
            && (all || (works && (p.UnitId == actor.UnitId || db.Accreditations.Any(a => a.Id == p.AccreditationId && a.UnitId == actor.UnitId)))));
    }

    public static bool MayCheck(Actor actor, AccreditationProblem problem) => actor.IsOffice(problem.JurisdictionId);

    /// <summary>The responsible unit, and the office for one that has nobody here.</summary>
    public static bool MayRectify(Actor actor, AccreditationProblem problem) =>
        actor.IsOffice(problem.JurisdictionId) || (actor.JurisdictionId == problem.JurisdictionId && actor.WorksFor(problem.UnitId) && !actor.IsSystem);
}
