namespace Equalization.Workflow.Web.Cli;

/// <summary>What the verbs share that print a script or write it to a file.</summary>
internal static class ScriptVerb
{
    private const int Done = 0;
    private const int WrongUsage = 2;

    public static async Task<int> Run(string[] args, string usage, Func<string> script, TextWriter output, TextWriter error)
    {
        switch (args.Skip(1).ToList())
        {
            case ["--help" or "-h"]:
                await output.WriteLineAsync(usage);
                return Done;
            case []:
                await output.WriteAsync(script());
                return Done;
            case [var file] when !file.StartsWith("--", StringComparison.Ordinal):
                await File.WriteAllTextAsync(CallerPath.Of(file), script());
                return Done;
            default:
                await error.WriteLineAsync(usage);
                return WrongUsage;
        }
    }
}
