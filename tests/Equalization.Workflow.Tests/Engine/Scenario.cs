using System.Globalization;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>
/// Plays a definition: publishes it, starts one instance, and follows a script. "!name" raises an event, "+1.00:00:00" lets time pass and fires
/// what is due, "? a b" expects exactly these waits, "= a b" expects these activities completed in this order, "finished" and the like expect a status.
/// </summary>
internal static class Scenario
{
    private static readonly string[] NotSteps = ["Waiting", "Cancelled", "Skipped", "Migrated"];

    public static async Task Plays(string definition, params string[] script)
    {
        await using var file = new EngineFile();
        await file.Publish(definition);
        await Follow(file, await file.Start(), script);
    }

    public static async Task Follow(EngineFile file, Guid instance, params string[] script)
    {
        foreach (var line in script)
        {
            // Whatever was not written down is lost here, between any two steps.
            file.Restart();
            switch (line[0])
            {
                case '!':
                    await file.Raise(line[1..]);
                    break;
                case '+':
                    file.Clock.Now += TimeSpan.Parse(line[1..], CultureInfo.InvariantCulture);
                    while (await file.FireDue() > 0)
                    {
                    }

                    break;
                case '?':
                    Assert.Equal(line[1..].Trim(), await Waiting(file, instance));
                    break;
                case '=':
                    Assert.Equal(line[1..].Trim(), await Steps(file, instance));
                    break;
                default:
                    Assert.Equal(line, (await Status(file, instance)).ToString().ToLowerInvariant());
                    break;
            }
        }
    }

    public static async Task<string> Waiting(EngineFile file, Guid instance)
    {
        await using var db = file.Open();
        return string.Join(' ', await db.Set<Bookmark>().Where(b => b.InstanceId == instance).Select(b => b.ActivityId).OrderBy(id => id).ToListAsync());
    }

    public static async Task<string> Steps(EngineFile file, Guid instance) =>
        string.Join(' ', (await History(file, instance)).Where(h => !NotSteps.Contains(h.Outcome)).Select(h => h.ActivityId));

    public static async Task<InstanceStatus> Status(EngineFile file, Guid instance)
    {
        await using var db = file.Open();
        return await db.Set<Instance>().Where(i => i.Id == instance).Select(i => i.Status).SingleAsync();
    }

    public static async Task<List<HistoryStep>> History(EngineFile file, Guid instance)
    {
        await using var db = file.Open();
        return await db.Set<HistoryStep>().AsNoTracking().Where(h => h.InstanceId == instance).OrderBy(h => h.Sequence).ToListAsync();
    }

    public static async Task<Incident> Incident(EngineFile file, Guid instance)
    {
        await using var db = file.Open();
        return await db.Set<Incident>().AsNoTracking().SingleAsync(i => i.InstanceId == instance && i.ClosedAt == null);
    }

    public static async Task<int> Count<T>(EngineFile file)
        where T : class
    {
        await using var db = file.Open();
        return await db.Set<T>().CountAsync();
    }
}
