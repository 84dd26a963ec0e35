using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>Names the unit that keeps a school's ledger, and registers schools that were closed or merged.</summary>
public sealed class SchoolKeepingService(Transact transact)
{
    /// <summary>
    /// Names the keeper of one school; null gives it back to the office. Version is the keeping's, null where the school had none, as in the acts below. Refuses all but the
    /// office (not-allowed) and a unit not of the place (ledger-unit).
    /// </summary>
    public Task KeepBy(Actor actor, Guid schoolId, int? version, Guid? unitId, CancellationToken ct) => transact.Run(actor, "指定学校台账单位", async (db, act) =>
    {
        var (school, keeping) = await Take(db, act.Actor, schoolId, version, ct);
        await RequireUnit(db, school.JurisdictionId, unitId, ct);
        keeping.KeepBy(unitId);
        await db.TellOfKeeping(act, unitId is { } unit ? new Dictionary<Guid, Guid> { [schoolId] = unit } : [], ct);
    }, ct);

    /// <summary>
    /// Names keepers for all schools of a county that have none: the unit that bears the school's name, short name or alias, else the one given. Answers how many
    /// were named. Refuses all but the office (not-allowed) and a unit not of the place (ledger-unit).
    /// </summary>
    public Task<int> KeepCounty(Actor actor, string? county, Guid? otherwise, CancellationToken ct) => transact.Run(actor, "指定学校台账单位", async (db, act) =>
    {
        var jurisdictionId = act.Actor.JurisdictionId;
        Permission.Require(LedgerPermissions.MayDecide(act.Actor, jurisdictionId));
        await RequireUnit(db, jurisdictionId, otherwise, ct);
        var schools = await db.Schools.Where(s => s.JurisdictionId == jurisdictionId && s.County == county).Select(s => new { s.Id, s.Name }).ToListAsync(ct);
        var keepings = await db.SchoolKeepings.Where(k => k.JurisdictionId == jurisdictionId).ToDictionaryAsync(k => k.SchoolId, ct);
        var units = await UnitsByName(db, jurisdictionId, act.Actor.Day, ct);
        var named = new Dictionary<Guid, Guid>();
        foreach (var school in schools.Where(s => keepings.GetValueOrDefault(s.Id)?.UnitId is null))
        {
            if ((units.TryGetValue(school.Name, out var unit) ? unit : otherwise) is { } keeper)
            {
                Keeping(db, keepings.GetValueOrDefault(school.Id), school.Id, jurisdictionId).KeepBy(keeper);
                named[school.Id] = keeper;
            }
        }

        await db.TellOfKeeping(act, named, ct);
        return named.Count;
    }, ct);

    /// <summary>
    /// Registers a school as closed or merged and writes its open gaps off for that reason; answers how many. Refuses all but the office (not-allowed), no year
    /// (school-year), a school with data of that year or later (school-still-there), and as <see cref="SchoolKeeping.Close"/>.
    /// </summary>
    public Task<int> Close(Actor actor, Guid schoolId, int? version, int from, string? reason, CancellationToken ct) => transact.Run(actor, "登记学校撤并", async (db, act) =>
    {
        var (school, keeping) = await Take(db, act.Actor, schoolId, version, ct);
        if (!SchoolYear.IsYear(from))
        {
            throw new RuleBroken("school-year", "这不是年份。请写成 2023 或 2023-2024。") { Field = "From" };
        }

        if (await db.SchoolRecords.Where(r => r.SchoolId == schoolId && r.Year >= from).Select(r => (int?)r.Year).MaxAsync(ct) is { } year)
        {
            throw new RuleBroken("school-still-there", "这所学校有 {0}—{1} 学年的数据，不能登记为此前撤并。请核对撤并的学年。", year, year + 1) { Field = "From" };
        }

        keeping.Close(from, reason, act.Actor.Signature(), act.At);
        var open = await db.LedgerEntries.Where(e => e.SchoolId == school.Id && e.State == LedgerState.Open).OrderBy(e => e.Number).ToListAsync(ct);
        var counter = open.Count == 0 ? null : await db.TakeCounter(act, ct);
        foreach (var entry in open)
        {
            entry.WriteOffWithReason(ChinaTime.DayOf(act.At));
            db.Decide(entry, DecisionKind.WriteOffWithReason, keeping.ClosedReason, counter!.NextWriteOff());
        }

        return open.Count;
    }, ct);

