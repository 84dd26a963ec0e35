using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Runtime;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Engine;

/// <summary>The engine that runs in this process, on the product's own database. Between calls it knows nothing but definitions.</summary>
public sealed class EmbeddedEngine(ActivityRegistry activities, TimeProvider clock, EngineOptions? options = null) : IWorkflowEngine
{
    private readonly DefinitionCache definitions = new(activities);
    private readonly EngineOptions options = options ?? new EngineOptions();

    public async Task Publish(DbContext db, IEnumerable<Definition> published, CancellationToken ct)
    {
        foreach (var definition in published)
        {
            var stored = await db.Set<DefinitionVersion>().SingleOrDefaultAsync(d => d.DefinitionId == definition.Id && d.Number == definition.Version, ct);
            if (stored is null)
            {
                definitions.Forget(definition.Id, definition.Version);
                db.Add(new DefinitionVersion
                {
                    DefinitionId = definition.Id,
                    Number = definition.Version,
                    Name = definition.Name,
                    Hash = definition.Hash,
                    Json = definition.Json,
                    IsPublished = definition.IsPublished,
                    PublishedAt = clock.GetUtcNow().UtcDateTime,
                });
            }
            else if (stored.Hash != definition.Hash)
            {
                throw new EngineRefused(EngineRefused.DefinitionChanged,
                    $"流程“{definition.Id}”第 {definition.Version} 版已经发布过，内容与文件不同。请把文件中的 version 改为 {definition.Version + 1}，进行中的流程仍按旧版走完。");
            }
            else
            {
                stored.IsPublished |= definition.IsPublished;
                stored.Name = definition.Name;
                stored.Json = definition.Json;
            }
        }

        await db.SaveChangesAsync(ct);
    }

    public async Task<IReadOnlyList<Flaw>> CheckLive(DbContext db, CancellationToken ct)
    {
        var live = await db.Set<Instance>()
            .Where(i => i.Status == InstanceStatus.Running || i.Status == InstanceStatus.Faulted)
            .Select(i => new { i.DefinitionId, i.DefinitionVersion }).Distinct()
            .ToListAsync(ct);
        var flaws = new List<Flaw>();
        foreach (var version in live)
        {
            try
            {
                await definitions.Read(db, version.DefinitionId, version.DefinitionVersion, ct);
            }
            catch (DefinitionRefused refused)
            {
                flaws.AddRange(refused.Flaws);
            }
        }

        return flaws;
    }

    public async Task<Guid> Start(DbContext db, StartRequest request, CancellationToken ct)
    {
        var session = Session(db);
        var definition = await session.Published(request.DefinitionId)
            ?? throw new EngineRefused(EngineRefused.DefinitionUnknown, $"没有已发布的流程“{request.DefinitionId}”，请先发布。");
        var start = new StartWork(0, SequentialIds.Next(session.Now), definition, request.By)
        {
            CorrelationId = StartInputs.Correlation(request.CorrelationId),
            TenantId = request.TenantId,
            Inputs = StartInputs.Bind(definition, request.Inputs, null),
        };
        await session.Do(start, ct);
        return start.InstanceId;
    }

    public Task<int> Raise(DbContext db, RaisedEvent raised, CancellationToken ct) => Session(db).Do(new EventWork(0, raised, null), ct);

    public Task<RaisedPage> RaisePage(DbContext db, RaisedEvent raised, Guid? after, int most, CancellationToken ct) => Session(db).DoPage(raised, after, most, ct);

    public async Task<int> FireDue(DbContext db, int most, CancellationToken ct)
    {
        var due = await Due(db, most, ct);
        await Fire(db, due, ct);
        return due.Count;
    }

    public async Task<IReadOnlyList<DueTimer>> Due(DbContext db, int most, CancellationToken ct)
    {
        var session = Session(db);
        return await session.Store.Due(session.Now, most);
    }

    public async Task Fire(DbContext db, IReadOnlyList<DueTimer> timers, CancellationToken ct)
    {
        var session = Session(db);
        foreach (var timer in timers)
        {
            await session.Fire(timer, ct);
        }
    }

    public Task<bool> Stop(DbContext db, DueTimer timer, Exception failure, CancellationToken ct) => Session(db).Stop(timer, failure);

    public async Task Retry(DbContext db, Guid instanceId, string by, CancellationToken ct)
    {
        var session = Session(db);
        var instance = await Find(session, instanceId);
        if (instance.Status != InstanceStatus.Faulted)
        {
            throw new EngineRefused(EngineRefused.NotStopped, "这个流程没有停在异常上，不需要重试。请刷新后查看最新状态。");
        }

        var stimuli = (await session.Store.OpenIncidents(instanceId)).Concat(await session.Store.Release(instanceId)).Select(Stimulus.Read).ToList();
        await session.Store.CloseIncidents(instanceId, session.Now, by);
        instance.Status = InstanceStatus.Running;
        await session.Store.Update(instance);
        await session.Store.Park(instanceId, false);
        foreach (var stimulus in stimuli)
        {
            await session.Do(new ResumeWork(0, instanceId, stimulus with { Cause = $"重试（{by}）：{stimulus.Cause}" }), ct);
        }
    }

    public async Task Cancel(DbContext db, Guid instanceId, string by, string reason, CancellationToken ct)
    {
        var session = Session(db);
        var instance = await Find(session, instanceId);
        if (instance.Status is InstanceStatus.Finished or InstanceStatus.Cancelled)
        {
            throw new EngineRefused(EngineRefused.AlreadyOver, "这个流程已经结束，不能再取消。");
        }

        await session.Do(new CancelWork(0, instanceId, $"取消（{by}）：{reason}", TellParent: true), ct);
    }

    public async Task<MigrationResult> Migrate(DbContext db, MigrationRequest request, CancellationToken ct)
    {
        var session = Session(db);
        var instances = request.Instances ?? await db.Set<Instance>()
            .Where(i => i.DefinitionId == request.DefinitionId && i.DefinitionVersion == request.FromVersion)
            .Where(i => i.Status == InstanceStatus.Running || i.Status == InstanceStatus.Faulted)
            .Select(i => i.Id).ToListAsync(ct);
        return await session.Migrate(request, instances, ct);
    }

    private static async Task<Instance> Find(Session session, Guid instanceId) =>
        await session.Store.Find(instanceId) ?? throw new EngineRefused(EngineRefused.InstanceUnknown, "没有这个流程实例，请从列表重新打开。");

    private Session Session(DbContext db) => new(definitions, clock, options, db);
}
