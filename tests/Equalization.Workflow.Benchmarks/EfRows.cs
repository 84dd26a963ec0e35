using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks;

/// <summary>The rows of a start and of a resume, written through the change tracker.</summary>
internal static class EfRows
{
    /// <summary>What the engine writes for the benchmark's flow, so that both write as many bytes.</summary>
    public const string State = """{"next":2,"frames":[{"id":1,"node":"root","turn":0,"position":0}]}""";

    public static DateTime Now => BenchClock.Instance.GetUtcNow().UtcDateTime;

    public static async Task Start(BenchDb db, int i)
    {
        var instance = Instance(i);
        db.Add(instance);
        db.Add(Bookmark(instance.Id, i, "a"));
        db.Add(Step(instance.Id, 1, "s", "Elsa.Start", "Done", null));
        db.Add(Step(instance.Id, 2, "a", "Elsa.Event", "Waiting", """{"eventName":"a"}"""));
        await db.SaveChangesAsync();
    }

    public static async Task Resume(BenchDb db, int i)
    {
        var key = EngineBenchmark.Key(i);
        var bookmark = await db.Set<Bookmark>().SingleAsync(b => b.EventName == "a" && b.CorrelationId == key);
        var instance = await db.Set<Instance>().SingleAsync(x => x.Id == bookmark.InstanceId);
        db.Remove(bookmark);
        db.Add(Bookmark(instance.Id, i, "b"));
        db.Add(Step(instance.Id, 3, "a", "Elsa.Event", "Done", """{"result":null}"""));
        db.Add(Step(instance.Id, 4, "b", "Elsa.Event", "Waiting", """{"eventName":"b"}"""));
        instance.Version++;
        instance.Steps = 4;
        instance.State = State + " ";
        await db.SaveChangesAsync();
    }

    public static Instance Instance(int i) => new()
    {
        Id = Guid.CreateVersion7(),
        DefinitionId = EngineBenchmark.FlowId,
        DefinitionVersion = 1,
        CorrelationId = EngineBenchmark.Key(i),
        StartedAt = Now,
        Steps = 2,
        State = State,
    };

    public static Bookmark Bookmark(Guid instanceId, int i, string name) => new()
    {
        Id = Guid.CreateVersion7(),
        InstanceId = instanceId,
        Kind = BookmarkKind.Event,
        ActivityId = name,
        ScopePath = "root",
        Frame = 1,
        Iteration = 0,
        EventName = name,
        CorrelationId = EngineBenchmark.Key(i),
        CreatedAt = Now,
    };

    public static HistoryStep Step(Guid instanceId, int sequence, string id, string type, string outcome, string? values) => new()
    {
        InstanceId = instanceId,
        Sequence = sequence,
        ActivityId = id,
        ActivityType = type,
        Iteration = 0,
        Outcome = outcome,
        At = Now,
        Cause = "启动：bench",
        Values = values,
    };
}
