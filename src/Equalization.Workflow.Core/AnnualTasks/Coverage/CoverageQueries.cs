using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Coverage;

/// <summary>Tasks of a measure in one year: those still open, those written off, and the open ones whose booked light is red.</summary>
public sealed record CoverageYear(int Year, bool Runs, int Open, int WrittenOff, int Red)
{
    public int Live => Open + WrittenOff;
}

/// <summary>A measure with its tasks by year. WhyNot is null while tasks can be issued from it.</summary>
public sealed record CoverageRow(Guid MeasureId, int Position, string? Number, string Title, IReadOnlyList<CoverageYear> Years, Finding? WhyNot)
{
    /// <summary>A task lives in a year that has begun, or there is a reason why none does.</summary>
    public bool IsCovered(int year) => WhyNot is not null || Years.All(y => !y.Runs || y.Year > year || y.Live > 0);
}

/// <summary>Whether every clause of a plan became work.</summary>
public sealed class CoverageQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>
    /// The measures of the version in force with their tasks, whichever version these were issued from; empty while none is in force.
    /// Refuses (not-found) what the person may not see.
    /// </summary>
    public async Task<IReadOnlyList<CoverageRow>> Of(Actor actor, Guid planId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var plan = Permission.Found(
            await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId, ct),
            p => PlanPermissions.MayRead(actor, p.JurisdictionId, p.State == PlanState.Draft));
        var measures = await IssueService.MeasuresInForce(db, planId, ct);
        var counts = await (from t in db.AnnualTasks
                            join m in db.Measures on t.MeasureId equals m.Id
                            where t.PlanId == planId && t.State != TaskState.Withdrawn
                            group t by new { m.OriginId, t.Year } into g
                            select new
                            {
                                g.Key.OriginId,
                                g.Key.Year,
                                Open = g.Count(t => t.ClosedOn == null),
                                WrittenOff = g.Count(t => t.ClosedOn != null),
                                Red = g.Count(t => t.ClosedOn == null && t.Light == Light.Red),
                            }).ToListAsync(ct);
        var byYear = counts.ToDictionary(c => (c.OriginId, c.Year));
        var years = Enumerable.Range(plan.PeriodFrom, plan.PeriodTo - plan.PeriodFrom + 1).ToList();
        return
        [
            .. measures.Values.OrderBy(m => m.Position).Select(m => new CoverageRow(
                m.Id, m.Position, m.Number, m.Title,
                [
                    .. years.Select(year => byYear.TryGetValue((m.OriginId, year), out var c)
                        ? new CoverageYear(year, m.RunsIn(year), c.Open, c.WrittenOff, c.Red)
                        : new CoverageYear(year, m.RunsIn(year), 0, 0, 0)),
                ],
                MeasureCheck.WhyNot(m))),
        ];
    }
}
