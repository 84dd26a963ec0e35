using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Interviews;

/// <summary>Who does what on an interview, once the case's list has let them in: asked on the loaded interview, after <see cref="InterviewDoor"/>.</summary>
public static class InterviewPermissions
{
    public static bool MayOpen(Actor actor) => actor.Role == Role.Office && !actor.IsSystem;

    /// <summary>The office prepares, records and follows up.</summary>
    public static bool MayWrite(Actor actor, Interview interview) => actor.IsOffice(interview.JurisdictionId);

    /// <summary>Head or deputy of the leading group call and sign.</summary>
    public static bool MaySign(Actor actor, Interview interview) => actor.Role == Role.Leader && !actor.IsSystem && actor.JurisdictionId == interview.JurisdictionId;

    /// <summary>The summoned unit confirms minutes and reports on promises.</summary>
    public static bool MayAnswer(Actor actor, Interview interview) => actor.JurisdictionId == interview.JurisdictionId && actor.WorksFor(interview.UnitId);

    /// <summary>Lets somebody else read: office and leaders anybody of the jurisdiction, a unit's head its own people.</summary>
    public static bool MayAdmit(Actor actor, Interview interview) => MayWrite(actor, interview) || MaySign(actor, interview) || actor.Heads(interview.UnitId);

    /// <summary>Reads the rules: whoever reads the other rules.</summary>
    public static bool MayReadRules(Actor actor) => actor.Role is Role.Admin or Role.Office or Role.Auditor && !actor.IsSystem;

    public static bool MaySetRules(Actor actor) => actor.Role == Role.Admin && !actor.IsSystem;
}
