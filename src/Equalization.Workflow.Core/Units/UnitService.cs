using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Units;

/// <summary>A unit as its form has it. Aliases: one a line. Version is that of the row the form was made from; 0 for a new unit.</summary>
public sealed record UnitInput(string Name, string? ShortName, UnitKind Kind, Guid? ParentId, string? Aliases, int Version);

/// <summary>A unit group as its form has it.</summary>
public sealed record GroupInput(string Name, string? Aliases, IReadOnlyList<Guid> UnitIds, int Version);

/// <summary>The numbers of the open tasks in which a unit takes part, in their order, as the act finds them.</summary>
public delegate Task<IReadOnlyList<string>> UnitDuties(WorkflowDb db, Guid unitId, CancellationToken ct);

/// <summary>Keeps the unit tree, its aliases and the unit groups. All of it is the administrator's and the office's.</summary>
public sealed class UnitService(Transact transact, UnitDuties duties)
{
    private const int MostNamed = 8;

    /// <summary>Refuses a name or an alias that another unit or group has (unit-name-taken, alias-taken).</summary>
    public Task<Guid> Create(Actor actor, UnitInput input, CancellationToken ct) =>
        transact.Run(actor, "新增单位", async (db, act) =>
        {
            Permission.Require(UnitPermissions.MayEdit(act.Actor, act.Actor.JurisdictionId));
            var parent = await Parent(db, act, null, input.ParentId, ct);
            var unit = new Unit(
                act.Actor.JurisdictionId,
                UnitText.Required(input.Name, UnitRules.LongestName, nameof(input.Name)),
                input.Kind,
                UnitText.Optional(input.ShortName, UnitRules.LongestShortName, nameof(input.ShortName)),
                parent);
            await RequireFree(db, act, unit.Id, unit.Name, ct);
            db.Add(unit);
            await SetAliases(db, act, unit.Id, unit.Aliases, input.Aliases, unit.AddAlias, unit.RemoveAlias, ct);
            return unit.Id;
        }, ct);

    /// <summary>Refuses a stale form (stale), a taken name or alias, and a place below itself (parent-circle).</summary>
    public Task Change(Actor actor, Guid unitId, UnitInput input, CancellationToken ct) =>
        transact.Run(actor, "修改单位", async (db, act) =>
        {
            var unit = await Find(db, act, unitId, ct);
            db.Expect(unit, input.Version);
            unit.Rename(
                UnitText.Required(input.Name, UnitRules.LongestName, nameof(input.Name)),
                UnitText.Optional(input.ShortName, UnitRules.LongestShortName, nameof(input.ShortName)));
            unit.MoveUnder(await Parent(db, act, unitId, input.ParentId, ct));
            await RequireFree(db, act, unit.Id, unit.Name, ct);
            await SetAliases(db, act, unit.Id, unit.Aliases, input.Aliases, unit.AddAlias, unit.RemoveAlias, ct);

            // A change of aliases alone must still meet a change made meanwhile.
            db.Entry(unit).Property(u => u.Name).IsModified = true;
        }, ct);

    /// <summary>
    /// The unit's last day. Refuses while people hold posts there beyond that day (unit-has-people), and while it has a part in open tasks (unit-has-tasks): these
    /// first go to the unit that takes over its duties, each by a decision.
    /// </summary>
    public Task End(Actor actor, Guid unitId, DateOnly lastDay, int version, CancellationToken ct) =>
        transact.Run(actor, "撤销单位", async (db, act) =>
        {
            var unit = await Find(db, act, unitId, ct);
            db.Expect(unit, version);
            if (await duties(db, unitId, ct) is { Count: > 0 } open)
            {
                throw new RuleBroken(
                    "unit-has-tasks", "该单位还承担 {0} 项在办任务（{1}），不能撤销。请先在任务页变更牵头单位，配合的任务由办公室更正下达。", open.Count, string.Join('、', open.Take(MostNamed)))
                { Field = "LastDay" };
            }

            var staying = await db.Memberships.CountAsync(m => m.UnitId == unitId && (m.ToOn == null || m.ToOn > lastDay), ct);
            if (staying > 0)
            {
                throw new RuleBroken("unit-has-people", "该单位在此日之后还有 {0} 个在任岗位，不能撤销。请先登记离任。", staying) { Field = "LastDay" };
            }

            unit.End(lastDay);
        }, ct);

    public Task<Guid> CreateGroup(Actor actor, GroupInput input, CancellationToken ct) =>
        transact.Run(actor, "新增集体单位", async (db, act) =>
        {
            Permission.Require(UnitPermissions.MayEdit(act.Actor, act.Actor.JurisdictionId));
            var group = new UnitGroup(act.Actor.JurisdictionId, UnitText.Required(input.Name, UnitRules.LongestName, nameof(input.Name)));
            db.Add(group);
            await Fill(db, act, group, input, ct);
            return group.Id;
        }, ct);

