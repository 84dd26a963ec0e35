using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Benchmarks.Crash;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Infrastructure.Files;
using Equalization.Workflow.Infrastructure.Mail;
using Equalization.Workflow.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// Mails from the outbox to an SMTP server on this machine: claimed, composed with both bodies and a calendar file, sent, and booked as sent in
/// SQLite with full sync.
/// </summary>
internal static class MailBenchmark
{
    private const int DefaultCount = 3000;
    private const int PostBatch = 1000;
    private const int LeastASecond = 300;
    private const int MostConnections = 4;
    private const string Kind = "Bench";

    private static readonly DateOnly Day = new(2026, 3, 2);

    public static async Task<int> Run(string[] args)
    {
        var count = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : DefaultCount;
        var folder = Directory.CreateTempSubdirectory("mail-bench-").FullName;
        try
        {
            await using var sink = new MailSink();
            await using var services = Services(folder, sink.Port);
            await Post(services, count);
            var watch = Stopwatch.StartNew();
            var run = await services.GetRequiredService<MailSender>().Run(CancellationToken.None);
            var seconds = watch.Elapsed.TotalSeconds;

            var bounds = new Bounds();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Sent} mails in {seconds:0.00} s over {sink.MostOpen} connections, {run.Sent / seconds / LeastASecond:0.0} times what is promised."));
            bounds.AtLeast("mails a second", (int)(run.Sent / seconds), LeastASecond);
            bounds.AtMost("connections at once", sink.MostOpen, MostConnections, "");
            bounds.Exactly("letters that arrived", sink.Letters.Count, count);
            bounds.Exactly("different Message-IDs", sink.Letters.Select(l => l.MessageId).Distinct().Count(), count);
            bounds.Exactly("rows not booked as sent", await NotSent(services), 0);
            return bounds.ExitCode;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProvider Services(string folder, int port) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(new StillClock(Day))
        .AddSingleton<IFileStore>(new DiskFileStore(Path.Combine(folder, "files")))
        .AddSingleton(EvidenceLimits.OfMegabytes(EvidenceLimits.DefaultMegabytes))
        .AddWorkflowDb(new DatabaseSettings { Provider = "Sqlite", ConnectionString = $"Data Source={Path.Combine(folder, "workflow.db")}" })
        .AddDomain()
        .AddMail(new MailSettings { Route = MailRoute.Smtp, Host = "127.0.0.1", Port = port, Security = MailSecurity.None, FromAddress = "ledger@example.gov.cn" })
        .AddSingleton(new MailComposer(Kind, (_, mail, _) => Task.FromResult<MailContent?>(Digest(mail))))
        .BuildServiceProvider();

    private static MailContent Digest(OutgoingMail mail)
    {
        var lines = Enumerable.Range(1, 10).Select(i => $"{i}. 任务 2026-00{i:00}“扩大优质学位供给”将于 2026年3月{i + 10}日 到期，距截止 {i + 6} 个工作日。").ToList();
        return new MailContent(
            $"今日摘要：{mail.ToName}，10 项任务待办", string.Join('\n', lines), PlainMail.Page("今日摘要", string.Concat(lines.Select(l => $"<p>{l}</p>"))),
            new CalendarFile("任务期限.ics", [.. lines.Select((l, i) => new CalendarEvent($"task-{i}@example.gov.cn", 0, Day.AddDays(i), l))]));
    }

    private static async Task Post(ServiceProvider services, int count)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync())
        {
            await db.Database.MigrateAsync();
        }

        foreach (var batch in Enumerable.Range(0, count).Chunk(PostBatch))
        {
            await services.GetRequiredService<Transact>().Run(Actor.System(Guid.CreateVersion7(), Day), "基准数据", (db, _) =>
            {
                foreach (var i in batch)
                {
                    db.Post(Kind, new MailTo(null, $"person{i}@example.gov.cn", $"人员{i}"));
                }

                return Task.CompletedTask;
            }, CancellationToken.None);
        }
    }

    private static async Task<int> NotSent(ServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync();
        return await db.OutgoingMails.CountAsync(m => m.State != MailState.Sent);
    }
}
