using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Tests.Support;

/// <summary>
/// Who lives in the test city: two in the office, a contact and a head in every department and county, a leader in charge of education,
/// staffing and the counties, an auditor, an administrator, a contact who left; and a neighbouring city with an office and a bureau.
/// </summary>
public static class CityPeople
{
    public const string CityName = "测试市";
    public const string NeighbourName = "邻市";
    public const string OfficeUnit = "领导小组办公室";
    public const string LeaderUnit = "市政府";
    public const string AuditorUnit = "市政府办";
    public const string CountyGroup = "各区县(市)政府";

    public static readonly DateOnly FirstDay = new(2018, 3, 1);

    private static readonly DateOnly TookOffice = new(2010, 1, 1);
    private static readonly DateOnly Left = new(2017, 12, 31);

    /// <summary>Departments, with the other ways in which documents write them.</summary>
    public static readonly IReadOnlyList<(string Name, string[] Aliases)> Departments =
    [
        ("市教育局", ["教育局"]),
        ("市财政局", ["财政局"]),
        ("市人社局", ["市人力资源和社会保障局"]),
        ("市编办", ["市机构编制委员会办公室"]),
        ("市发改委", ["市发展和改革委员会"]),
        ("市国土局", ["市国土资源局"]),
        ("市城乡规划局", ["市规划局"]),
        ("市住建委", ["市住房和城乡建设委员会"]),
        (AuditorUnit, ["市政府办公厅"]),
    ];

    public static readonly IReadOnlyList<string> Counties =
    [
        "芙蓉区政府", "天心区政府", "岳麓区政府", "开福区政府", "雨花区政府", "望城区政府", "长沙县政府", "浏阳市政府", "宁乡市政府",
    ];

    private static readonly string[] InPortfolio = ["市教育局", "市人社局", "市编办"];

    public static async Task Seed(Transact transact, CancellationToken ct)
    {
        var city = new Jurisdiction("430000", CityName);
        var neighbour = new Jurisdiction("430001", NeighbourName);
        await transact.Run(Actor.System(city.Id, FirstDay), "测试数据", async (db, act) =>
        {
            db.AddRange(city, neighbour);
            foreach (var jurisdiction in new[] { city, neighbour })
            {
                db.Add(new RuleSet { JurisdictionId = jurisdiction.Id, Number = 1, CreatedAt = act.At });
                db.Add(ReminderRuleSet.Default(jurisdiction.Id, act.At));
            }

            await db.SaveChangesAsync(ct);
            SeedCity(db, city.Id);
            SeedNeighbour(db, neighbour.Id);
            db.AddRange(Calendar());
        }, ct);
    }

    /// <summary>The State Council's days from the product's own file.</summary>
    public static IReadOnlyList<CalendarDay> Calendar() =>
        [.. File.ReadLines(Repository.PathOf("db", "calendars", "cn-2018-2026.csv")).Skip(1).Where(line => line.Length > 0).Select(Day)];

    private static CalendarDay Day(string line)
    {
        var cells = line.Split(',');
        return new CalendarDay
        {
            Day = DateOnly.ParseExact(cells[0], "yyyy-MM-dd"),
            Kind = Enum.Parse<CalendarDayKind>(cells[1], ignoreCase: true),
            Name = cells[2],
        };
    }

    private static void SeedCity(WorkflowDb db, Guid city)
    {
        var office = AddUnit(db, city, OfficeUnit, UnitKind.Office);
        AddPerson(db, office, Role.Office, "陈办事", "综合组组长");
        AddPerson(db, office, Role.Office, "周办事", "综合组干事");
        AddPerson(db, office, Role.Admin, "管理员", "系统管理员");

        var leadership = AddUnit(db, city, LeaderUnit, UnitKind.Leadership);
        var leader = AddPerson(db, leadership, Role.Leader, "王副市长", "副组长");
        foreach (var (name, aliases) in Departments)
        {
            var unit = AddStaffed(db, city, name, UnitKind.Department, aliases);
            if (InPortfolio.Contains(name))
            {
                db.Add(new Portfolio(city, leader.Id, unit.Id, TookOffice));
            }

            if (name == AuditorUnit)
            {
                AddPerson(db, unit, Role.Auditor, "督查员", "督查专员");
            }

            if (name == Departments[0].Name)
            {
                AddPerson(db, unit, Role.Contact, "已离任", "原联络员").End(Left);
            }
        }

        var group = new UnitGroup(city, CountyGroup);
        group.AddAlias("区县(市)政府");
        group.AddAlias("各区县(市)");
        foreach (var name in Counties)
        {
            var county = AddStaffed(db, city, name, UnitKind.CountyGovernment, [name[..^2], name[..^2] + "人民政府"]);
            group.AddMember(county);
            db.Add(new Portfolio(city, leader.Id, county.Id, TookOffice));
        }

        db.Add(group);
    }

    private static void SeedNeighbour(WorkflowDb db, Guid neighbour)
    {
        AddPerson(db, AddUnit(db, neighbour, OfficeUnit, UnitKind.Office), Role.Office, "邻市办事", "综合组组长");
        AddStaffed(db, neighbour, "市教育局", UnitKind.Department, []);
    }

    private static Unit AddStaffed(WorkflowDb db, Guid jurisdiction, string name, UnitKind kind, string[] aliases)
    {
        var unit = AddUnit(db, jurisdiction, name, kind, aliases);
        AddPerson(db, unit, Role.Contact, name + "联络员", "联络员");
        AddPerson(db, unit, Role.UnitHead, name + "负责人", "主要负责人");
        return unit;
    }

    private static Unit AddUnit(WorkflowDb db, Guid jurisdiction, string name, UnitKind kind, params string[] aliases)
    {
        var unit = new Unit(jurisdiction, name, kind);
        foreach (var alias in aliases)
        {
            unit.AddAlias(alias);
        }

        db.Add(unit);
        return unit;
    }

    private static Membership AddPerson(WorkflowDb db, Unit unit, Role role, string name, string post)
    {
        var person = new Person(name);
        var membership = new Membership(unit.JurisdictionId, person.Id, unit.Id, role, post, TookOffice);
        db.AddRange(person, membership);
        return membership;
    }
}
