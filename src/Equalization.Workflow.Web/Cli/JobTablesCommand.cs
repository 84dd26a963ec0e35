using Equalization.Workflow.Web.Jobs;

namespace Equalization.Workflow.Web.Cli;

/// <summary>job-tables [FILE]: prints the scheduler's own tables on SQL Server as a script, or writes it to the file. Needs no database. Exit codes: 0 written, 2 wrong usage.</summary>
internal static class JobTablesCommand
{
    public const string Verb = "job-tables";

    private const string Usage = """
        用法：job-tables [文件]
        打印 SQL Server 上定时任务（Quartz）所需的建表脚本；给出文件名时写入该文件。不连接任何数据库，可重复执行。

          --help   显示本说明

        返回值：0 已写出；2 用法不对。
        """;

    public static Task<int> Run(string[] args, TextWriter output, TextWriter error) => ScriptVerb.Run(args, Usage, JobTables.Script, output, error);
}
