using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Editions;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Editions;

/// <summary>An open task of a measure that another edition may change.</summary>
public sealed record EditionTask
{
    public Guid OriginId { get; init; }

    public Guid TaskId { get; init; }

    public string Number { get; init; } = "";

    public int Year { get; init; }
}

/// <summary>
/// What the edition in force asks of a task issued under one before it. Text is what it should say, as it does where nothing changed; Lead is
/// another unit that should lead. Gone: its measure is no longer in the plan.
/// </summary>
public sealed record EditionProposal(int Number, bool Gone, bool Reworded, TaskText Text, Guid? Lead)
{
    public string Reason => ReasonOf(Number);

    public static string ReasonOf(int version) => $"按方案第{version}版修订。";
}

/// <summary>Reads which tasks of a plan are open, for the office that revises it.</summary>
public sealed class EditionTaskQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>The open tasks of some measures, by origin. Refuses all but the office (not-allowed); a plan of another jurisdiction has none.</summary>
    public async Task<ILookup<Guid, EditionTask>> Open(Actor actor, Guid planId, IReadOnlyCollection<Guid> originIds, CancellationToken ct)
    {
        Permission.Require(PlanPermissions.MayWrite(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = await Open(db, actor, planId).Where(t => originIds.Contains(t.OriginId)).OrderBy(t => t.Number).ToListAsync(ct);
        return open.ToLookup(t => t.OriginId);
    }

    /// <summary>The measures, by origin, that open tasks hang on. Refuses as <see cref="Open(Actor, Guid, IReadOnlyCollection{Guid}, CancellationToken)"/>.</summary>
    public async Task<IReadOnlySet<Guid>> Touched(Actor actor, Guid planId, CancellationToken ct)
    {
        Permission.Require(PlanPermissions.MayWrite(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Open(db, actor, planId).Select(t => t.OriginId).Distinct().ToHashSetAsync(ct);
    }

    /// <summary>
    /// Null where the task was issued under the edition in force. Refuses with not-found a task the person does not see, and all but the office
    /// (not-allowed).
    /// </summary>
    public async Task<EditionProposal?> Proposal(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = await db.AnnualTasks.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(t => t.Id == taskId, ct) ?? throw RuleBroken.Missing();
        Permission.Require(PlanPermissions.MayWrite(actor, task.JurisdictionId));
        var inForce = await db.PlanVersions.Where(v => v.PlanId == task.PlanId && v.State == PlanVersionState.Confirmed)
            .Select(v => new { v.Id, v.Number }).SingleOrDefaultAsync(ct);
        var before = await DraftAccess.All(db).AsNoTracking().SingleAsync(m => m.Id == task.MeasureId, ct);
        if (inForce is null || inForce.Id == before.PlanVersionId)
        {
            return null;
        }

        var now = await DraftAccess.All(db).AsNoTracking().Where(m => m.PlanVersionId == inForce.Id && m.OriginId == before.OriginId)
            .OrderBy(m => m.Position).FirstOrDefaultAsync(ct);
        var asItIs = new TaskText(task.Title, task.Content, task.Criteria);
        var text = now is null ? asItIs : Follow(asItIs, before, now, task.Year);
        return new EditionProposal(inForce.Number, now is null, text != asItIs, text, now is null ? null : OtherLead(task.LeadUnitId, before, now));
    }

    private static IQueryable<EditionTask> Open(WorkflowDb db, Actor actor, Guid planId) =>
        from t in db.AnnualTasks
        join m in db.Measures on t.MeasureId equals m.Id
        where t.PlanId == planId && t.JurisdictionId == actor.JurisdictionId && t.ClosedOn == null
        select new EditionTask { OriginId = m.OriginId, TaskId = t.Id, Number = t.Number, Year = t.Year };

    /// <summary>What the edition left alone stays as the task has it, however the office amended it.</summary>
    internal static TaskText Follow(TaskText text, Measure before, Measure now, int year)
    {
        var (oldCriteria, newCriteria) = (IssueQueries.DraftCriteria(before, year), IssueQueries.DraftCriteria(now, year));
        return new TaskText(
            EditionComparison.SameWords(before.Title, now.Title) ? text.Title : now.Title,
            EditionComparison.SameWords(before.Body, now.Body) ? text.Content : now.Body,
            text.Criteria != oldCriteria || EditionComparison.SameWords(oldCriteria, newCriteria) ? text.Criteria : newCriteria);
    }

    /// <summary>The one unit that leads now, where the task's lead was the plan's own and no longer is.</summary>
    private static Guid? OtherLead(Guid lead, Measure before, Measure now)
    {
        var leads = now.Leads.ToList();
        return leads.Count == 1 && before.Leads.Any(u => u.UnitId == lead) && leads[0].UnitId != lead ? leads[0].UnitId : null;
    }
}