    /// <summary>
    /// Takes back a closing registered by mistake, and with it the write-offs it brought; answers how many. Refuses all but the office (not-allowed), no reason
    /// (ledger-reason), a school that is not closed (school-not-closed), and a gap that was written off by itself since (ledger-ended-anew).
    /// </summary>
    public Task<int> Restore(Actor actor, Guid schoolId, int? version, string? reason, CancellationToken ct) => transact.Run(actor, "撤销学校撤并登记", async (db, act) =>
    {
        var (_, keeping) = await Take(db, act.Actor, schoolId, version, ct);
        var words = reason.Needed(LedgerService.LongestReason, "撤销理由", new RuleBroken("ledger-reason", "请写明撤销撤并登记的理由。") { Field = "Reason" });
        var closedAt = keeping.ClosedAt;
        keeping.Restore();
        var ended = await db.LedgerEntries.Where(e => e.SchoolId == schoolId && e.State == LedgerState.WrittenOff
            && db.LedgerDecisions.Any(d => d.EntryId == e.Id && d.Kind == DecisionKind.WriteOffWithReason && d.At == closedAt)).OrderBy(e => e.Number).ToListAsync(ct);
        await RequireNoLaterWriteOff(db, ended, closedAt, ct);
        var standing = await db.LedgerEntries.Where(e => e.SchoolId == schoolId && e.StandingKey != null).Select(e => e.StandingKey!).ToListAsync(ct);
        var toTake = ended.Where(e => !standing.Contains(e.Key.Text)).ToList();
        foreach (var entry in toTake)
        {
            entry.TakeBack();
            db.Decide(entry, DecisionKind.TakeBack, words);
        }

        return toTake.Count;
    }, ct);

    /// <summary>A write-off that a person decided since for reasons of its own is not this act's to take back.</summary>
    private static async Task RequireNoLaterWriteOff(WorkflowDb db, List<LedgerEntry> ended, DateTime? closedAt, CancellationToken ct)
    {
        var ids = ended.ConvertAll(e => e.Id);
        var anew = await db.LedgerDecisions.Where(d => ids.Contains(d.EntryId) && (d.Kind == DecisionKind.WriteOff || d.Kind == DecisionKind.WriteOffWithReason) && d.At > closedAt)
            .Select(d => d.EntryId).Distinct().ToListAsync(ct);
        if (anew.Count > 0)
        {
            throw new RuleBroken(
                "ledger-ended-anew", "差距 {0} 在登记撤并之后又单独销账，不能随撤并登记一并恢复。请先打开该项差距撤销销账，再撤销撤并登记。",
                string.Join('、', ended.Where(e => anew.Contains(e.Id)).Select(e => e.Number)));
        }
    }

    private static async Task<(School School, SchoolKeeping Keeping)> Take(WorkflowDb db, Actor actor, Guid schoolId, int? version, CancellationToken ct)
    {
        var school = Permission.Found(await db.Schools.SingleOrDefaultAsync(s => s.Id == schoolId, ct), s => SchoolPermissions.MaySee(actor, s.JurisdictionId));
        Permission.Require(LedgerPermissions.MayDecide(actor, school.JurisdictionId));
        var there = await db.SchoolKeepings.SingleOrDefaultAsync(k => k.SchoolId == schoolId, ct);
        if (there?.Version != version)
        {
            throw RuleBroken.Changed();
        }

        return (school, Keeping(db, there, schoolId, school.JurisdictionId));
    }

    private static SchoolKeeping Keeping(WorkflowDb db, SchoolKeeping? there, Guid schoolId, Guid jurisdictionId)
    {
        if (there is null)
        {
            there = new SchoolKeeping(schoolId, jurisdictionId);
            db.Add(there);
        }

        return there;
    }

    private static async Task RequireUnit(WorkflowDb db, Guid jurisdictionId, Guid? unitId, CancellationToken ct)
    {
        if (unitId is { } id && !await db.Units.AnyAsync(u => u.Id == id && u.JurisdictionId == jurisdictionId, ct))
        {
            throw new RuleBroken("ledger-unit", "没有找到所选的责任单位。请从列表中选择。") { Field = "UnitId" };
        }
    }

    /// <summary>By any of a unit's names; a name that two units bear names nobody.</summary>
    private static async Task<Dictionary<string, Guid>> UnitsByName(WorkflowDb db, Guid jurisdictionId, DateOnly day, CancellationToken ct)
    {
        var units = await db.Units.Where(u => u.JurisdictionId == jurisdictionId && (u.EndedOn == null || u.EndedOn >= day))
            .Select(u => new { u.Id, u.Name, u.ShortName, Aliases = u.Aliases.Select(a => a.Text).ToList() }).ToListAsync(ct);
        return units.SelectMany(u => u.Aliases.Append(u.Name).Append(u.ShortName).Distinct(), (u, name) => (name, u.Id)).GroupBy(n => n.name)
            .Where(g => g.Select(n => n.Id).Distinct().Count() == 1).ToDictionary(g => g.Key, g => g.First().Id);
    }
}
