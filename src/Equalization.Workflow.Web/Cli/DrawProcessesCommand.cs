using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Web.Processes;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web.Cli;

/// <summary>
/// draw-processes FOLDER: reads the definitions of a folder and writes beside them a picture of each and a README. Opens no database. Exit codes:
/// 0 written, 2 wrong usage, 3 a definition is refused.
/// </summary>
internal static class DrawProcessesCommand
{
    public const string Verb = "draw-processes";

    private const int Done = 0;
    private const int WrongUsage = 2;
    private const int Refused = 3;

    private const string Usage = """
        用法：draw-processes 文件夹
        读取文件夹中的流程定义（*.json），在同一文件夹写出每个流程的图（*.svg）和说明（README.md）。不连接任何数据库。

          --help   显示本说明

        返回值：0 已写出；2 用法不对；3 流程定义有误。
        """;

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        switch (args.Skip(1).ToList())
        {
            case ["--help" or "-h"]:
                await output.WriteLineAsync(Usage);
                return Done;
            case [var folder] when !folder.StartsWith("--", StringComparison.Ordinal):
                return await Draw(Folder(folder), output, error);
            default:
                await error.WriteLineAsync(Usage);
                return WrongUsage;
        }
    }

    private static string Folder(string name) => Directory.Exists(name) ? name : CallerPath.Of(name);

    private static async Task<int> Draw(string folder, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(folder))
        {
            await error.WriteLineAsync($"没有文件夹“{folder}”。请核对路径后重新运行。");
            return WrongUsage;
        }

        try
        {
            var activities = Registry();
            var files = new ProcessHandbook(new DefinitionReader(activities).ReadFolder(folder), activities, Texts.Load()).Files();
            foreach (var (name, text) in files)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, name), text);
            }

            await output.WriteLineAsync($"已写出 {files.Count} 个文件。");
            return Done;
        }
        catch (DefinitionRefused refused)
        {
            await error.WriteLineAsync(refused.Message);
            return Refused;
        }
    }

    /// <summary>The program's own activities. They hold services, which hold a database that nobody opens here.</summary>
    private static ActivityRegistry Registry()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new NoClock());
        services.AddWorkflowDb(new DatabaseSettings { Provider = "Sqlite", ConnectionString = "Data Source=:memory:" });
        services.AddDomain();
        return services.BuildServiceProvider().GetRequiredService<ActivityRegistry>();
    }

    /// <summary>A picture is of no time; whoever asks for it here does more than draw.</summary>
    private sealed class NoClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new NotSupportedException("Drawing asks for no time.");
    }
}
