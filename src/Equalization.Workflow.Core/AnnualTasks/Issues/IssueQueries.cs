using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Issues;

/// <summary>A measure on the issue screen, with what it would become in the year. Obstacle: why nothing can be issued (Chinese), null when it can.</summary>
public sealed record IssuePreviewRow(
    Guid MeasureId, int Position, string? Number, string Title, bool Proposed, DateOnly DueOn, string Criteria, IReadOnlyList<string> Leads,
    int CooperatingCount, int Tasks, int TaskUnits, int AlreadyIssued, string? Obstacle);

/// <summary>A plan's year before it is issued. Tasks and TaskUnits count the proposed rows only.</summary>
public sealed record IssuePreview(Guid PlanId, string PlanTitle, int Year, int PeriodFrom, int PeriodTo, IReadOnlyList<IssuePreviewRow> Rows)
{
    /// <summary>Units of the proposed rows in which nobody would be told: no contact and no head in office.</summary>
    public IReadOnlyList<UnitName> Unmanned { get; init; } = [];

    public int Tasks => Rows.Where(r => r.Proposed).Sum(r => r.Tasks);

    public int TaskUnits => Rows.Where(r => r.Proposed).Sum(r => r.TaskUnits);
}

/// <summary>Reads for the issue screen.</summary>
public sealed class IssueQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Refuses all but the jurisdiction's office (not-allowed).</summary>
    public async Task<IssuePreview> Preview(Actor actor, Guid planId, int year, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var plan = Permission.Found(
            await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId, ct), p => p.JurisdictionId == actor.JurisdictionId);
        Permission.Require(TaskPermissions.MayIssue(actor, plan.JurisdictionId));
        var measures = await IssueService.MeasuresInForce(db, planId, ct);
        var layout = await IssueLayout.Load(db, plan.JurisdictionId, actor.Day, ct);
        var names = await db.Units.Where(u => u.JurisdictionId == plan.JurisdictionId).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        var groups = await db.UnitGroups.Where(g => g.JurisdictionId == plan.JurisdictionId).ToDictionaryAsync(g => g.Id, g => g.Name, ct);
        var issued = (await IssueService.Standing(db, planId, year, ct)).ToLookup(t => t.OriginId, t => t.LeadUnitId);

        var taking = new HashSet<Guid>();
        var rows = measures.Values.OrderBy(m => m.Position).Select(m =>
        {
            var obstacle = layout.Obstacle(m);
            var standing = issued[m.OriginId].ToHashSet();
            var tasks = obstacle is null ? layout.Of(m).Where(t => !standing.Contains(t.LeadUnitId)).ToList() : [];
            var proposed = obstacle is null && tasks.Count > 0 && m.RunsIn(year);
            taking.UnionWith(proposed ? tasks.SelectMany(t => t.CooperatingUnitIds.Append(t.LeadUnitId)) : []);
            return new IssuePreviewRow(
                m.Id, m.Position, m.Number, m.Title, proposed, m.DueIn(year), DraftCriteria(m, year),
                [.. m.Leads.OrderBy(u => u.Position).Select(Name)], m.Cooperating.Count(), tasks.Count,
                tasks.Sum(t => 1 + t.CooperatingUnitIds.Count), standing.Count, obstacle);
        }).ToList();
        var manned = await db.Memberships
            .Where(m => m.JurisdictionId == plan.JurisdictionId && (m.Role == Role.Contact || m.Role == Role.UnitHead)
                && m.FromOn <= actor.Day && (m.ToOn == null || m.ToOn >= actor.Day))
            .Select(m => m.UnitId).Distinct().ToListAsync(ct);
        return new IssuePreview(plan.Id, plan.Title, year, plan.PeriodFrom, plan.PeriodTo, rows)
        {
            Unmanned = [.. taking.Except(manned).Select(id => new UnitName(id, names[id])).OrderBy(u => u.Name, StringComparer.Ordinal)],
        };

        string Name(MeasureUnit unit) => unit.UnitId is { } u && names.TryGetValue(u, out var name) ? name
            : unit.GroupId is { } g && groups.TryGetValue(g, out var group) ? group
            : unit.AsWritten;
    }

    /// <summary>Acceptance criteria drafted from the year's targets, as written; without targets, the measure itself.</summary>
    internal static string DraftCriteria(Measure measure, int year)
    {
        var targets = measure.TargetsIn(year).OrderBy(t => t.Position).Select(t => t.AsWritten).Distinct().ToList();
        var text = targets.Count == 0 ? $"按方案要求完成“{measure.Title}”年度工作，有材料可查。" : string.Join("；", targets) + "。";
        return text.Cut(2000);
    }
}
