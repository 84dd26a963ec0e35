using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Web.Sample;

/// <summary>
/// Lays down the sample city: its units and people, its own short plan, and last year and this one lived through by the product's own
/// services under a clock of their own, so that every page has something true to show. All dates are relative to the day of loading.
/// </summary>
public sealed class SampleCity(
    IDbContextFactory<WorkflowDb> contexts, SampleGate gate, SampleSignIns signIns, IFileStore files, EvidenceLimits limits, EngineOptions engine,
    TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Loads it where the gate allows; says whether it did.</summary>
    public async Task<bool> LoadWhenAllowed(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!gate.MayLoad(!await db.Jurisdictions.AnyAsync(ct)))
        {
            return false;
        }

        var today = clock.Today();
        var time = new SampleClock();
        await using var world = World(time);
        time.Set(new DateOnly(today.Year - 1, 1, 10), 9, 0);
        var cast = await People(world.GetRequiredService<Transact>(), today, ct);
        time.Set(new DateOnly(today.Year - 1, 1, 20), 10, 0);
        var planId = await Plan(world, cast, today.Year, ct);
        await Schools(world, cast, today, ct);
        await new SampleYears(world, cast, time, planId, today, ChinaTime.WallClock(clock.UtcNow()).Hour).Live(ct);
        return true;
    }

    /// <summary>The domain's services over the same database and files, but under the sample's clock.</summary>
    private ServiceProvider World(SampleClock time) => new ServiceCollection()
        .AddDomain()
        .AddSingleton<TimeProvider>(time)
        .AddSingleton(contexts)
        .AddSingleton(engine)
        .AddSingleton<Transact>()
        .AddSingleton(files)
        .AddSingleton(limits)
        .BuildServiceProvider();

    private Task<SampleCast> People(Transact transact, DateOnly today, CancellationToken ct)
    {
        var city = Read();
        var jurisdiction = new Jurisdiction(city.Code, city.Name);
        var first = new DateOnly(today.Year - 1, 1, 1);
        return transact.Run(Actor.System(jurisdiction.Id, first), "载入示例城市", async (db, act) =>
        {
            db.Add(jurisdiction);
            db.Add(new RuleSet { JurisdictionId = jurisdiction.Id, Number = 1, CreatedAt = act.At, Note = "默认规则" });
            db.Add(ReminderRuleSet.Default(jurisdiction.Id, act.At));
            var cast = new SampleCast(jurisdiction.Id);
            var names = city.Surnames.SelectMany((s, i) => new[] { s + city.GivenNames[i % city.GivenNames.Count] }).GetEnumerator();
            Unit Add(UnitEntry entry, UnitKind kind)
            {
                var unit = new Unit(jurisdiction.Id, entry.Name, kind, entry.ShortName);
                foreach (var alias in entry.Aliases ?? [])
                {
                    unit.AddAlias(alias);
                }

                db.Add(unit);
                return unit;
            }

            async Task<Membership> Seat(Unit unit, Role role, string post, string? signIn = null)
            {
                names.MoveNext();
                var person = new Person(names.Current);
                var membership = new Membership(jurisdiction.Id, person.Id, unit.Id, role, post, first);
                db.AddRange(person, membership);
                cast.Enter(unit, role, person, membership);
                if (signIn is not null)
                {
                    await signIns.Add(db, person.Id, signIn, ct);
                }

                return membership;
            }

            var office = Add(city.Office, UnitKind.Office);
            var leadership = Add(city.Leadership, UnitKind.Leadership);
            var departments = city.Departments.ConvertAll(d => Add(d, UnitKind.Department));
            var counties = city.Counties.ConvertAll(c => Add(c, UnitKind.CountyGovernment));
            var group = new UnitGroup(jurisdiction.Id, city.CountyGroup.Name);
            city.CountyGroup.Aliases?.ForEach(group.AddAlias);
            counties.ForEach(group.AddMember);
            db.Add(group);
            (cast.OfficeId, cast.LeadershipId) = (office.Id, leadership.Id);
            (cast.Departments, cast.Counties) = ([.. departments.Select(d => d.Id)], [.. counties.Select(c => c.Id)]);

            await Seat(office, Role.Office, "副主任", "办公室");
            await Seat(office, Role.Auditor, "监督员", "监督员");
            await Seat(office, Role.Admin, "系统管理员", "管理员");
            var leader = await Seat(leadership, Role.Leader, "副市长", "分管领导");
            foreach (var unit in departments)
            {
                var signsIn = unit == departments[0];
                await Seat(unit, Role.Contact, "办公室联络员", signsIn ? "联络员" : null);
                await Seat(unit, Role.UnitHead, "局长", signsIn ? "单位负责人" : null);
            }

            foreach (var unit in counties)
            {
                var signsIn = unit == counties[0];
                await Seat(unit, Role.Contact, "教育局联络员", signsIn ? "区县联络员" : null);
                await Seat(unit, Role.UnitHead, "副区（县、市）长", signsIn ? "区县负责人" : null);
            }

            foreach (var unit in departments.Take(6).Concat(counties))
            {
                db.Add(new Portfolio(jurisdiction.Id, leader.Id, unit.Id, first));
            }

            return cast;
        }, ct);
    }

    private static async Task<Guid> Plan(ServiceProvider world, SampleCast cast, int year, CancellationToken ct)
    {
        var text = Text("plan.txt");
        foreach (var (mark, value) in new[] { ("{Y-1}", year - 1), ("{Y}", year), ("{Y+1}", year + 1), ("{Y+3}", year + 3) })
        {
            text = text.Replace(mark, value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        var office = cast.Office(new DateOnly(year - 1, 1, 20));
        var plans = world.GetRequiredService<PlanService>();
        var imported = await plans.Import(office, new ImportInput("示例行动计划.txt", null, null), PlanReader.Read(text), ct);
        await using var db = await world.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync(ct);
        var version = await db.PlanVersions.Where(v => v.Id == imported.VersionId).Select(v => v.Version).SingleAsync(ct);
        await plans.Confirm(office, imported.VersionId, version, ct);
        return imported.PlanId;
    }

    /// <summary>Two made-up counties' schools, the school year before and the running one, each year's gaps registered; the counties keep their schools' ledgers.</summary>
    private static async Task Schools(ServiceProvider world, SampleCast cast, DateOnly today, CancellationToken ct)
    {
        var imports = world.GetRequiredService<SchoolImportService>();
        var running = SchoolYear.On(today);
        foreach (var (name, year) in new[] { ("schools-before.csv", running - 1), ("schools-now.csv", running) })
        {
            var office = cast.Office(new DateOnly(today.Year - 1, 1, 20));
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(Text(name)));
            var id = await imports.Bring(office, new SchoolImport(year, "示例区县", DataOrigin.Statistics), $"学校数据{year}.csv", content, ct);
            var look = await imports.Preview(office, id, TableReading.Plain, ct);
            await imports.Take(office, id, TableReading.Plain, look.Mark, rightRowsOnly: false, ct);
            await Gaps(world, cast, office, year, ct);
        }
    }

    private static async Task Gaps(ServiceProvider world, SampleCast cast, Actor office, int year, CancellationToken ct)
    {
        var counties = (await world.GetRequiredService<CountyQueries>().Years(office, ct)).Where(c => c.Year == year).Select(c => c.County).ToList();
        foreach (var (county, unit) in counties.Zip(cast.Counties))
        {
            await world.GetRequiredService<GapRegisterService>().Register(office, year, county, ct);
            await world.GetRequiredService<SchoolKeepingService>().KeepCounty(office, county, unit, ct);
        }
    }

    private static CityEntry Read() => JsonSerializer.Deserialize<CityEntry>(Text("city.json"), Json)!;

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Sample." + name)!;
        return new StreamReader(stream).ReadToEnd();
    }

    private sealed record UnitEntry(string Name, string? ShortName, List<string>? Aliases);

    private sealed record CityEntry(
        string Code, string Name, UnitEntry Office, UnitEntry Leadership, List<UnitEntry> Departments, List<UnitEntry> Counties,
        UnitEntry CountyGroup, string Surnames, List<string> GivenNames);
}
