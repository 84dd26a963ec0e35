using System.Text.Encodings.Web;
using System.Text.Json;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Infrastructure.Databases;

namespace Equalization.Workflow.Web.Cli;

/// <summary>
/// verify [--json]: recomputes every audit chain of the database that the settings name. Exit codes: 0 all hold, 2 wrong usage, 3 a chain is broken.
/// </summary>
internal static class VerifyCommand
{
    public const string Verb = "verify";

    private const int Holds = 0;
    private const int WrongUsage = 2;
    private const int Broken = 3;

    private const string Usage = """
        用法：verify [--json] [--设置名=值 …]
        逐条重算设置所指数据库中的全部审计链，不修改任何内容。

          --json   以 JSON 打印结果
          --help   显示本说明

        返回值：0 全部完好；1 设置不对；2 用法不对；3 有链被改动。
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true,
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

        var audits = Queries([.. rest]);
        var results = new List<Result>();
        foreach (var chain in await audits.Chains(CancellationToken.None))
        {
            var check = await audits.Verify(chain.JurisdictionId, CancellationToken.None);
            results.Add(new Result(chain.JurisdictionId, chain.Name ?? "共用（人员、日历）", check.Rows, check.BrokenAt));
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
            }
        }

        return results.TrueForAll(r => r.BrokenAt is null) ? Holds : Broken;
    }

    private static AuditQueries Queries(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddWorkflowDb(SettingsReader.Read(builder.Configuration, builder.Environment.ContentRootPath).Database);
        services.AddSingleton<AuditQueries>();
        return services.BuildServiceProvider().GetRequiredService<AuditQueries>();
    }

    private sealed record Result(Guid JurisdictionId, string Name, long Rows, long? BrokenAt);
}
