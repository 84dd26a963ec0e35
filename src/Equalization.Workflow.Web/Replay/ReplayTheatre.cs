using System.Diagnostics;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Engine.Storage;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Infrastructure.Files;
using Equalization.Workflow.Web.Sample;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Web.Replay;

/// <summary>What a replay came to. Elapsed is the play itself, without reading the plan and making the database.</summary>
internal sealed record ReplayResult(
    IReadOnlyList<ReplayYear> Years, int Units, int Acts, int Timers, int Digests, int Mornings, int Stopped, TimeSpan Elapsed,
    TimeSpan InActs, TimeSpan InTimers, TimeSpan InMornings)
{
    public double ActionsPerSecond => (Acts + Timers + Digests) / Elapsed.TotalSeconds;
}

/// <summary>Plays a plan's years on a database of its own, under a clock of its own, with the product's own services, definitions and rules.</summary>
internal static class ReplayTheatre
{
    /// <summary>What the scripted people enter to sign; there are no accounts on the stage.</summary>
    public const string Password = "replay";

    /// <param name="folder">Where the database is made; it is marked as a demonstration for good.</param>
    public static async Task<ReplayResult> Play(string folder, string definitions, PlanDraft draft, DateOnly from, DateOnly to, int seed, CancellationToken ct)
    {
        var clock = new SampleClock();
        clock.Set(from, 0, 1);
        await using var world = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IFileStore>(new DiskFileStore(Path.Combine(folder, "files")))
            .AddSingleton(EvidenceLimits.OfMegabytes(EvidenceLimits.DefaultMegabytes))
            .AddWorkflowDb(new DatabaseSettings { Provider = "Sqlite", ConnectionString = $"Data Source={Path.Combine(folder, "replay.db")}" }, isThrowaway: true)
            .AddDomain()
            .AddSingleton<PasswordCheck>((_, password, _) => Task.FromResult(password == Password))
            .BuildServiceProvider();
        try
        {
            return await Play(world, clock, definitions, draft, from, to, seed, ct);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
        }
    }

    private static async Task<ReplayResult> Play(
        IServiceProvider world, SampleClock clock, string definitions, PlanDraft draft, DateOnly from, DateOnly to, int seed, CancellationToken ct)
    {
        await world.GetRequiredService<Schema>().BringUpToDate(ct);
        await world.GetRequiredService<DefinitionFiles>().Publish(definitions, ct);
        await world.GetRequiredService<CalendarLoader>().LoadWhenEmpty(ct);
        await world.GetRequiredService<DemonstrationService>().Mark(clock.UtcNow(), ct);
        var cast = new ReplayCast(clock);
        await cast.Settle(world.GetRequiredService<Transact>(), draft, ct);
        var planId = await Import(world, cast, draft, ct);

        await using var books = await Db(world, ct);
        await books.Database.OpenConnectionAsync(ct);
        var stage = new ReplayStage(world, books, clock, await world.GetRequiredService<WorkingCalendars>().Current(ct));
        var script = new ReplayScript(world, books, cast, stage, planId, seed, ct);
        for (var year = from.Year; year <= to.Year; year++)
        {
            script.Year(year);
        }

        var years = new List<ReplayYear>();
        var watch = Stopwatch.StartNew();
        await stage.PlayTo(to, async day =>
        {
            await world.GetRequiredService<SweepService>().Run(ct);
            await using var db = await Db(world, ct);
            years.Add(await ReplayYear.Count(db, day.Year, ct));
        }, ct);
        watch.Stop();
        await using var last = await Db(world, ct);
        var stopped = await last.Set<Instance>().CountAsync(i => i.Status == InstanceStatus.Faulted, ct);
        return new ReplayResult(years, cast.Units, stage.Acts, stage.Timers, stage.Digests, stage.Mornings, stopped, watch.Elapsed,
            stage.InActs, stage.InTimers, stage.InMornings);
    }

    /// <summary>Takes the plan in, gives measures without a lead their first responsible unit, and confirms it.</summary>
    private static async Task<Guid> Import(IServiceProvider world, ReplayCast cast, PlanDraft draft, CancellationToken ct)
    {
        var plans = world.GetRequiredService<PlanService>();
        var imported = await plans.Import(cast.Office, new ImportInput("plan.txt", null, null), draft, ct);
        await using var db = await Db(world, ct);
        foreach (var measure in await db.Measures.AsNoTracking().Include(m => m.Units).Where(m => m.PlanVersionId == imported.VersionId).ToListAsync(ct))
        {
            if (!measure.Leads.Any() && measure.Responsible.FirstOrDefault() is { } responsible)
            {
                await world.GetRequiredService<MeasureUnitService>().ChangeRole(
                    cast.Office, new MeasureUnitInput(measure.Id, measure.Version, responsible.Id), DraftUnitRole.Lead, ct);
            }
        }

        var version = await db.PlanVersions.AsNoTracking().SingleAsync(v => v.Id == imported.VersionId, ct);
        await plans.Confirm(cast.Office, version.Id, version.Version, ct);
        return imported.PlanId;
    }

    private static Task<WorkflowDb> Db(IServiceProvider world, CancellationToken ct) =>
        world.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync(ct);
}
