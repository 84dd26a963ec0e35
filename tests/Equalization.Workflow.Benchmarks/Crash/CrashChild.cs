using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks.Crash;

/// <summary>
/// The process that is killed: callers that start processes and raise events through Transact, the timer job and the mail job. What was
/// acknowledged to a caller it prints at once.
/// </summary>
internal sealed class CrashChild(CrashSite site)
{
    public const string Ready = "READY";
    public const string Started = "S ";
    public const string Raised = "R ";

    private const int Callers = 3;
    private const int LongestPause = 100;

    private static readonly TimeSpan JobPause = TimeSpan.FromMilliseconds(20);

    /// <summary>Works until it is killed.</summary>
    public static async Task<int> Load(string folder, int sinkPort, int minutesAhead)
    {
        Sibling.EndWithInput();
        await using var site = await CrashSite.Open(folder, sinkPort, TimeSpan.FromMinutes(minutesAhead));
        var child = new CrashChild(site);
        await child.RaiseLeft();

        // The first actions take long; a process killed in them would have done nothing yet.
        await child.CallOnce();
        site.Mark.Clear();
        Console.WriteLine(Ready);

        // None of them ends but by a fault, which ends the process.
        await await Task.WhenAny([Task.Run(child.FireTimers), Task.Run(child.SendMails), .. Enumerable.Range(0, Callers).Select(_ => Task.Run(child.Call))]);
        return 1;
    }

    /// <summary>Brings to its end what the killed processes left, and ends.</summary>
    public static async Task<int> Drain(string folder, int sinkPort, int minutesAhead)
    {
        Sibling.EndWithInput();
        for (var hours = 0; hours < 24; hours++)
        {
            await using var site = await CrashSite.Open(folder, sinkPort, TimeSpan.FromMinutes(minutesAhead) + TimeSpan.FromHours(hours));
            await new CrashChild(site).RaiseLeft();
            while (await site.Get<ProcessTimers>().FireDue(default) > 0)
            {
            }

            var run = await site.Get<MailSender>().Run(default);
            await using var db = await site.Context();
            if (run.Total == 0 && !await db.Set<Bookmark>().AnyAsync(b => b.DueAt != null) && !await db.OutgoingMails.AnyAsync(m => m.State == MailState.Waiting))
            {
                return 0;
            }
        }

        return 1;
    }

    private async Task Call()
    {
        while (true)
        {
            await CallOnce();

            // SQLite's lock is not fair: callers who never pause would keep the jobs out, and no mail would be in mid-air.
            await Task.Delay(Random.Shared.Next(LongestPause));
        }
    }

    private async Task CallOnce()
    {
        var id = Guid.CreateVersion7();
        await site.Get<Transact>().Run(site.Actor, "发起", (db, _) =>
        {
            CrashWrite.Leave(db, site.Actor, $"asked-{id}");
            db.StartProcess(CrashSite.Flow, id);
            return Task.CompletedTask;
        }, default);
        Console.WriteLine(Started + id);
        await Raise(id);
        Console.WriteLine(Raised + id);
    }

    private Task Raise(Guid id) => site.Get<Transact>().Run(site.Actor, "签收", (db, _) =>
    {
        CrashWrite.Leave(db, site.Actor, $"signed-{id}");
        db.RaiseEvent(CrashSite.Event, id);
        return Task.CompletedTask;
    }, default);

    /// <summary>What a killed process had started and not yet signed: a person would come back to it.</summary>
    private async Task RaiseLeft()
    {
        List<string> left;
        await using (var db = await site.Context())
        {
            left = await db.Set<Bookmark>().Where(b => b.EventName == CrashSite.Event).Select(b => b.CorrelationId!).ToListAsync();
        }

        foreach (var id in left.Select(l => Guid.ParseExact(l, "D")))
        {
            await site.Get<Transact>().Run(site.Actor, "补签", (db, _) =>
            {
                CrashWrite.Leave(db, site.Actor, $"left-{id}");
                db.RaiseEvent(CrashSite.Event, id);
                return Task.CompletedTask;
            }, default);
        }
    }

    private async Task FireTimers()
    {
        while (true)
        {
            await site.Get<ProcessTimers>().FireDue(default);
            await Task.Delay(JobPause);
        }
    }

    private async Task SendMails()
    {
        while (true)
        {
            await site.Get<MailSender>().Run(default);
            await Task.Delay(JobPause);
        }
    }
}
