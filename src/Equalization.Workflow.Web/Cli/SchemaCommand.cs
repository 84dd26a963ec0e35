using Equalization.Workflow.Infrastructure.Databases;

namespace Equalization.Workflow.Web.Cli;

/// <summary>schema [FILE]: prints the tables of SQL Server as a script, or writes it to the file. Needs no database. Exit codes: 0 written, 2 wrong usage.</summary>
internal static class SchemaCommand
{
    public const string Verb = "schema";

    private const string Usage = """
        用法：schema [文件]
        打印 SQL Server 的建表和升级脚本；给出文件名时写入该文件。不连接任何数据库。

          --help   显示本说明

        返回值：0 已写出；2 用法不对。
        """;

    public static Task<int> Run(string[] args, TextWriter output, TextWriter error) => ScriptVerb.Run(args, Usage, SchemaScript.Text, output, error);
}
