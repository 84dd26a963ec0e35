using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Assessments;

/// <summary>Who computes, contests, decides and reads an assessment.</summary>
public static class AssessmentPermissions
{
    public static bool MayRule(Actor actor) => actor.Role == Role.Office && !actor.IsSystem;

    public static bool MayWork(Actor actor, Assessment assessment) => actor.IsOffice(assessment.JurisdictionId);

    /// <summary>The head or the contact of the unit whose point it is.</summary>
    public static bool MayObject(Actor actor, AssessmentPoint point) => actor.JurisdictionId == point.JurisdictionId && actor.WorksFor(point.UnitId);

    /// <summary>A unit reads its own sheet at once, everybody's once the result is sealed.</summary>
    public static bool MayReadSheet(Actor actor, Assessment assessment, Guid unitId) =>
        actor.ReadsAll(assessment.JurisdictionId)
        || (actor.JurisdictionId == assessment.JurisdictionId && actor.Role is Role.Contact or Role.UnitHead
            && (assessment.State == AssessmentState.Sealed || actor.WorksFor(unitId)));
}
