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

    public EngineStore Store => store;

    public DateTime Now => now;

    /// <summary>Does a piece of work and all that follows from it; returns how many waits it reached itself.</summary>
    public async Task<int> Do(Work first, CancellationToken ct)
    {
        var reached = await DoOne(first, ct);
        while (work.TryDequeue(out var next))
        {
            await DoOne(next, ct);
        }

        return reached;
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

    private async Task<int> Raise(EventWork work, CancellationToken ct)
    {
        var reached = 0;
        var raised = work.Raised;
        foreach (var waiting in await store.WaitingFor(raised, work.OnlyInstance))
        {
            var stimulus = Stimulus.Resume($"事件 {raised.Name}：{raised.By}", raised.Payload, [.. waiting]);
            reached += await Deliver(waiting.Key, stimulus, work.Depth, ct) ? waiting.Count() : 0;
        }

        if (reached == 0)
        {
            await store.Add(new UnheardEvent
            {
                Id = SequentialIds.Next(now),
                Name = raised.Name,
                CorrelationId = raised.CorrelationId,
                RaisedBy = Cut(raised.By, HistoryStep.LongestCause),
                RaisedAt = now,
                Payload = Stimulus.Resume("", raised.Payload).Payload?.GetRawText(),
            });
        }

        return reached;
    }

    /// <summary>Brings a stimulus to an instance; one that is stopped keeps it for later.</summary>
    private async Task<bool> Deliver(Guid instanceId, Stimulus stimulus, int depth, CancellationToken ct)
    {
        var instance = await store.Find(instanceId);
        switch (instance?.Status)
        {
            case InstanceStatus.Faulted:
                await store.Add(new HeldStimulus { Id = SequentialIds.Next(now), InstanceId = instanceId, Stimulus = stimulus.Write(), HeldAt = now });
                return true;
            case InstanceStatus.Running:
                break;
            default:
                return false;
        }

        Definition definition;
        try
        {
            definition = await definitions.Get(db, instance.DefinitionId, instance.DefinitionVersion, ct);
        }
        catch (DefinitionRefused refused)
        {
            await Park(instance, [], stimulus, new BurstStopped("definition-refused", refused.Message), null);
            return true;
        }

        var state = InstanceState.Read(instance.State, definition);
        if (stimulus.Kind == StimulusKind.Start)
        {
            state = InstanceState.New(definition, state.Inputs);
        }

        var waiting = await store.BookmarksOf(instanceId);
        return await Apply(new Burst(Context(stimulus.Cause, depth), definition, instance, state, waiting), stimulus, isNew: false, ct);
    }

    private async Task<bool> Apply(Burst burst, Stimulus stimulus, bool isNew, CancellationToken ct)
    {
        var taken = new List<Bookmark>();
        try
        {
            burst.Context.CheckDepth();
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
                            taken.Add(bookmark);
                            await burst.Resume(bookmark, stimulus.Payload, ct);
                        }
                    }

                    if (taken.Count == 0)
                    {
                        return false;
                    }

                    break;
            }

            await burst.Context.Keep(ct);
        }
        catch (Exception e) when (e is not DbUpdateConcurrencyException && !options.IsConflict(e) && !ct.IsCancellationRequested)
        {
            await burst.Context.Undo(ct);
            await Park(burst.Instance, isNew ? null : taken, stimulus, e, burst.Current?.Id);
            return true;
        }

        await Keep(burst, isNew, burst.IsOver ? InstanceStatus.Finished : null);
        return true;
    }

    private async Task Keep(Burst burst, bool isNew, InstanceStatus? end)
    {
        var instance = burst.Instance;
        var recorrelated = instance.CorrelationId != burst.CorrelationId;
        var stopped = burst.State.Frames.Exists(f => f.Faulted.Count > 0);
        instance.Status = end ?? (stopped ? InstanceStatus.Faulted : InstanceStatus.Running);
        instance.FinishedAt = end is null ? null : now;
        instance.CorrelationId = burst.CorrelationId;
        instance.Steps += burst.History.Count;
        instance.State = burst.State.Write();
        await (isNew ? store.Add(instance) : store.Update(instance));
        foreach (var bookmark in burst.Removed)
        {
            await store.Take(bookmark);
        }

        if (!isNew && recorrelated)
        {
            await store.Recorrelate(instance.Id, instance.CorrelationId);
        }

        if (!isNew && stopped)
        {
            await store.Park(instance.Id, true);
        }

        foreach (var bookmark in burst.Added)
        {
            await store.Add(bookmark, instance.CorrelationId, parked: stopped);
        }

        foreach (var step in burst.History)
        {
            await store.Add(step);
        }

        foreach (var (frame, node, fault) in burst.Faults)
        {
            var again = new Stimulus(StimulusKind.Rerun, $"活动 {node.Id}") { Frame = frame.Id, ActivityId = node.Id };
            await Report(instance.Id, node.Id, fault.Code, fault.Message, null, again);
        }

        burst.Effects.ForEach(work.Enqueue);
        if (end == InstanceStatus.Finished && instance is { ParentId: { } parent, ParentBookmarkId: { } bookmarkOfParent })
        {
            var result = burst.State.Outputs.Count == 0 ? null : burst.State.Outputs;
            work.Enqueue(new ResumeWork(burst.Context.Depth + 1, parent, Stimulus.Resume($"子流程 {instance.DefinitionId} 结束", result, bookmarkOfParent)));
        }
    }

    /// <summary>Leaves an instance as it was before the stimulus, stopped, with an incident that keeps the stimulus. Null bookmarks: it was not stored yet.</summary>
    private async Task Park(Instance instance, IReadOnlyList<Bookmark>? taken, Stimulus stimulus, Exception failure, string? activityId)
    {
        instance.Status = InstanceStatus.Faulted;
        if (taken is null)
        {
            await store.Add(instance);
        }
        else
        {
            await store.Update(instance);
            await store.Park(instance.Id, true);
            foreach (var bookmark in taken)
            {
                await store.Add(bookmark, bookmark.CorrelationId, parked: true);
            }
        }

        var code = failure is BurstStopped stop ? stop.Code : "failed";
        await Report(instance.Id, activityId, code, failure.Message, failure is BurstStopped ? null : failure.ToString(), stimulus);
    }

    private async Task LoseChild(LostChildWork lost)
    {
        if (await store.Find(lost.InstanceId) is { Status: InstanceStatus.Running or InstanceStatus.Faulted } parent)
        {
            await Park(parent, [], lost.Stimulus, new BurstStopped("child-cancelled", "所等待的子流程已被取消。重试将不带结果继续，也可以取消本流程。"), null);
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
            var definition = await definitions.Get(db, instance.DefinitionId, instance.DefinitionVersion, ct);
            var state = InstanceState.Read(instance.State, definition);
            var burst = new Burst(Context(cancel.Cause, cancel.Depth), definition, instance, state, await store.BookmarksOf(instance.Id));
            burst.Cancel();
            await Keep(burst, isNew: false, InstanceStatus.Cancelled);
        }
        catch (DefinitionRefused)
        {
            await CancelUnread(instance, cancel);
        }

        await store.CloseIncidents(instance.Id, now, Cut(cancel.Cause, 120));
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

    private Task Report(Guid instanceId, string? activityId, string code, string message, string? detail, Stimulus stimulus) => store.Add(new Incident
    {
        Id = SequentialIds.Next(now),
        InstanceId = instanceId,
        ActivityId = activityId,
        Code = Cut(code, 100),
        Message = Cut(message, Incident.LongestMessage),
        Detail = detail is null ? null : Cut(detail, Incident.LongestDetail),
        Stimulus = stimulus.Write(),
        RaisedAt = now,
    });

    private BurstContext Context(string cause, int depth) => new(db, clock, options, now, Cut(cause, HistoryStep.LongestCause), depth, Published);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
