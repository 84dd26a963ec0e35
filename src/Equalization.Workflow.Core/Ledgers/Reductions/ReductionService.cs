using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers.Reductions;

/// <summary>Sets a county's yearly reduction targets for large classes and too large schools.</summary>
public sealed class ReductionService(Transact transact)
{
    /// <summary>
    /// Sets or changes the target of one school year. Version is the target's, null where none was set. Refuses all but the office (not-allowed), a kind that has no reduction (reduction-kind), no year (school-year), a
    /// county without schools (ledger-subject), and as <see cref="ReductionTarget.Set"/>.
    /// </summary>
    public Task Set(Actor actor, GapKind kind, string? county, int year, int? version, int most, CancellationToken ct) => transact.Run(actor, "设定消减目标", async (db, act) =>
    {
        var jurisdictionId = act.Actor.JurisdictionId;
        Permission.Require(LedgerPermissions.MayDecide(act.Actor, jurisdictionId));
        if (kind is not (GapKind.ClassSize or GapKind.SchoolSize))
        {
            throw new RuleBroken("reduction-kind", "只有大班额和大规模学校设消减目标。请重新选择。") { Field = "Kind" };
        }

        if (!SchoolYear.IsYear(year))
        {
            throw new RuleBroken("school-year", "这不是年份。请写成 2023 或 2023-2024。") { Field = nameof(ReductionTarget.Year) };
        }

        if (!await db.Schools.AnyAsync(s => s.JurisdictionId == jurisdictionId && s.County == county, ct))
        {
            throw new RuleBroken("ledger-subject", "没有找到所选的学校或区县。请从列表中选择。") { Field = nameof(ReductionTarget.County) };
        }

        var target = await db.ReductionTargets.SingleOrDefaultAsync(t => t.JurisdictionId == jurisdictionId && t.County == county && t.Kind == kind && t.Year == year, ct);
        if (target?.Version != version)
        {
            throw RuleBroken.Changed();
        }

        if (target is null)
        {
            target = new ReductionTarget(jurisdictionId, county!, kind, year);
            db.Add(target);
        }

        target.Set(most, act.Actor.Signature(), act.At);
    }, ct);
}
