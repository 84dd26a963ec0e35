using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>
/// Who sees and who keeps the ledger of gaps. Whoever reads all of the jurisdiction sees all; a unit sees the schools whose ledger it keeps and the gaps that tasks
/// it takes part in are to close. The office decides.
/// </summary>
public static class LedgerPermissions
{
    public static bool MaySee(Actor actor, Guid jurisdictionId) => SchoolPermissions.MaySee(actor, jurisdictionId);

    /// <summary>Registers, ties, writes off, names keepers, sets targets.</summary>
    public static bool MayDecide(Actor actor, Guid jurisdictionId) => SchoolPermissions.MayEdit(actor, jurisdictionId);

    /// <summary>The office, and the unit that keeps the school's ledger.</summary>
    public static bool MayMeasure(Actor actor, LedgerEntry entry, Guid? keeperUnitId) =>
        MayDecide(actor, entry.JurisdictionId) || (actor.JurisdictionId == entry.JurisdictionId && keeperUnitId is { } unit && actor.WorksFor(unit));
}

/// <summary>The same sight as <see cref="LedgerPermissions"/>, as a filter.</summary>
public static class LedgerSight
{
    public static IQueryable<LedgerEntry> SeenBy(this IQueryable<LedgerEntry> entries, WorkflowDb db, Actor actor)
    {
        var own = entries.Where(e => e.JurisdictionId == actor.JurisdictionId);
        if (actor.ReadsAll(actor.JurisdictionId))
        {
            return own;
        }

        return LedgerPermissions.MaySee(actor, actor.JurisdictionId)
            ? own.Where(e => db.SchoolKeepings.Any(k => k.SchoolId == e.SchoolId && k.UnitId == actor.UnitId)
                || db.LedgerTies.Any(t => t.EntryId == e.Id && t.EndedAt == null
                    && db.TaskUnits.Any(u => u.TaskId == t.TaskId && u.UnitId == actor.UnitId && (u.State != TaskUnitState.Released || u.Role == UnitRole.FormerLead))))
            : own.Where(_ => false);
    }
}
