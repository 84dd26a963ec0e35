using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Web.Replay;

/// <summary>Who plays: an office, a leader in charge of everybody, and each unit the plan names with a contact and a head.</summary>
internal sealed class ReplayCast(TimeProvider clock)
{
    private const string CityName = "推演市";

    private static readonly DateOnly TookOffice = new(2010, 1, 1);

    // The counties of the plan that the replay was made for; another plan's collective units are played by the same nine.
    private static readonly string[] Counties =
        ["芙蓉区政府", "天心区政府", "岳麓区政府", "开福区政府", "雨花区政府", "望城区政府", "长沙县政府", "浏阳市政府", "宁乡市政府"];

    private readonly Jurisdiction jurisdiction = new("000000", CityName);
    private readonly Dictionary<Guid, (Membership Contact, Membership Head, string Name)> staff = [];
    private Membership office = null!;

    public Actor Office => Act(office, "办公室", "领导小组办公室", Role.Office);

    public int Units => staff.Count;

    public string NameOf(Guid unitId) => staff[unitId].Name;

    public Actor Contact(Guid unitId) => Act(staff[unitId].Contact, "联络员", staff[unitId].Name, Role.Contact);

    public Actor Head(Guid unitId) => Act(staff[unitId].Head, "负责人", staff[unitId].Name, Role.UnitHead);

    public Task Settle(Transact transact, PlanDraft plan, CancellationToken ct) => transact.Run(Actor.System(jurisdiction.Id, clock.Today()), "布置推演", async (db, act) =>
    {
        db.AddRange(
            jurisdiction, new RuleSet { JurisdictionId = jurisdiction.Id, Number = 1, CreatedAt = act.At, Note = "默认规则" },
            ReminderRuleSet.Default(jurisdiction.Id, act.At));
        await db.SaveChangesAsync(ct);
        office = Staff(db, Add(db, "领导小组办公室", UnitKind.Office), Role.Office);
        var leader = Staff(db, Add(db, "市政府", UnitKind.Leadership), Role.Leader);
        var group = new UnitGroup(jurisdiction.Id, "各区县(市)政府");
        foreach (var county in Counties)
        {
            group.AddMember(Staffed(db, county, UnitKind.CountyGovernment));
        }

        var named = plan.Measures.SelectMany(m => m.Units).ToList();
        foreach (var name in named.Where(u => u.IsCollective).SelectMany(u => new[] { u.Name, u.ResolvedName }).Distinct())
        {
            group.AddAlias(name);
        }

        foreach (var name in named.Where(u => !u.IsCollective).Select(u => u.ResolvedName).Distinct().Except(Counties))
        {
            Staffed(db, name, UnitKind.Department);
        }

        db.Add(group);
        await db.SaveChangesAsync(ct);
        db.AddRange(staff.Keys.Select(unit => new Portfolio(jurisdiction.Id, leader.Id, unit, TookOffice)));
    }, ct);

    private Unit Add(WorkflowDb db, string name, UnitKind kind)
    {
        var unit = new Unit(jurisdiction.Id, name, kind);
        db.Add(unit);
        return unit;
    }

    private Unit Staffed(WorkflowDb db, string name, UnitKind kind)
    {
        var unit = Add(db, name, kind);
        staff[unit.Id] = (Staff(db, unit, Role.Contact), Staff(db, unit, Role.UnitHead), name);
        return unit;
    }

    private static Membership Staff(WorkflowDb db, Unit unit, Role role)
    {
        var person = new Person($"{unit.Name}{role}");
        var membership = new Membership(unit.JurisdictionId, person.Id, unit.Id, role, role.ToString(), TookOffice);
        db.AddRange(person, membership);
        return membership;
    }

    private Actor Act(Membership post, string name, string unit, Role role) =>
        new(post.PersonId, name, post.Id, post.Post, post.UnitId, unit, role, post.JurisdictionId, clock.Today());
}
