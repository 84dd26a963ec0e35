using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Starts;

/// <summary>Reads the first steps of a new office for those who take them: the administrator and the office.</summary>
public sealed class StartQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Null for everybody else, and once a task was issued.</summary>
    public async Task<Start?> Of(Actor actor, CancellationToken ct)
    {
        if (!UnitPermissions.MayEdit(actor, actor.JurisdictionId))
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var seen = await db.Jurisdictions.Where(j => j.Id == actor.JurisdictionId).Select(j => new
        {
            Issued = db.AnnualTasks.Any(t => t.JurisdictionId == j.Id),
            Start = new Start(
                db.Units.Any(u => u.JurisdictionId == j.Id && u.Kind != UnitKind.Office && u.EndedOn == null),
                db.Memberships.Any(m => m.JurisdictionId == j.Id && m.Role == Role.Contact && (m.ToOn == null || m.ToOn >= actor.Day)),
                db.Portfolios.Any(p => p.JurisdictionId == j.Id && (p.ToOn == null || p.ToOn >= actor.Day)),
                db.Plans.Any(p => p.JurisdictionId == j.Id),
                db.Plans.Any(p => p.JurisdictionId == j.Id && p.State == PlanState.InForce)),
        }).SingleAsync(ct);
        return seen.Issued ? null : seen.Start;
    }
}
