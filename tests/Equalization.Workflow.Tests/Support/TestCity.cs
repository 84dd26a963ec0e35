using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Infrastructure.Files;
using Equalization.Workflow.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Support;

/// <summary>
/// A small city on a real database of the test's own, with the real services and a clock that the test sets. On SQLite the seeded file is
/// made once a run and copied. Who lives there: <see cref="CityPeople"/>.
/// </summary>
public sealed class TestCity : IAsyncDisposable
{
    public const string OfficeUnit = CityPeople.OfficeUnit;

    /// <summary>The definitions of workflows/, as the build lays them beside the program.</summary>
    public static readonly string DefinitionFolder = Path.Combine(AppContext.BaseDirectory, "workflows");

    private static readonly Lazy<Task<TestDatabase>> Template = new(MakeTemplate);

    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private readonly Dictionary<(Guid Jurisdiction, string Name), Unit> units;
    private readonly List<(Membership Membership, Person Person)> posts;

    private TestCity(TestDatabase database, ServiceProvider services, TestClock clock, List<Unit> units, List<(Membership, Person)> posts, List<Jurisdiction> jurisdictions)
    {
        this.database = database;
        this.services = services;
        this.units = units.ToDictionary(u => (u.JurisdictionId, u.Name));
        this.posts = posts;
        Clock = clock;
        Jurisdiction = jurisdictions.Single(j => j.Name == CityPeople.CityName);
        Neighbour = jurisdictions.Single(j => j.Name == CityPeople.NeighbourName);
    }

    public TestClock Clock { get; }

    public Jurisdiction Jurisdiction { get; }

    /// <summary>Another city in the same database, of which nothing must ever be seen from this one.</summary>
    public Jurisdiction Neighbour { get; }

    public TestDatabase Database => database;

    public IDbContextFactory<WorkflowDb> Contexts => Get<IDbContextFactory<WorkflowDb>>();

    public Transact Transact => Get<Transact>();

    public IFileStore Files => Get<IFileStore>();

    public IServiceProvider Services => services;

    /// <summary>The first of the two people of the leading group's office.</summary>
    public Actor Office => As(Role.Office, OfficeUnit);

    public Actor Leader => As(Role.Leader, CityPeople.LeaderUnit);

    public Actor Auditor => As(Role.Auditor, CityPeople.AuditorUnit);

    public Actor Admin => As(Role.Admin, OfficeUnit);

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A city of its own for one test, on 1 March 2018 at nine.</summary>
    public static async Task<TestCity> Create()
    {
        if (TestDatabase.Server is null)
        {
            var template = await Template.Value;
            return await Open(TestDatabase.OnFile(template.FilePath));
        }

        return await Seeded(TestDatabase.OnServer());
    }

    /// <summary>A file with the city as it is on its first day, for a story to go on from.</summary>
    internal static async Task<TestDatabase> CopyOfTemplate()
    {
        var copy = TestDatabase.OnFile((await Template.Value).FilePath);
        copy.Settings.ConnectionString += ";Pooling=False";
        return copy;
    }

    /// <summary>Opens a copy of a city's file, or the file itself.</summary>
    internal static Task<TestCity> OnCopyOf(TestDatabase file, bool inPlace = false) => Open(inPlace ? file : TestDatabase.OnFile(file.FilePath));

    internal ValueTask CloseServices() => services.DisposeAsync();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Unit Unit(string name) => units[(Jurisdiction.Id, name)];

    public Actor Contact(string unitName) => As(Role.Contact, unitName);

    public Actor Head(string unitName) => As(Role.UnitHead, unitName);

    /// <summary>Somebody who holds the role in the unit on the clock's day; the n-th of them where there are several.</summary>
    public Actor As(Role role, string unitName, int nth = 0) => Make(Jurisdiction, role, unitName, nth);

    public Actor AsNeighbour(Role role, string unitName) => Make(Neighbour, role, unitName, 0);

    /// <summary>The membership of the contact who left the education bureau at the end of 2017, and the person.</summary>
    public (Membership Membership, Person Person) Departed => posts.Single(p => p.Membership.ToOn is not null);

    public async Task<T> Read<T>(Func<WorkflowDb, Task<T>> read)
    {
        await using var db = await Contexts.CreateDbContextAsync(Ct);
        return await read(db);
    }

    /// <summary>Lays rows down directly, in the system's name: for the state a test starts from, never for the act it is about.</summary>
    public Task Lay(Action<WorkflowDb> rows) => Transact.Run(Actor.System(Jurisdiction.Id, Clock.Today()), "测试数据", (db, _) =>
    {
        rows(db);
        return Task.CompletedTask;
    }, Ct);

    /// <summary>The same services once more on the same database and clock, with nothing cached; what is configured comes last and wins.</summary>
    public ServiceProvider ServicesAnew(Action<IServiceCollection> configure) => Provide(database, Clock, configure);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    // Not cancelled with the first test that asks: the others wait for the same template.
    private static async Task<TestDatabase> MakeTemplate()
    {
        var template = TestDatabase.OnFile();
        // Without pooling nothing holds the file when it is copied.
        template.Settings.ConnectionString += ";Pooling=False";
        var city = await Seeded(template);
        await city.services.DisposeAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(template.Folder, recursive: true);
        return template;
    }

    private static async Task<TestCity> Seeded(TestDatabase database)
    {
        await using (var provider = Provide(database, new TestClock(CityPeople.FirstDay)))
        {
            await using (var db = await provider.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync())
            {
                await db.Database.MigrateAsync();
            }

            await provider.GetRequiredService<DefinitionFiles>().Publish(DefinitionFolder, CancellationToken.None);
            await CityPeople.Seed(provider.GetRequiredService<Transact>(), CancellationToken.None);
        }

        return await Open(database);
    }

    private static async Task<TestCity> Open(TestDatabase database)
    {
        var clock = new TestClock(CityPeople.FirstDay);
        var provider = Provide(database, clock);
        await using var db = await provider.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync();
        var units = await db.Units.AsNoTracking().ToListAsync();
        var posts = await (from m in db.Memberships join p in db.People on m.PersonId equals p.Id orderby m.Id select new { m, p })
            .AsNoTracking().ToListAsync();
        var jurisdictions = await db.Jurisdictions.AsNoTracking().ToListAsync();
        return new TestCity(database, provider, clock, units, [.. posts.Select(x => (x.m, x.p))], jurisdictions);
    }

    private static ServiceProvider Provide(TestDatabase database, TestClock clock, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IFileStore>(new DiskFileStore(Path.Combine(database.Folder, TestDatabase.FilesFolder)));
        services.AddSingleton<PasswordCheck>((_, password, _) => Task.FromResult(password == TestSite.Password));
        services.AddSingleton(EvidenceLimits.OfMegabytes(EvidenceLimits.DefaultMegabytes));
        services.AddWorkflowDb(database.Settings);
        services.AddDomain();
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private Actor Make(Jurisdiction jurisdiction, Role role, string unitName, int nth)
    {
        var unit = units[(jurisdiction.Id, unitName)];
        var today = Clock.Today();
        var (membership, person) = posts
            .Where(p => p.Membership.UnitId == unit.Id && p.Membership.Role == role && p.Membership.HoldsOn(today))
            .ElementAt(nth);
        return new Actor(person.Id, person.Name, membership.Id, membership.Post, unit.Id, unit.Name, role, jurisdiction.Id, today);
    }
}
