using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>A case in the list of those the reader may read. Next: the open clock that ends first, with whose it is.</summary>
public sealed record CaseRow(
    Guid Id, string Unit, string? TaskNumber, CaseTrigger Trigger, CaseState State, DateTime OpenedAt, string? NoticeNumber, string? DecisionNumber, ClockRow? Next);

/// <summary>A signed step of the ladder that waits for its case, and what the form to open one offers.</summary>
public sealed record OpeningForm(Guid? StepId, string? Unit, string? TaskNumber, string? TaskTitle, string? Facts, IReadOnlyList<(Guid Id, string Name)> Units);

/// <summary>The terms in force (the defaults where no version was made yet), all versions, and whether this reader may put a next one in force.</summary>
public sealed record TermsPage(int Number, IReadOnlyList<TermValue> Terms, string Note, IReadOnlyList<(int Number, string Note, string By, DateTime At)> Versions, bool MaySet);

/// <summary>Reads lists of cases, never a case itself, whose reading is logged.</summary>
public sealed class AccountabilityQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Newest first; nobody is shown more than the cases on whose list they stand.</summary>
    public async Task<Paged<CaseRow>> Page(Actor actor, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mine = CaseAccess.ReadBy(db, actor);
        var cases = db.AccountabilityCases.AsNoTracking().Where(c => c.JurisdictionId == actor.JurisdictionId && mine.Contains(c.Id));
        var total = await cases.CountAsync(ct);
        var rows = await cases.OrderByDescending(c => c.OpenedAt).ThenBy(c => c.Id).Skip((page - 1) * size).Take(size)
            .Include(c => c.Statements).Include(c => c.Remedies).AsSplitQuery().ToListAsync(ct);
        var (unitIds, taskIds, rulesIds) = (rows.ConvertAll(r => r.UnitId), rows.ConvertAll(r => r.TaskId), rows.ConvertAll(r => r.RulesId));
        var units = await db.Units.Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        var tasks = await db.AnnualTasks.Where(t => taskIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Number, ct);
        var rules = await db.AccountabilityRules.AsNoTracking().Include(r => r.Terms).Where(r => rulesIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var receipts = await CaseReceipts.OfMany(db, rows, ct);
        return new(
            [.. rows.Select(c => new CaseRow(
                c.Id, units[c.UnitId], c.TaskId is { } taskId ? tasks[taskId] : null, c.Trigger, c.State, c.OpenedAt, c.NoticeNumber, c.DecisionNumber,
                c.IsOver ? null : CaseClock.Of(c, receipts[c.Id], rules[c.RulesId], actor.Day).Where(r => r.IsOpen).MinBy(r => r.DueOn)))],
            total, page, size);
    }

    /// <summary>What the form to open a case starts from. Refuses all but the office (not-allowed) and a step that is not an open one of accountability (not-found).</summary>
    public async Task<OpeningForm> Opening(Actor actor, Guid? stepId, CancellationToken ct)
    {
        Permission.Require(AccountabilityPermissions.MayOpen(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (stepId is { } id)
        {
            return await (from s in db.EscalationSteps
                          join t in db.AnnualTasks on s.TaskId equals t.Id
                          join u in db.Units on s.UnitId equals u.Id
                          where s.Id == id && s.JurisdictionId == actor.JurisdictionId && s.Rung == Rung.Accountability && s.State == StepState.Served
                          select new OpeningForm(s.Id, u.Name, t.Number, t.Title, s.Facts, Array.Empty<(Guid, string)>())).SingleOrDefaultAsync(ct) ?? throw RuleBroken.Missing();
        }

        var units = await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && u.Kind != UnitKind.Office && u.Kind != UnitKind.Leadership && (u.EndedOn == null || u.EndedOn >= actor.Day))
            .OrderBy(u => u.SortKey).Select(u => new { u.Id, u.Name }).ToListAsync(ct);
        return new OpeningForm(null, null, null, null, null, [.. units.Select(u => (u.Id, u.Name))]);
    }

    /// <summary>Refuses all but administrator, office and auditor (not-allowed).</summary>
    public async Task<TermsPage> Terms(Actor actor, CancellationToken ct)
    {
        Permission.Require(AccountabilityPermissions.MayReadTerms(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sets = await db.AccountabilityRules.AsNoTracking().Include(r => r.Terms).Where(r => r.JurisdictionId == actor.JurisdictionId).OrderByDescending(r => r.Number).ToListAsync(ct);
        var newest = sets.FirstOrDefault();
        return new TermsPage(
            newest?.Number ?? 0, newest is null ? AccountabilityRules.DefaultValues : [.. newest.Terms.OrderBy(t => t.Kind).Select(t => new TermValue(t.Kind, t.Days, t.Source))],
            newest?.Note ?? "", [.. sets.Select(s => (s.Number, s.Note, s.By, s.CreatedAt))], AccountabilityPermissions.MaySetTerms(actor));
    }
}
