using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Drafts;

/// <summary>A unit of a measure and the version of the measure that the form showed.</summary>
public sealed record MeasureUnitInput(Guid MeasureId, int Version, Guid MeasureUnitId);

/// <summary>A unit or group of the list to be put to a measure. ListId is the id of either.</summary>
public sealed record AddUnitInput(Guid MeasureId, int Version, Guid? ListId, DraftUnitRole Role);

/// <summary>What an unmatched name means. Remember keeps the written name as an alias and matches it throughout the draft.</summary>
public sealed record MatchInput(Guid MeasureId, int Version, Guid MeasureUnitId, Guid? ListId, bool Remember);

/// <summary>A unit to be made from a name that nobody knows; Kind is that of a single unit.</summary>
public sealed record NewUnitInput(Guid MeasureId, int Version, Guid MeasureUnitId, string? Name, UnitKind Kind);

/// <summary>A group (集体单位) to be made from a collective name, with its members in order.</summary>
public sealed record NewGroupInput(Guid MeasureId, int Version, Guid MeasureUnitId, string? Name, IReadOnlyList<Guid> MemberIds);

/// <summary>Corrects the units of a draft's measures. Refuses a confirmed version (plan-confirmed) and a stale form.</summary>
public sealed class MeasureUnitService(Transact transact)
{
    /// <summary>Refuses an id that the list does not hold (unit-unknown) and a unit that is there in that role (unit-twice).</summary>
    public async Task Add(Actor actor, AddUnitInput input, CancellationToken ct) =>
        await transact.Run(actor, "增加责任单位", async (db, act) =>
        {
            var (_, measure) = await DraftAccess.Measure(db, actor, input.MeasureId, input.Version, ct);
            var listed = await Listed(db, actor, input.ListId, act, ct);
            var unit = new MeasureUnit(
                measure.JurisdictionId, input.Role, Count(measure, input.Role), listed.Name, measure.SourceStart, 0) { IsCollective = listed.IsGroup };
            Match(unit, listed);
            if (measure.Units.Any(u => u.IsSameAs(unit)))
            {
                throw new RuleBroken("unit-twice", "“{0}”已在这条措施中，不需要重复添加。", listed.Name) { Field = "ListId" };
            }

            measure.Add(unit);
            db.Add(unit);
        }, ct);

    public async Task Remove(Actor actor, MeasureUnitInput input, CancellationToken ct) =>
        await transact.Run(actor, "删除责任单位", async (db, _) =>
        {
            var (_, measure) = await DraftAccess.Measure(db, actor, input.MeasureId, input.Version, ct);
            var unit = UnitOf(measure, input.MeasureUnitId);
            measure.Remove(unit);
            db.Remove(unit);
            Renumber(measure, unit.Role);
        }, ct);

    /// <summary>Also how a responsible unit becomes the lead.</summary>
    public async Task ChangeRole(Actor actor, MeasureUnitInput input, DraftUnitRole role, CancellationToken ct) =>
        await transact.Run(actor, "调整单位角色", async (db, _) =>
        {
            var (_, measure) = await DraftAccess.Measure(db, actor, input.MeasureId, input.Version, ct);
            var unit = UnitOf(measure, input.MeasureUnitId);
            var former = unit.Role;
            if (former == role)
            {
                return;
            }

            unit.Position = Count(measure, role);
            unit.Role = role;
            Renumber(measure, former);
        }, ct);

    /// <summary>One place earlier (-1) or later (1) within its role; at the end of the list nothing changes.</summary>
    public async Task Move(Actor actor, MeasureUnitInput input, int by, CancellationToken ct) =>
        await transact.Run(actor, "调整单位顺序", async (db, _) =>
        {
            var (_, measure) = await DraftAccess.Measure(db, actor, input.MeasureId, input.Version, ct);
            var unit = UnitOf(measure, input.MeasureUnitId);
            var row = measure.Units.Where(u => u.Role == unit.Role).OrderBy(u => u.Position).ToList();
            var to = Math.Clamp(row.IndexOf(unit) + Math.Sign(by), 0, row.Count - 1);
            row.Remove(unit);
            row.Insert(to, unit);
            foreach (var (index, other) in row.Index())
            {
                other.Position = index;
            }
        }, ct);

    /// <summary>
    /// Says which unit or group of the list a name means, and answers how many places it settled. Refuses an id that the list does not
    /// hold (unit-unknown), and to remember a name that means another unit (alias-taken).
    /// </summary>
    public async Task<int> Match(Actor actor, MatchInput input, CancellationToken ct) =>
        await transact.Run(actor, "匹配单位", async (db, act) =>
        {
            var (draft, measure) = await DraftAccess.Measure(db, actor, input.MeasureId, input.Version, ct);
            var unit = UnitOf(measure, input.MeasureUnitId);
            var listed = await Listed(db, actor, input.ListId, act, ct);
            if (!input.Remember)
            {
                Match(unit, listed);
                return 1;
            }

            await Remember(db, actor, unit.AsWritten, listed, act, ct);
            return await MatchAll(db, draft, measure, unit, listed, ct);
        }, ct);

    /// <summary>Makes a unit of an unknown name and matches it throughout the draft. Refuses a name that the list has (unit-exists).</summary>
    public async Task<int> CreateUnit(Actor actor, NewUnitInput input, CancellationToken ct) =>
        await transact.Run(actor, "新建单位", async (db, act) =>
        {
            var (draft, measure) = await DraftAccess.Measure(db, actor, input.MeasureId, input.Version, ct);
            var named = UnitOf(measure, input.MeasureUnitId);
            var unit = new Unit(actor.JurisdictionId, DraftWriter.Cut(input.Name ?? "", 100), input.Kind);
            await MustBeNew(db, actor, unit.Name, act, ct);
            db.Add(unit);
            return await MatchAll(db, draft, measure, named, new KnownName(unit.Id, false, unit.Name, unit.Name), ct);
        }, ct);

