using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Who sees, answers and sends back the papers of the ladder; asked on the loaded step. Who signs is asked of <see cref="EscalationSight"/>.</summary>
public static class EscalationPermissions
{
    /// <summary>Whoever reads the whole ledger, and the unit it is about once a paper is served; proposals and what is handed on are not the unit's to see.</summary>
    public static bool MaySee(Actor actor, EscalationStep step) =>
        actor.ReadsAll(step.JurisdictionId)
        || (actor.JurisdictionId == step.JurisdictionId && actor.WorksFor(step.UnitId) && IsOut(step.State) && step.DecidedAt is not null && step.AsksForAnswer);

    public static bool MayAnswer(Actor actor, EscalationStep step) => actor.JurisdictionId == step.JurisdictionId && actor.WorksFor(step.UnitId);

    /// <summary>The office judges answers, and lets a ladder go on from a higher rung.</summary>
    public static bool MayReturn(Actor actor, EscalationStep step) => actor.IsOffice(step.JurisdictionId);

    public static bool MayStartHigher(Actor actor, Escalation matter) => actor.IsOffice(matter.JurisdictionId);

    /// <summary>An exemption is the leaders' and the office's to decide.</summary>
    public static bool MayExempt(Actor actor, Escalation matter) =>
        actor.IsOffice(matter.JurisdictionId) || (actor.Role == Role.Leader && actor.JurisdictionId == matter.JurisdictionId && !actor.IsSystem);

    private static bool IsOut(StepState state) => state is StepState.Served or StepState.Answered or StepState.Settled;
}

/// <summary>The same sight as <see cref="EscalationPermissions.MaySee"/>, as filters for lists, and whose signature a proposal waits for.</summary>
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
                             && (s.Rung == Rung.Urge || s.Rung == Rung.Supervision || s.Rung == Rung.Letter)
                             && (s.State == StepState.Served || s.State == StepState.Answered || s.State == StepState.Settled))
            : own.Where(_ => false);
    }

    /// <summary>
    /// What this person signs by the rules: the office its own rungs, a leader those of the units in charge; of a unit that no leader is in charge of, any
    /// leader.
    /// </summary>
    public static IQueryable<EscalationStep> SignedBy(this IQueryable<EscalationStep> steps, WorkflowDb db, Actor actor)
    {
        var own = steps.Where(s => s.JurisdictionId == actor.JurisdictionId);
        if (actor.IsOffice(actor.JurisdictionId))
        {
            return own.Where(s => s.Signer != LadderSigner.Leader);
        }

        if (actor.Role != Role.Leader || actor.IsSystem)
        {
            return own.Where(_ => false);
        }

        var (post, day) = (actor.MembershipId, actor.Day);
        var held = from p in db.Portfolios
                   join m in db.Memberships on p.MembershipId equals m.Id
                   where p.FromOn <= day && (p.ToOn == null || p.ToOn >= day) && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day)
                   select new { p.MembershipId, p.UnitId };
        return own.Where(s => s.Signer == LadderSigner.Leader
                              && (held.Any(p => p.MembershipId == post && p.UnitId == s.UnitId) || !held.Any(p => p.UnitId == s.UnitId)));
    }

    /// <summary>Whether this step is this person's to sign or refuse.</summary>
    public static Task<bool> MaySign(WorkflowDb db, Actor actor, EscalationStep step, CancellationToken ct) =>
        db.EscalationSteps.Where(s => s.Id == step.Id).SignedBy(db, actor).AnyAsync(ct);
}
