using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Infrastructure.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// 20,000 tasks with four reports each on an SQLite file that is kept between runs: twenty tasks go through the services, and are then copied row by
/// row in the database, with due days spread over a year. About a sixth is overdue on <see cref="Today"/>.
/// </summary>
public static class LargeLedger
{
    public const int Tasks = 20_000;
    public const string UserName = "office";
    public const string Password = "benchmark-2019-ledger";

    public static readonly DateOnly Today = new(2019, 3, 1);

    private const int Real = 20;
    private const int FirstPrefix = 0x100;

    private static readonly DateOnly IssueDay = new(2018, 1, 2);

    private static readonly DateOnly[] ReportDays = [new(2018, 4, 3), new(2018, 7, 3), new(2018, 10, 9), new(2019, 1, 3)];

    private static readonly string[] Units = ["市教育局", "市财政局", "市人社局", "市编办", "市发改委", "市国土局", "市城乡规划局", "市住建委", "市公安局", "市卫健委", "市民政局", "市文旅局"];

    private static CancellationToken Ct => CancellationToken.None;

    /// <summary>The folder with the file; made when it is not there or was made for other tables.</summary>
    public static async Task<string> Folder()
    {
        var folder = Places.Kept("pages");
        var mark = Path.Combine(folder, "made-for.txt");
        var schema = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(SchemaScript.Text())));
        if (File.Exists(mark) && await File.ReadAllTextAsync(mark) == schema)
        {
            return folder;
        }

        Console.WriteLine($"Laying {Tasks} tasks down in {folder} …");
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        await Make(folder);
        await File.WriteAllTextAsync(mark, schema);
        return folder;
    }

    private static async Task Make(string folder)
    {
        var draft = PlanReader.Read(PlanText());
        await using var city = await City.Make(folder, draft, IssueDay);
        var planId = await IssueBenchmark.Import(city, draft);
        var issued = await IssueBenchmark.Issue(city, planId, IssueDay.Year);
        if (issued.Tasks != Real)
        {
            throw new InvalidOperationException($"{issued.Tasks} tasks were issued, {Real} are needed.");
        }

        await Live(city);
        await Multiply(city);
        await AddAccount(city);
    }

    private static string PlanText()
    {
        var text = new StringBuilder("测试市推进义务教育优质均衡发展行动计划（2018—2020年）\n一、主要措施\n");
        for (var i = 0; i < Real; i++)
        {
            var units = Enumerable.Range(0, 3).Select(k => Units[(i + k) % Units.Length]).ToList();
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}.扩充学位第{i + 1}项。2018年新建学校{i + 1}所，按标准配齐教师和装备，逐步消除大班额。（牵头单位：{units[0]}，配合单位：{units[1]}、{units[2]}）\n");
        }

        return text.ToString();
    }

    /// <summary>Every part signed, and the lead unit's report of each quarter approved.</summary>
    private static async Task Live(City city)
    {
        var tasks = await Load(city);
        foreach (var part in tasks.SelectMany(t => t.Units))
        {
            await city.Get<SignForService>().SignFor(city.Contact(part.UnitId), part.Id, part.Version, Ct);
        }

        for (var quarter = 0; quarter < ReportDays.Length; quarter++)
        {
            city.Clock.Day = ReportDays[quarter];
            foreach (var part in tasks.Select(t => t.Units.Single(u => u.Role == UnitRole.Lead)))
            {
                var report = new ReportDraft(null, 20 * (quarter + 1), default, "选址、立项已完成，施工按计划推进，资金到位。", "部分地块需协调。", "加快施工进度。", [], null, []);
                await city.Get<ReportService>().Submit(city.Head(part.UnitId), part.Id, null, report, Ct);
            }
        }
    }

    private static async Task<List<AnnualTask>> Load(City city)
    {
        await using var db = await city.Context();
        return await db.AnnualTasks.AsNoTracking().Include(t => t.Units).ToListAsync();
    }

    private static async Task Multiply(City city)
    {
        await using var db = await city.Context();
        var kinds = Hanging(db.Model.FindEntityType(typeof(AnnualTask))!);
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var originals = await db.AnnualTasks.Select(t => t.Id).FirstAsync();
        var prefix = originals.ToString()[..3].ToUpperInvariant();
        command.CommandText = "PRAGMA foreign_keys=OFF; BEGIN";
        await command.ExecuteNonQueryAsync();
        for (var copy = 1; copy < Tasks / Real; copy++)
        {
            foreach (var kind in kinds)
            {
                command.CommandText = Copy(kind, kinds, copy, prefix);
                await command.ExecuteNonQueryAsync();
            }
        }

        command.CommandText = "COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The type and all that hang on it by foreign keys, however far.</summary>
    private static List<IEntityType> Hanging(IEntityType root)
    {
        var found = new List<IEntityType> { root };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(found[i].GetReferencingForeignKeys().Select(k => k.DeclaringEntityType).Distinct().Except(found).ToList());
        }

        return found;
    }

    private static string Copy(IEntityType kind, List<IEntityType> kinds, int copy, string prefix)
    {
        var properties = kind.GetProperties().ToList();
        var columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""));
        var values = string.Join(", ", properties.Select(p => ValueOf(p, kinds, copy)));
        var key = kind.FindPrimaryKey()!.Properties[0].GetColumnName();
        return $"INSERT INTO \"{kind.GetTableName()}\" ({columns}) SELECT {values} FROM \"{kind.GetTableName()}\" WHERE substr(\"{key}\", 1, 3) = '{prefix}'";
    }

    private static string ValueOf(IProperty property, List<IEntityType> kinds, int copy)
    {
        var column = $"\"{property.GetColumnName()}\"";
        var hangs = property.GetContainingForeignKeys().Any(k => kinds.Contains(k.PrincipalEntityType));
        var isOwnKey = property.IsPrimaryKey() && !property.IsForeignKey();
        return (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid) && (hangs || isOwnKey)
            ? $"'{FirstPrefix + copy:X3}' || substr({column}, 4)"
            : property.Name == nameof(AnnualTask.Number) && property.ClrType == typeof(string) ? $"{column} || '-{copy}'"
            : property.Name is nameof(AnnualTask.CurrentDueOn) or nameof(AnnualTask.FirstDueOn) or nameof(TaskUnit.DueOn) ? $"date({column}, '+{copy * 7 % 365} days')"
            : column;
    }

    private static Task AddAccount(City city) => AddAccount(city.Get<Transact>(), city.Office, UserName);

    /// <summary>Lets a person sign in with the benchmark's password.</summary>
    internal static async Task AddAccount(Transact transact, Actor person, string userName) => await transact.Run(person, "基准账户", async (db, _) =>
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            PersonId = person.PersonId,
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            SecurityStamp = userName,
            ConcurrencyStamp = userName,
        };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        db.Add(account);
        await db.SaveChangesAsync();
    }, Ct);
}