    /// <summary>Refuses a stale form. Tasks that were issued to the members stay as they are; the next issue goes to the new members.</summary>
    public Task ChangeGroup(Actor actor, Guid groupId, GroupInput input, CancellationToken ct) =>
        transact.Run(actor, "修改集体单位", async (db, act) =>
        {
            var group = Permission.Found(
                await db.UnitGroups.Include(g => g.Members).Include(g => g.Aliases).AsSplitQuery().SingleOrDefaultAsync(g => g.Id == groupId, ct),
                g => UnitPermissions.MaySee(act.Actor, g.JurisdictionId));
            Permission.Require(UnitPermissions.MayEdit(act.Actor, group.JurisdictionId));
            db.Expect(group, input.Version);
            group.Rename(UnitText.Required(input.Name, UnitRules.LongestName, nameof(input.Name)));
            await Fill(db, act, group, input, ct);
            db.Entry(group).Property(g => g.Name).IsModified = true;
        }, ct);

    private static async Task Fill(WorkflowDb db, CurrentAct act, UnitGroup group, GroupInput input, CancellationToken ct)
    {
        await RequireFree(db, act, group.Id, group.Name, ct);
        var wanted = input.UnitIds.ToHashSet();
        var units = await db.Units.Where(u => u.JurisdictionId == act.Actor.JurisdictionId && wanted.Contains(u.Id)).OrderBy(u => u.SortKey).ToListAsync(ct);
        if (units.Count == 0 || units.Count < wanted.Count)
        {
            throw new RuleBroken("group-members", "集体单位至少要有一个本地区的成员单位，请勾选。") { Field = nameof(input.UnitIds) };
        }

        db.RemoveRange(group.Keep(wanted));
        units.ForEach(group.AddMember);
        await SetAliases(db, act, group.Id, group.Aliases, input.Aliases, group.AddAlias, group.RemoveAlias, ct);
    }

    private static async Task<Unit> Find(WorkflowDb db, CurrentAct act, Guid unitId, CancellationToken ct)
    {
        var unit = Permission.Found(
            await db.Units.Include(u => u.Aliases).SingleOrDefaultAsync(u => u.Id == unitId, ct),
            u => UnitPermissions.MaySee(act.Actor, u.JurisdictionId));
        Permission.Require(UnitPermissions.MayEdit(act.Actor, unit.JurisdictionId));
        return unit;
    }

    private static async Task<Guid?> Parent(WorkflowDb db, CurrentAct act, Guid? unitId, Guid? parentId, CancellationToken ct)
    {
        if (parentId is null)
        {
            return null;
        }

        var parents = await db.Units.Where(u => u.JurisdictionId == act.Actor.JurisdictionId).ToDictionaryAsync(u => u.Id, u => u.ParentId, ct);
        if (!parents.ContainsKey(parentId.Value))
        {
            throw new RuleBroken("parent-unknown", "没有找到这个上级单位，请重新选择。") { Field = nameof(UnitInput.ParentId) };
        }

        UnitRules.RequireTree(parents, unitId, parentId.Value);
        return parentId;
    }

    /// <summary>A name must not be another's name or alias, or a document's words would mean two things.</summary>
    private static async Task RequireFree(WorkflowDb db, CurrentAct act, Guid ownId, string name, CancellationToken ct)
    {
        var normalised = UnitAlias.Normalise(name);
        var city = act.Actor.JurisdictionId;
        var taken = await db.Units.AnyAsync(u => u.JurisdictionId == city && u.Name == name && u.Id != ownId, ct)
            || await db.UnitGroups.AnyAsync(g => g.JurisdictionId == city && g.Name == name && g.Id != ownId, ct)
            || await db.UnitAliases.AnyAsync(
                a => a.JurisdictionId == city && a.Normalised == normalised && a.UnitId != ownId && a.GroupId != ownId, ct);
        if (taken)
        {
            throw UnitRules.NameTaken(name);
        }
    }

    private static async Task SetAliases(
        WorkflowDb db, CurrentAct act, Guid ownId, IReadOnlyList<UnitAlias> existing, string? typed, Action<string> add, Action<UnitAlias> remove,
        CancellationToken ct)
    {
        var wanted = UnitText.Aliases(typed, UnitRules.LongestName, nameof(UnitInput.Aliases));
        var normalised = wanted.Select(UnitAlias.Normalise).ToList();
        var city = act.Actor.JurisdictionId;
        var taken = await db.UnitAliases
            .Where(a => a.JurisdictionId == city && normalised.Contains(a.Normalised) && a.UnitId != ownId && a.GroupId != ownId)
            .Select(a => a.Text)
            .Concat(db.Units.Where(u => u.JurisdictionId == city && u.Id != ownId && normalised.Contains(u.Name)).Select(u => u.Name))
            .FirstOrDefaultAsync(ct);
        if (taken is not null)
        {
            throw UnitRules.AliasTaken(taken);
        }

        foreach (var gone in existing.Where(a => !normalised.Contains(a.Normalised)).ToList())
        {
            remove(gone);
            db.Remove(gone);
        }

        foreach (var alias in wanted)
        {
            add(alias);
        }
    }
}
