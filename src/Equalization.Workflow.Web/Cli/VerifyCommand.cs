using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Infrastructure.Databases;

namespace Equalization.Workflow.Web.Cli;

/// <summary>
/// verify [--json]: recomputes every audit chain, every sealed day, every sealed assessment and every look-back drawing of the database that the settings
/// name. Exit codes: 0 all hold, 2 wrong usage, 3 something was altered.
/// </summary>
internal static class VerifyCommand
{
    public const string Verb = "verify";

    private const int Holds = 0;
    private const int WrongUsage = 2;
    private const int Broken = 3;

    private const string Usage = """
        用法：verify [--json] [--设置名=值 …]
        逐条重算设置所指数据库中的全部审计链，由所存各页重算每份数据快照的封存哈希，重算每份已封存的考核结果，并由种子和名单重算每次回头看抽取，不修改任何内容。

          --json   以 JSON 打印结果
          --help   显示本说明

        返回值：0 全部完好；1 设置不对；2 用法不对；3 有链、快照、考核结果或抽取记录被改动。
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, Converters = { new JsonStringEnumConverter() },
    };

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var rest = args.Skip(1).ToList();
        if (rest.Contains("--help") || rest.Contains("-h"))
        {
            await output.WriteLineAsync(Usage);
            return Holds;
        }

        var json = rest.Remove("--json");
        if (rest.Exists(a => !a.StartsWith("--", StringComparison.Ordinal) || !a.Contains('=')))
        {
            await error.WriteLineAsync(Usage);
            return WrongUsage;
        }

        await using var services = Open([.. rest]);
        var audits = services.GetRequiredService<AuditQueries>();
        var seals = services.GetRequiredService<SnapshotQueries>();
        var assessments = services.GetRequiredService<AssessmentQueries>();
        var draws = services.GetRequiredService<DrawCheckQueries>();
        var results = new List<Result>();
        foreach (var chain in await audits.Chains(CancellationToken.None))
        {
            var check = await audits.Verify(chain.JurisdictionId, CancellationToken.None);
            var days = chain.Name is null ? new SnapshotCheck(0, null) : await seals.Verify(chain.JurisdictionId, CancellationToken.None);
            results.Add(new Result(chain.JurisdictionId, chain.Name ?? "共用（人员、日历）", check.Rows, check.BrokenAt, days.Snapshots, days.Fault)
            {
                Assessments = chain.Name is null ? new AssessmentCheck(0, null) : await assessments.Verify(chain.JurisdictionId, CancellationToken.None),
                LookBacks = chain.Name is null ? new LookBackCheck(0, null) : await draws.Verify(chain.JurisdictionId, CancellationToken.None),
            });
        }

        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(results, Json));
        }
        else
        {
            foreach (var result in results)
            {
                await output.WriteLineAsync(result.BrokenAt is null
                    ? $"{result.Name}：{result.Rows} 条，完好。"
                    : $"{result.Name}：第 {result.BrokenAt} 条起与链不符，此前 {result.Rows} 条完好。");
                if (result.Snapshots > 0 || result.SnapshotFault is not null)
                {
                    await output.WriteLineAsync(result.SnapshotFault is { } fault
                        ? $"{result.Name}：{Words(fault)}此前 {result.Snapshots} 份数据快照完好。"
                        : $"{result.Name}：{result.Snapshots} 份数据快照，完好。");
                }

                if (result.Assessments is { Assessments: > 0 } or { BrokenYear: not null })
                {
                    await output.WriteLineAsync(result.Assessments.BrokenYear is { } year
                        ? $"{result.Name}：{year} 年的考核结果与封存时不符，此前 {result.Assessments.Assessments} 份完好。"
                        : $"{result.Name}：{result.Assessments.Assessments} 份考核结果，完好。");
                }

                if (result.LookBacks is { Draws: > 0 } or { BrokenPeriod: not null })
                {
                    await output.WriteLineAsync(result.LookBacks.BrokenPeriod is { } period
                        ? $"{result.Name}：{period} 的回头看抽取与种子和名单不符，此前 {result.LookBacks.Draws} 次抽取完好。"
                        : $"{result.Name}：{result.LookBacks.Draws} 次回头看抽取，完好。");
                }
            }
        }

        return results.TrueForAll(r => r is { BrokenAt: null, SnapshotFault: null, Assessments.BrokenYear: null, LookBacks.BrokenPeriod: null }) ? Holds : Broken;
    }

    private static string Words(SnapshotFault fault)
    {
        var day = fault.On.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        return fault.Kind switch
        {
            FaultKind.Page => $"{day} 的数据快照第 {fault.Page} 页与封存时不符，",
            FaultKind.Whole => $"{day} 的数据快照与封存哈希不符（各页与其哈希相符，统计数或页与页哈希一并被改动），",
            FaultKind.Chain => $"{day} 的数据快照与前一份不相衔接，",
        };
    }

    private static ServiceProvider Open(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddWorkflowDb(SettingsReader.Read(builder.Configuration, builder.Environment.ContentRootPath).Database);
        services.AddSingleton<AuditQueries>();
        services.AddSingleton<SnapshotQueries>();
        services.AddSingleton<DrawCheckQueries>();
        services.AddSingleton<AssessmentQueries>();
        return services.BuildServiceProvider();
    }

    private sealed record Result(Guid JurisdictionId, string Name, long Rows, long? BrokenAt, int Snapshots, SnapshotFault? SnapshotFault)
    {
        public required AssessmentCheck Assessments { get; init; }

        public required LookBackCheck LookBacks { get; init; }
    }
}
