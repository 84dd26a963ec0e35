using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Infrastructure.Files;
using Equalization.Workflow.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Benchmarks;

/// <summary>A city on an SQLite file with the product's own services: an office, and every unit that a plan names with a contact and a head.</summary>
public sealed class City : IAsyncDisposable
{
    private static readonly string[] Counties =
        ["芙蓉区政府", "天心区政府", "岳麓区政府", "开福区政府", "雨花区政府", "望城区政府", "长沙县政府", "浏阳市政府", "宁乡市政府"];

    private readonly ServiceProvider services;
    private readonly Dictionary<Guid, (Membership Contact, Membership Head)> staff = [];
    private readonly Jurisdiction jurisdiction = new("430100", "长沙市");
    private Membership office = null!;

    private City(ServiceProvider services, StillClock clock)
    {
        this.services = services;
        Clock = clock;
    }

    public StillClock Clock { get; }

    public Actor Office => Act(office, "办公室", Role.Office);

    public static string FileIn(string folder) => Path.Combine(folder, "workflow.db");

    public static async Task<City> Make(string folder, PlanDraft plan, DateOnly day)
    {
        var clock = new StillClock(day);
        var provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IFileStore>(new DiskFileStore(Path.Combine(folder, "files")))
            .AddSingleton(EvidenceLimits.OfMegabytes(EvidenceLimits.DefaultMegabytes))
            .AddWorkflowDb(new DatabaseSettings { Provider = "Sqlite", ConnectionString = $"Data Source={FileIn(folder)}" })
            .AddDomain()
            .BuildServiceProvider();
        var city = new City(provider, clock);
        await using (var db = await city.Context())
        {
            await db.Database.MigrateAsync();
        }

        await city.Get<DefinitionFiles>().Publish(Path.Combine(AppContext.BaseDirectory, "workflows"), CancellationToken.None);

        await city.Settle(plan);
        return city;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<WorkflowDb> Context() => Get<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync();

    public Actor Contact(Guid unitId) => Act(staff[unitId].Contact, "联络员", Role.Contact);

    public Actor Head(Guid unitId) => Act(staff[unitId].Head, "负责人", Role.UnitHead);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private Task Settle(PlanDraft plan) => Get<Transact>().Run(Actor.System(jurisdiction.Id, Clock.Day), "基准数据", async (db, act) =>
    {
        db.AddRange(jurisdiction, new RuleSet { JurisdictionId = jurisdiction.Id, Number = 1, CreatedAt = act.At }, ReminderRuleSet.Default(jurisdiction.Id, act.At));
        await db.SaveChangesAsync();
        office = Staff(db, Add(db, "领导小组办公室", UnitKind.Office), Role.Office);
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
    }, CancellationToken.None);

    private Unit Add(WorkflowDb db, string name, UnitKind kind)
    {
        var unit = new Unit(jurisdiction.Id, name, kind);
        db.Add(unit);
        return unit;
    }

    private Unit Staffed(WorkflowDb db, string name, UnitKind kind)
    {
        var unit = Add(db, name, kind);
        staff[unit.Id] = (Staff(db, unit, Role.Contact), Staff(db, unit, Role.UnitHead));
        return unit;
    }

    private static Membership Staff(WorkflowDb db, Unit unit, Role role)
    {
        var person = new Person($"{unit.Name}{role}");
        var membership = new Membership(unit.JurisdictionId, person.Id, unit.Id, role, role.ToString(), new DateOnly(2010, 1, 1));
        db.AddRange(person, membership);
        return membership;
    }

    private Actor Act(Membership post, string name, Role role) =>
        new(post.PersonId, name, post.Id, post.Post, post.UnitId, name, role, post.JurisdictionId, Clock.Day);
}
