using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations.Evaluations;

/// <summary>The form as it stands: Version 0 before anything was written. Years: those with school data.</summary>
public sealed record EvaluationView(Guid AccreditationId, string County, int Round, Readiness Readiness, IReadOnlyList<int> Years, IReadOnlyList<string> Groups, int Version, bool MayWrite, bool MayDecideVeto);

/// <summary>Reads self-evaluations for the form, the readiness and the report.</summary>
public sealed class EvaluationQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Judged by the year wished, else by the evaluation's own. Refuses what may not be seen (not-found).</summary>
    public async Task<EvaluationView> One(Actor actor, Guid accreditationId, int? year, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var accreditation = await Seen(db, actor, accreditationId, ct);
        var readiness = await ReadinessQueries.Of(db, accreditation, year, actor.Day, ct);
        var version = await db.SelfEvaluations.Where(e => e.AccreditationId == accreditationId).Select(e => (int?)e.Version).SingleOrDefaultAsync(ct);
        return new(
            accreditation.Id, accreditation.County, accreditation.Round, readiness, await ReadinessQueries.Years(db, accreditation, ct), EvaluationLine.Groups(readiness.Standard), version ?? 0,
            accreditation.IsEvaluating && AccreditationPermissions.MayEvaluate(actor, accreditation), AccreditationPermissions.MayDecide(actor, accreditation));
    }

    /// <summary>The draft of the county's self-evaluation report (自评报告), filled from data; whoever signs it edits it first. Refuses what may not be seen (not-found).</summary>
    public async Task<PaperDocument> Report(Actor actor, Guid accreditationId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var accreditation = await Seen(db, actor, accreditationId, ct);
        var readiness = await ReadinessQueries.Of(db, accreditation, null, actor.Day, ct);
        var problems = await (from p in db.AccreditationProblems.AsNoTracking()
                              join u in db.Units on p.UnitId equals u.Id
                              where p.AccreditationId == accreditationId
                              orderby p.Number
                              select new ReportedProblem(p.Number, p.Stage, p.Text, u.ShortName, p.DueOn, p.State, p.Rectification)).ToListAsync(ct);
        var unit = await db.Units.Where(u => u.Id == accreditation.UnitId).Select(u => u.Name).SingleOrDefaultAsync(ct);
        return EvaluationReport.Of(accreditation, readiness, problems, unit ?? accreditation.County, actor.Day);
    }

    private static async Task<Accreditation> Seen(WorkflowDb db, Actor actor, Guid id, CancellationToken ct) => Permission.Found(
        await db.Accreditations.AsNoTracking().Include(a => a.Terms).SingleOrDefaultAsync(a => a.Id == id, ct), a => AccreditationPermissions.MaySee(actor, a));
}

/// <summary>A problem as the report lists it.</summary>
internal sealed record ReportedProblem(int Number, AccreditationStage Stage, string Text, string Unit, DateOnly DueOn, ProblemState State, string? Rectification);
