namespace Equalization.Workflow.Web.Cli;

/// <summary>A verb of the command line. Returns the exit code; writes results to output and complaints to error.</summary>
public sealed record Command(string Verb, Func<string[], TextWriter, TextWriter, Task<int>> Run);

/// <summary>The verbs that the program answers instead of serving pages.</summary>
public static class Commands
{
    private static readonly Dictionary<string, Command> All = new[]
    {
        new Command(ImportPlanCommand.Verb, ImportPlanCommand.Run),
        new Command(IndicatorsCommand.Verb, IndicatorsCommand.Run),
        new Command(JobTablesCommand.Verb, JobTablesCommand.Run),
        new Command(ReplayCommand.Verb, ReplayCommand.Run),
        new Command(SchemaCommand.Verb, SchemaCommand.Run),
        new Command(VerifyCommand.Verb, VerifyCommand.Run),
        new Command(DrawProcessesCommand.Verb, DrawProcessesCommand.Run),
    }.ToDictionary(command => command.Verb);

    /// <summary>The command that the first argument names; null when it names none.</summary>
    public static Command? Find(string[] args) => args.Length > 0 ? All.GetValueOrDefault(args[0]) : null;
}
