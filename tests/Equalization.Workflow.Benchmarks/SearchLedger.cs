using System.Diagnostics;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Infrastructure.Files;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// The large ledger with words of its own in every task and report: a third of them the field's usual ones, the others from 4,000 made of 1,500 characters, each
/// the rarer the later it stands in the list, as words are. One character stands in a single report. Indexed by the product's job.
/// </summary>
public static class SearchLedger
{
    public const string ContactName = "contact";
    public const string RareCharacter = "㐂";

    private const string Usual = "义务教育 优质均衡 学位 大班额 标准化 学校 教师 编制 经费 城乡一体化 集团化办学 控辍保学 随迁子女 信息化 装备 体育 校园 安全 改薄 督导 验收 招生 规划 用地";
    private const int Words = 4000;
    private const int Characters = 1500;

    private static readonly string[] UsualWords = Usual.Split(' ');
    private static readonly string[] OtherWords = Vocabulary();

    /// <summary>Makes it anew from the large ledger; how long the index took.</summary>
    public static async Task<TimeSpan> Make(string folder)
    {
        var from = await LargeLedger.Folder();
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        File.Copy(City.FileIn(from), City.FileIn(folder));
        await Reword(folder);
        await using var services = Services(folder);
        await AddContact(services);
        var watch = Stopwatch.StartNew();
        await services.GetRequiredService<SearchIndexService>().Run(CancellationToken.None);
        var took = watch.Elapsed;
        await Optimise(folder);
        return took;
    }

    /// <summary>Rewrites some reports through the audit and lets the job follow; how long the job took.</summary>
    public static async Task<TimeSpan> Follow(string folder, int reports)
    {
        await using var services = Services(folder);
        var random = new Random(500);
        await services.GetRequiredService<Transact>().Run(await Contact(services), "基准数据", async (db, _) =>
        {
            foreach (var report in await db.ProgressReports.OrderByDescending(r => r.Id).Take(reports).ToListAsync())
            {
                db.Entry(report).Property(r => r.Narrative).CurrentValue = Text(random, 60);
            }
        }, CancellationToken.None);
        var watch = Stopwatch.StartNew();
        await services.GetRequiredService<SearchIndexService>().Run(CancellationToken.None);
        return watch.Elapsed;
    }

    private static ServiceProvider Services(string folder) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(new StillClock(LargeLedger.Today))
        .AddSingleton<IFileStore>(new DiskFileStore(Path.Combine(folder, "files")))
        .AddSingleton(EvidenceLimits.OfMegabytes(EvidenceLimits.DefaultMegabytes))
        .AddWorkflowDb(new DatabaseSettings { Provider = "Sqlite", ConnectionString = $"Data Source={City.FileIn(folder)}" })
        .AddDomain()
        .BuildServiceProvider();

    private static async Task Reword(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={City.FileIn(folder)};Pooling=False");
        await connection.OpenAsync();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        var random = new Random(2018);
        await Each(connection, transaction, "AnnualTasks", ["Content", "Criteria"], () => Text(random, 60));
        await Each(connection, transaction, "ProgressReports", ["Narrative"], () => Text(random, 50));
        await using var rare = connection.CreateCommand();
        rare.Transaction = transaction;
        rare.CommandText = $"UPDATE ProgressReports SET Narrative = Narrative || '{RareCharacter}' WHERE rowid = (SELECT MAX(rowid) / 2 FROM ProgressReports)";
        await rare.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static async Task Each(SqliteConnection connection, SqliteTransaction transaction, string table, string[] columns, Func<string> text)
    {
        await using var last = connection.CreateCommand();
        last.Transaction = transaction;
        last.CommandText = $"SELECT MAX(rowid) FROM {table}";
        var rows = (long)(await last.ExecuteScalarAsync())!;
        await using var update = connection.CreateCommand();
        update.Transaction = transaction;
        update.CommandText = $"UPDATE {table} SET {string.Join(", ", columns.Select((c, i) => $"{c} = $t{i}"))} WHERE rowid = $row";
        var values = columns.Select((_, i) => update.Parameters.Add($"$t{i}", SqliteType.Text)).ToList();
        var row = update.Parameters.Add("$row", SqliteType.Integer);
        for (var i = 1L; i <= rows; i++)
        {
            row.Value = i;
            values.ForEach(v => v.Value = text());
            await update.ExecuteNonQueryAsync();
        }
    }

    /// <summary>A text of so many words, most of two characters.</summary>
    private static string Text(Random random, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            text.Append(random.Next(3) == 0 ? UsualWords[random.Next(UsualWords.Length)] : OtherWords[(int)Math.Pow(Words, random.NextDouble()) - 1]);
            text.Append(i % 8 == 7 ? "，" : "");
        }

        return text.Append('。').ToString();
    }

    private static string[] Vocabulary()
    {
        var random = new Random(1999);
        return [.. Enumerable.Range(0, Words).Select(_ => $"{(char)('一' + random.Next(Characters))}{(char)('一' + random.Next(Characters))}")];
    }

    private static async Task AddContact(ServiceProvider services) =>
        await LargeLedger.AddAccount(services.GetRequiredService<Transact>(), await Contact(services), ContactName);

    private static async Task<Actor> Contact(ServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync();
        var person = await (from t in db.AnnualTasks
                            join m in db.Memberships on t.LeadUnitId equals m.UnitId
                            where m.Role == Role.Contact
                            orderby t.Number
                            select m.PersonId).FirstAsync();
        return (await services.GetRequiredService<ActorQueries>().Find(person, null, LargeLedger.Today, CancellationToken.None))!.Value.Actor;
    }

    private static async Task Optimise(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={City.FileIn(folder)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        command.CommandText = "SELECT COUNT(*) FROM SearchPostings";
        var postings = (long)(await command.ExecuteScalarAsync())!;
        command.CommandText = "SELECT COUNT(*) FROM SearchEntries";
        Console.WriteLine($"{(long)(await command.ExecuteScalarAsync())!} entries, {postings} rows of grams; the file has {new FileInfo(City.FileIn(folder)).Length / (1024 * 1024)} MiB");
    }
}
