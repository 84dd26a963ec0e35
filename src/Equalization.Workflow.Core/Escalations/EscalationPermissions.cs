using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Who sees, issues and answers the papers of the ladder; asked on the loaded step.</summary>
public static class EscalationPermissions
{
    /// <summary>Whoever reads the whole ledger, and the unit it is about once a paper is served; a proposal is the office's own matter.</summary>
    public static bool MaySee(Actor actor, EscalationStep step) =>
        actor.ReadsAll(step.JurisdictionId)
        || (actor.JurisdictionId == step.JurisdictionId && actor.WorksFor(step.UnitId) && IsOut(step.State) && step.DecidedAt is not null);

    public static bool MayDecide(Actor actor, EscalationStep step) => actor.IsOffice(step.JurisdictionId);

    public static bool MayAnswer(Actor actor, EscalationStep step) => actor.JurisdictionId == step.JurisdictionId && actor.WorksFor(step.UnitId);

    private static bool IsOut(StepState state) => state is StepState.Served or StepState.Answered or StepState.Settled;
}

/// <summary>The same sight as <see cref="EscalationPermissions.MaySee"/>, as a filter for lists.</summary>
public static class EscalationSight
{
    public static IQueryable<EscalationStep> SeenBy(this IQueryable<EscalationStep> steps, Actor actor)
    {
        var own = steps.Where(s => s.JurisdictionId == actor.JurisdictionId);
        if (actor.ReadsAll(actor.JurisdictionId))
        {
            return own;
        }

        return actor.Role is Role.Contact or Role.UnitHead
            ? own.Where(s => s.UnitId == actor.UnitId && s.DecidedAt != null
                             && (s.State == StepState.Served || s.State == StepState.Answered || s.State == StepState.Settled))
            : own.Where(_ => false);
    }
}
