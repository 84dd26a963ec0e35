using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Desks.Burdens;

/// <summary>
/// What was asked of a unit in a month (基层负担): of the unit as a whole, never of a person, and never set beside another unit's.
/// </summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Tasks">Tasks in which the unit takes part and that were open on a day of the month.</param>
/// <param name="Reports">Reports for periods that end in the month, of work that had begun and was still open on its last day.</param>
/// <param name="Fields">Fields of those reports: five of every report, and one for each target of a task it leads.</param>
/// <param name="Files">Required pieces of evidence of tasks it leads that are due in the month.</param>
/// <param name="Repeats">Targets and kinds of evidence asked again: what n plans ask of it alike counts n − 1 times.</param>
public sealed record Burden(DateOnly Month, int Tasks, int Reports, int Fields, int Files, int Repeats);

/// <summary>Who reads what is asked of a unit: the unit itself, and whoever reads the whole jurisdiction.</summary>
public static class BurdenPermissions
{
    public static bool MayRead(Actor actor, Guid unitId) => actor.WorksFor(unitId) || actor.ReadsAll(actor.JurisdictionId);
}
