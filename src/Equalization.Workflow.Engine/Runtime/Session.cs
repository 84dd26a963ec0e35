using System.Text.Json;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Engine.Runtime;

/// <summary>One call of the engine: bursts, and whatever they set going in other instances, one after another in the caller's transaction.</summary>
internal sealed class Session(DefinitionCache definitions, TimeProvider clock, EngineOptions options, DbContext db)
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;
    private readonly EngineStore store = new(db);
    private readonly Queue<Work> work = new();
    private int cascaded;

    private BurstKeeper Keeper => new(store, now, work);

    public EngineStore Store => store;

    public DateTime Now => now;

    /// <summary>Does a piece of work and all that follows from it; returns how many waits it reached itself.</summary>
    public async Task<int> Do(Work first, CancellationToken ct)
    {
        var reached = await DoOne(first, ct);
        await DoRest(ct);
        return reached;
    }

    /// <summary>Brings an event to the next instances that wait for it, and all that follows from it.</summary>
    public async Task<RaisedPage> DoPage(RaisedEvent raised, Guid? after, int most, CancellationToken ct)
    {
        var (waiting, next) = await store.WaitingFor(raised, after, most);
        var reached = await Reach(waiting, raised, 0, ct);
        if (after is null && next is null && reached == 0)
        {
            await Unheard(raised);
        }

        await DoRest(ct);
        return new RaisedPage(reached, next);
    }

    /// <summary>Fires a timer. One whose instance no longer waits for it, or is over, is removed: it would come up again for ever.</summary>
    public async Task Fire(DueTimer timer, CancellationToken ct)
    {
        if (!await Deliver(timer.InstanceId, Stimulus.Resume($"定时 {timer.DueAt:O}", null, timer.BookmarkId), 0, ct))
        {
            await store.Discard(timer.BookmarkId);
        }

        await DoRest(ct);
    }

    /// <summary>Stops an instance over a timer that broke the whole transaction it was fired in.</summary>
    public async Task<bool> Stop(DueTimer timer, Exception failure)
    {
        if (IsConflict(failure) || await store.Find(timer.InstanceId) is not { Status: InstanceStatus.Running } instance)
        {
            return false;
        }

        await Keeper.Park(instance, [], Stimulus.Resume($"定时 {timer.DueAt:O}", null, timer.BookmarkId), failure, null);
        return true;
    }

    public async Task<MigrationResult> Migrate(MigrationRequest request, IReadOnlyList<Guid> instances, CancellationToken ct)
    {
        var to = await Stored(request.DefinitionId, request.ToVersion, ct)
            ?? throw new EngineRefused(EngineRefused.DefinitionUnknown, $"没有可用的流程“{request.DefinitionId}”第 {request.ToVersion} 版，请先发布。");
        var migration = new Migration(await Stored(request.DefinitionId, request.FromVersion, ct), to);
        var (moved, refused) = (new List<Guid>(), new List<MigrationRefusal>());
        foreach (var id in instances.Order())
        {
            var instance = await store.Find(id);
            if (instance is not { Status: InstanceStatus.Running or InstanceStatus.Faulted } || (instance.DefinitionId, instance.DefinitionVersion) != (request.DefinitionId, request.FromVersion))
            {
                refused.Add(new MigrationRefusal(id, $"不是流程“{request.DefinitionId}”第 {request.FromVersion} 版的进行中实例。"));
                continue;
            }

            try
            {
                await Keeper.Move(instance, migration.Fit(instance, await store.BookmarksOf(id)), request, to.Root);
                moved.Add(id);
            }
            catch (BurstStopped stays)
            {
                refused.Add(new MigrationRefusal(id, stays.Message));
            }
        }

        return new MigrationResult(moved, refused);
    }

    /// <summary>Null for a version that is not there, or that this program cannot read.</summary>
    private async Task<Definition?> Stored(string definitionId, int version, CancellationToken ct)
    {
        try
        {
            return await store.HasVersion(definitionId, version) ? await definitions.Get(db, definitionId, version, ct) : null;
        }
        catch (DefinitionRefused)
        {
            return null;
        }
    }

    private async Task DoRest(CancellationToken ct)
    {
        while (work.TryDequeue(out var next))
        {
            await DoOne(next, ct);
        }
    }

    private async Task<int> DoOne(Work next, CancellationToken ct)
    {
        switch (next)
        {
            case StartWork start:
                await Start(start, ct);
                return 1;
            case EventWork raised:
                return await Raise(raised, ct);
            case ResumeWork resume:
                return await Deliver(resume.InstanceId, resume.Stimulus, resume.Depth, ct) ? 1 : 0;
            case LostChildWork lost:
                await LoseChild(lost);
                return 0;
            case CancelWork cancel:
                await Cancel(cancel, ct);
                return 0;
            default:
                throw new NotSupportedException(next.GetType().Name);
        }
    }

    /// <summary>The version that is published at this moment.</summary>
    public async Task<Definition?> Published(string definitionId) =>
        await store.PublishedVersion(definitionId) is { } version ? await definitions.Get(db, definitionId, version, CancellationToken.None) : null;

    private async Task Start(StartWork start, CancellationToken ct)
    {
        var state = InstanceState.New(start.Definition, start.Inputs);
        var instance = new Instance
        {
            Id = start.InstanceId,
            DefinitionId = start.Definition.Id,
            DefinitionVersion = start.Definition.Version,
            CorrelationId = start.CorrelationId,
            TenantId = start.TenantId,
            ParentId = start.ParentId,
            ParentBookmarkId = start.ParentBookmarkId,
            StartedAt = now,
            State = state.Write(),
        };
        var stimulus = new Stimulus(StimulusKind.Start, $"启动：{start.By}");
        await Apply(new Burst(Context(stimulus.Cause, start.Depth), start.Definition, instance, state, []), stimulus, isNew: true, ct);
    }

    private async Task<int> Raise(EventWork raising, CancellationToken ct)
    {
        var reached = await Reach(await store.WaitingFor(raising.Raised, raising.OnlyInstance), raising.Raised, raising.Depth, ct);
        if (reached == 0)
        {
            await Unheard(raising.Raised);
        }

        return reached;
    }

    private async Task<int> Reach(IEnumerable<IGrouping<Guid, Guid>> all, RaisedEvent raised, int depth, CancellationToken ct)
    {
        var reached = 0;
        foreach (var waiting in all)
        {
            var stimulus = Stimulus.Resume($"事件 {raised.Name}：{raised.By}", raised.Payload, [.. waiting]);
            reached += await Deliver(waiting.Key, stimulus, depth, ct) ? waiting.Count() : 0;
        }

        return reached;
    }

    private Task Unheard(RaisedEvent raised) => store.Add(new UnheardEvent
    {
        Id = SequentialIds.Next(now),
        Name = Texts.Cut(raised.Name, Bookmark.LongestEventName),
        CorrelationId = raised.CorrelationId is { } correlation ? Texts.Cut(correlation, Instance.LongestCorrelation) : null,
        RaisedBy = Texts.Cut(raised.By, HistoryStep.LongestCause),
        RaisedAt = now,
        Payload = Stimulus.Resume("", raised.Payload).Payload?.GetRawText(),
    });

    /// <summary>Brings a stimulus to an instance; one that is stopped keeps it for later.</summary>
    private async Task<bool> Deliver(Guid instanceId, Stimulus stimulus, int depth, CancellationToken ct)
    {
        var instance = await store.Find(instanceId);
        switch (instance?.Status)
        {
            case InstanceStatus.Faulted:
                // Its timers rest meanwhile, or the job would bring the same one again and again.
                await store.Park(instanceId, true);
                await store.Add(new HeldStimulus { Id = SequentialIds.Next(now), InstanceId = instanceId, Stimulus = stimulus.Write(), HeldAt = now });
                return true;
            case InstanceStatus.Running:
                break;
            default:
                return false;
        }

        Definition definition;
        InstanceState state;
        try
        {
            (definition, state) = await Read(instance, ct);
        }
        catch (BurstStopped unreadable)
        {
            await Keeper.Park(instance, [], stimulus, unreadable, null);
            return true;
        }

        if (stimulus.Kind == StimulusKind.Start)
        {
            state = InstanceState.New(definition, state.Inputs);
        }

        var waiting = await store.BookmarksOf(instanceId);
        return await Apply(new Burst(Context(stimulus.Cause, depth), definition, instance, state, waiting), stimulus, isNew: false, ct);
    }

    /// <summary>The definition an instance is pinned to, and where it stands in it; throws <see cref="BurstStopped"/> when this program cannot read one of them.</summary>
    private async Task<(Definition Definition, InstanceState State)> Read(Instance instance, CancellationToken ct)
    {
        try
        {
            var definition = await definitions.Get(db, instance.DefinitionId, instance.DefinitionVersion, ct);
            return (definition, InstanceState.Read(instance.State, definition));
        }
        catch (DefinitionRefused refused)
        {
            throw new BurstStopped("definition-refused", refused.Message);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidCastException or InvalidOperationException && !IsConflict(e))
        {
            throw new BurstStopped("state-unreadable", $"流程实例的状态无法读取：{e.Message}");
        }
    }

    private bool IsConflict(Exception e) => e is DbUpdateConcurrencyException || options.IsConflict(e);

    // What the caller reached and what that set going directly may be many; only what multiplies from there on is a chain reaction.
    private void CheckCascade(BurstContext burst)
    {
        if (burst.Depth > options.DeepestCascade || (burst.Depth > 1 && ++cascaded > options.MostBurstsInCascade))
        {
            throw new BurstStopped("too-deep", $"事件或子流程连锁超过 {options.DeepestCascade} 层或 {options.MostBurstsInCascade} 次，流程之间可能在互相触发。");
        }
    }

    private async Task<bool> Apply(Burst burst, Stimulus stimulus, bool isNew, CancellationToken ct)
    {
        var isReached = stimulus.Kind != StimulusKind.Resume;
        var toRestore = new List<Bookmark>();
        string state;
        try
        {
            CheckCascade(burst.Context);
            switch (stimulus.Kind)
            {
                case StimulusKind.Start:
                    burst.Begin();
                    await burst.Run(ct);
                    break;
                case StimulusKind.Rerun:
                    await burst.Rerun(stimulus.Frame, stimulus.ActivityId!, ct);
                    break;
                case StimulusKind.Resume:
                    foreach (var bookmark in stimulus.Bookmarks.Select(id => burst.Waiting.Find(b => b.Id == id)).OfType<Bookmark>().ToList())
                    {
                        if (burst.Waiting.Contains(bookmark))
                        {
                            await store.Take(bookmark);
                            isReached = true;
                            if (!burst.Context.HasSavepoint)
                            {
                                toRestore.Add(bookmark);
                            }

                            await burst.Resume(bookmark, stimulus.Payload, ct);
                        }
                    }

                    if (!isReached)
                    {
                        return false;
                    }

                    break;
            }

            state = burst.WriteState(options.LargestState);
            await burst.Context.Keep(ct);
        }
        catch (Exception e) when (!IsConflict(e) && !ct.IsCancellationRequested)
        {
            await burst.Context.Undo(ct);
            await Keeper.Park(burst.Instance, isNew ? null : toRestore, stimulus, e, burst.Current?.Id);
            return true;
        }

        await Keeper.Keep(burst, state, isNew, burst.IsOver ? InstanceStatus.Finished : null);
        return true;
    }

    private async Task LoseChild(LostChildWork lost)
    {
        if (await store.Find(lost.InstanceId) is { Status: InstanceStatus.Running or InstanceStatus.Faulted } parent)
        {
            await Keeper.Park(parent, [], lost.Stimulus, new BurstStopped("child-cancelled", "所等待的子流程已被取消。重试将不带结果继续，也可以取消本流程。"), null);
        }
    }

    private async Task Cancel(CancelWork cancel, CancellationToken ct)
    {
        if (await store.Find(cancel.InstanceId) is not { Status: InstanceStatus.Running or InstanceStatus.Faulted } instance)
        {
            return;
        }

        try
        {
            var (definition, state) = await Read(instance, ct);
            var burst = new Burst(Context(cancel.Cause, cancel.Depth), definition, instance, state, await store.BookmarksOf(instance.Id));
            burst.Cancel();
            await Keeper.Keep(burst, state.Write(), isNew: false, InstanceStatus.Cancelled);
        }
        catch (BurstStopped)
        {
            await CancelUnread(instance, cancel);
        }

        await store.CloseIncidents(instance.Id, now, Texts.Cut(cancel.Cause, 120));
        await store.Release(instance.Id);
        if (cancel.TellParent && instance is { ParentId: { } parent, ParentBookmarkId: { } bookmark })
        {
            work.Enqueue(new LostChildWork(cancel.Depth + 1, parent, Stimulus.Resume(cancel.Cause, null, bookmark)));
        }
    }

    // An instance whose definition this program cannot read any more must still be possible to end.
    private async Task CancelUnread(Instance instance, CancelWork cancel)
    {
        instance.Status = InstanceStatus.Cancelled;
        instance.FinishedAt = now;
        await store.Update(instance);
        foreach (var bookmark in await store.BookmarksOf(instance.Id))
        {
            await store.Take(bookmark);
            if (bookmark.ChildId is { } child)
            {
                work.Enqueue(new CancelWork(cancel.Depth + 1, child, cancel.Cause, TellParent: false));
            }
        }
    }

    private BurstContext Context(string cause, int depth) => new(db, options, now, Texts.Cut(cause, HistoryStep.LongestCause), depth, Published);
}
