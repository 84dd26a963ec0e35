using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>Looks at the processes of a thing, and lets time pass over them.</summary>
internal static class CityProcesses
{
    private static CancellationToken Ct => TestCity.Ct;

    /// <summary>Where the newest instance of a definition stands for a thing: the activities it waits in, by name; "over" when it has ended.</summary>
    public static Task<string> Stands(this TestCity city, string definition, Guid subjectId) => city.Read(async db =>
    {
        var key = ProcessMoves.Correlation(subjectId);
        var instance = (await db.Set<Instance>().Where(i => i.DefinitionId == definition && i.CorrelationId == key).ToListAsync(Ct)).MaxBy(i => i.Id);
        if (instance is null)
        {
            return "none";
        }

        if (instance.Status == InstanceStatus.Faulted)
        {
            return "stopped: " + string.Join("; ", await db.Set<Incident>().Where(i => i.InstanceId == instance.Id).Select(i => i.Message).ToListAsync(Ct));
        }

        return instance.Status != InstanceStatus.Running
            ? "over"
            : string.Join(' ', await db.Set<Bookmark>().Where(b => b.InstanceId == instance.Id).Select(b => b.ActivityId).OrderBy(a => a).ToListAsync(Ct));
    });

    /// <summary>Lets the clock go on to an instant in China, stopping at each timer on the way as the job would.</summary>
    public static async Task PassTo(this TestCity city, DateOnly day, int hour = 9)
    {
        var until = ChinaTime.StartOf(day).AddHours(hour);
        while (await city.Read(db => db.Set<Bookmark>().Where(b => b.DueAt != null && !b.IsParked).MinAsync(b => b.DueAt, Ct)) is { } next && next <= until)
        {
            city.Clock.Now = next > city.Clock.Now ? next : city.Clock.Now;
            await city.Get<ProcessTimers>().FireDue(Ct);
        }

        city.Clock.Now = until;
        await city.Get<ProcessTimers>().FireDue(Ct);
    }

    /// <summary>Instances that have stopped with an incident; a test of the product's own definitions expects none.</summary>
    public static Task<List<string>> Stopped(this TestCity city) => city.Read(db => db.Set<Incident>().Select(i => i.Message + i.Detail).ToListAsync(Ct));
}
