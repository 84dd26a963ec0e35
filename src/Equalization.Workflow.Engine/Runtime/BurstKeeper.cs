using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;

namespace Equalization.Workflow.Engine.Runtime;

/// <summary>Writes what a burst has come to: its rows when it went well, an incident when it failed. What it sets going elsewhere joins the work to do.</summary>
internal sealed class BurstKeeper(EngineStore store, DateTime now, Queue<Work> work)
{
    public async Task Keep(Burst burst, string state, bool isNew, InstanceStatus? end)
    {
        var instance = burst.Instance;
        var recorrelated = instance.CorrelationId != burst.CorrelationId;
        var stopped = burst.State.Frames.Exists(f => f.Faulted.Count > 0);
        instance.Status = end ?? (stopped ? InstanceStatus.Faulted : InstanceStatus.Running);
        instance.FinishedAt = end is null ? null : now;
        instance.CorrelationId = burst.CorrelationId;
        instance.Steps += burst.History.Count;
        instance.State = state;
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
    public async Task Park(Instance instance, IReadOnlyList<Bookmark>? toRestore, Stimulus stimulus, Exception failure, string? activityId)
    {
        instance.Status = InstanceStatus.Faulted;
        if (toRestore is null)
        {
            await store.Add(instance);
        }
        else
        {
            await store.Update(instance);
            await store.Park(instance.Id, true);
            foreach (var bookmark in toRestore)
            {
                await store.Add(bookmark, bookmark.CorrelationId, parked: true);
            }
        }

        var code = failure is BurstStopped stop ? stop.Code : "failed";
        await Report(instance.Id, activityId, code, failure.Message, failure is BurstStopped ? null : failure.ToString(), stimulus);
    }

    /// <summary>Puts an instance on another version of its definition; the history says so.</summary>
    public async Task Move(Instance instance, string state, MigrationRequest request, Node root)
    {
        instance.State = state;
        instance.Steps++;
        await store.Move(instance, request.ToVersion);
        await store.Add(new HistoryStep
        {
            InstanceId = instance.Id,
            Sequence = instance.Steps,
            ActivityId = root.Id,
            ActivityType = root.Activity.Type,
            Iteration = 0,
            Outcome = HistoryStep.Migrated,
            At = now,
            Cause = Texts.Cut($"迁移（{request.By}）：第 {request.FromVersion} 版改为第 {request.ToVersion} 版", HistoryStep.LongestCause),
        });
    }

    private Task Report(Guid instanceId, string? activityId, string code, string message, string? detail, Stimulus stimulus) => store.Add(new Incident
    {
        Id = SequentialIds.Next(now),
        InstanceId = instanceId,
        ActivityId = activityId,
        Code = Texts.Cut(code, 100),
        Message = Texts.Cut(message, Incident.LongestMessage),
        Detail = detail is null ? null : Texts.Cut(detail, Incident.LongestDetail),
        Stimulus = stimulus.Write(),
        RaisedAt = now,
    });
}
