using System.Diagnostics;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Infrastructure.Files;
using Equalization.Workflow.Infrastructure.Mail;
using Equalization.Workflow.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Benchmarks.Crash;

/// <summary>The product's own services on a folder, as one process has them: database, engine, outbox, and the way to the mail sink.</summary>
internal sealed class CrashSite : IAsyncDisposable
{
    public const string Flow = "crash";
    public const string Event = "signed";

    /// <summary>A row; an event and a timer that meet at a join; a child that is waited for; a row at its end.</summary>
    private static readonly string[] Flows =
    [
        """
        {"definitionId":"crash","name":"crash","version":1,"isPublished":true,"root":{"type":"Elsa.Flowchart","id":"root","activities":[
          {"type":"Crash.Write","id":"w1","mark":"begun"},
          {"type":"Elsa.FlowFork","id":"f","branches":{"typeName":"Object","expression":{"type":"Object","value":"[\"A\",\"B\"]"}}},
          {"type":"Elsa.Event","id":"a","eventName":"signed"},{"type":"Elsa.Delay","id":"b","timeSpan":"00:00:00.3"},
          {"type":"Elsa.FlowJoin","id":"j","mode":"WaitAll"},{"type":"Elsa.ExecuteWorkflow","id":"c","workflowDefinitionId":"crash-child","waitForCompletion":"true"},
          {"type":"Crash.Write","id":"w2","mark":"ended"}],
          "connections":[{"source":{"activity":"w1"},"target":{"activity":"f"}},
          {"source":{"activity":"f","port":"A"},"target":{"activity":"a"}},{"source":{"activity":"f","port":"B"},"target":{"activity":"b"}},
          {"source":{"activity":"a"},"target":{"activity":"j"}},{"source":{"activity":"b"},"target":{"activity":"j"}},
          {"source":{"activity":"j"},"target":{"activity":"c"}},{"source":{"activity":"c"},"target":{"activity":"w2"}}]}}
        """,
        """
        {"definitionId":"crash-child","name":"crash-child","version":1,"isPublished":true,"root":{"type":"Elsa.Sequence","id":"root","activities":[
          {"type":"Elsa.Delay","id":"t","timeSpan":"00:00:00.1"}]}}
        """,
    ];

    private readonly ServiceProvider services;

    private CrashSite(ServiceProvider services, OpenMark mark)
    {
        this.services = services;
        Mark = mark;
    }

    public OpenMark Mark { get; }

    /// <summary>The post that acts, and the person who reads.</summary>
    public Actor Actor { get; private set; } = null!;

    public static async Task<CrashSite> Open(string folder, int sinkPort, TimeSpan ahead)
    {
        var mark = new OpenMark(folder);
        var clock = new RunningClock(ahead);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IFileStore>(new DiskFileStore(Path.Combine(folder, "files")))
            .AddSingleton(EvidenceLimits.OfMegabytes(EvidenceLimits.DefaultMegabytes))
            .AddWorkflowDb(new DatabaseSettings { Provider = "Sqlite", ConnectionString = $"Data Source={City.FileIn(folder)}" })
            .ConfigureDbContext<SqliteWorkflowDb>(o => o.AddInterceptors(mark))
            .AddDomain()
            .AddMail(new MailSettings { Route = MailRoute.Smtp, Host = "127.0.0.1", Port = sinkPort, Security = MailSecurity.None, TimeoutSeconds = 1, Attempts = 50 })
            .BuildServiceProvider();
        var site = new CrashSite(services, mark);
        await using (var db = await site.Context())
        {
            await db.Database.MigrateAsync();
        }

        await site.Settle(DateOnly.FromDateTime(clock.GetUtcNow().Date));
        var activities = site.Get<ActivityRegistry>().Add(new CrashWrite(site.Actor));
        await site.Get<Transact>().Run(
            site.Actor, "发布流程定义", (db, _) => site.Get<IWorkflowEngine>().Publish(db, Flows.Select(f => new DefinitionReader(activities).Read("crash.json", f)), default), default);
        return site;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<WorkflowDb> Context() => Get<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Mark.Dispose();
        SqliteConnection.ClearAllPools();
    }

    private async Task Settle(DateOnly day)
    {
        const string Name = "读者";
        await using (var db = await Context())
        {
            if (!await db.Jurisdictions.AnyAsync())
            {
                await Get<Transact>().Run(Actor.System(Guid.Empty, day), "基准数据", (made, _) =>
                {
                    var jurisdiction = new Jurisdiction("430100", "长沙市");
                    made.AddRange(jurisdiction, new Person(Name));
                    return Task.CompletedTask;
                }, default);
            }

            var (place, reader) = (await db.Jurisdictions.SingleAsync(), await db.People.SingleAsync(p => p.Name == Name));
            Actor = Actor.System(place.Id, day) with { PersonName = Name, MembershipId = reader.Id };
        }
    }

    // A running clock of its own: the product's code takes the machine's clock in one place only, which is not here.
    private sealed class RunningClock(TimeSpan ahead) : TimeProvider
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();

        public override DateTimeOffset GetUtcNow() => BenchClock.Instance.GetUtcNow() + ahead + watch.Elapsed;
    }
}