    /// <summary>
    /// Makes a group of a collective name and matches it throughout the draft. Refuses a name that the list has (unit-exists), no members
    /// (group-empty) and a member that is no unit of the jurisdiction (unit-unknown).
    /// </summary>
    public async Task<int> CreateGroup(Actor actor, NewGroupInput input, CancellationToken ct) =>
        await transact.Run(actor, "新建单位分组", async (db, act) =>
        {
            var (draft, measure) = await DraftAccess.Measure(db, actor, input.MeasureId, input.Version, ct);
            var named = UnitOf(measure, input.MeasureUnitId);
            var name = string.IsNullOrWhiteSpace(input.Name)
                ? throw new RuleBroken("unit-name", "分组名称不能为空，请填写，例如“各区县（市）政府”。") { Field = "Name" }
                : DraftWriter.Cut(input.Name.Trim(), 100);
            if (input.MemberIds.Count == 0)
            {
                throw new RuleBroken("group-empty", "请至少选择一个成员单位。") { Field = "MemberIds" };
            }

            await MustBeNew(db, actor, name, act, ct);
            var members = await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && input.MemberIds.Contains(u.Id)).ToListAsync(ct);
            var group = new UnitGroup(actor.JurisdictionId, name);
            foreach (var id in input.MemberIds.Distinct())
            {
                group.AddMember(members.Find(m => m.Id == id) ?? throw Unknown());
            }

            db.Add(group);
            return await MatchAll(db, draft, measure, named, new KnownName(group.Id, true, name, name), ct);
        }, ct);

    private static RuleBroken Unknown() =>
        new("unit-unknown", "单位列表中没有选中的单位，请重新选择。") { Field = "ListId" };

    private static async Task<KnownName> Listed(WorkflowDb db, Actor actor, Guid? id, CurrentAct act, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(act.At);
        var unit = await db.Units
            .Where(u => u.JurisdictionId == actor.JurisdictionId && u.Id == id && (u.EndedOn == null || u.EndedOn >= today))
            .Select(u => new KnownName(u.Id, false, u.Name, u.Name))
            .SingleOrDefaultAsync(ct);
        return unit
            ?? await db.UnitGroups
                .Where(g => g.JurisdictionId == actor.JurisdictionId && g.Id == id)
                .Select(g => new KnownName(g.Id, true, g.Name, g.Name))
                .SingleOrDefaultAsync(ct)
            ?? throw Unknown();
    }

    private static async Task Remember(WorkflowDb db, Actor actor, string written, KnownName listed, CurrentAct act, CancellationToken ct)
    {
        var owner = (await UnitMatcher.Load(db, actor.JurisdictionId, ChinaTime.DayOf(act.At), ct)).Owner(written);
        if (owner is not null)
        {
            if (owner.Id != listed.Id)
            {
                throw new RuleBroken("alias-taken", "“{0}”已是“{1}”的名称或别名。请取消“记住”后再匹配，或先在单位列表中调整。", written, owner.Name)
                {
                    Field = "Remember",
                };
            }

            return;
        }

        db.Add(new UnitAlias(actor.JurisdictionId, written) { UnitId = listed.IsGroup ? null : listed.Id, GroupId = listed.IsGroup ? listed.Id : null });
    }

    private static async Task MustBeNew(WorkflowDb db, Actor actor, string name, CurrentAct act, CancellationToken ct)
    {
        var owner = (await UnitMatcher.Load(db, actor.JurisdictionId, ChinaTime.DayOf(act.At), ct)).Owner(name);
        if (owner is not null)
        {
            throw new RuleBroken("unit-exists", "单位列表中已有“{0}”，请改为匹配该单位。", owner.Name) { Field = "Name" };
        }
    }

    /// <summary>Every place of the draft that names it alike and is not matched yet.</summary>
    private static async Task<int> MatchAll(
        WorkflowDb db, PlanVersion draft, Measure measure, MeasureUnit named, KnownName listed, CancellationToken ct)
    {
        Match(named, listed);
        var key = UnitKeys.Exact(named.FullName);
        var open = await db.Measures.Include(m => m.Units)
            .Where(m => m.PlanVersionId == draft.Id && m.Id != measure.Id && m.Units.Any(u => u.UnitId == null && u.GroupId == null))
            .ToListAsync(ct);
        var settled = 1;
        foreach (var other in open.Append(measure))
        {
            foreach (var unit in other.Units.Where(u => !u.IsMatched && UnitKeys.Exact(u.FullName) == key))
            {
                Match(unit, listed);
                DraftAccess.Touch(db, other);
                settled++;
            }
        }

        return settled;
    }

    private static void Match(MeasureUnit unit, KnownName listed)
    {
        if (listed.IsGroup)
        {
            unit.MatchGroup(listed.Id);
        }
        else
        {
            unit.MatchUnit(listed.Id);
        }
    }

    private static MeasureUnit UnitOf(Measure measure, Guid id) => measure.Units.FirstOrDefault(u => u.Id == id) ?? throw RuleBroken.Missing();

    private static int Count(Measure measure, DraftUnitRole role) => measure.Units.Count(u => u.Role == role);

    private static void Renumber(Measure measure, DraftUnitRole role)
    {
        foreach (var (index, unit) in measure.Units.Where(u => u.Role == role).OrderBy(u => u.Position).Index())
        {
            unit.Position = index;
        }
    }
}
