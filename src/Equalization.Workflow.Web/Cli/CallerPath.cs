namespace Equalization.Workflow.Web.Cli;

/// <summary>
/// A file named on the command line. "dotnet run --project" starts the program in the project's folder, not in the caller's, so a relative
/// name that is not found is looked for where the shell says the caller stands (PWD).
/// </summary>
internal static class CallerPath
{
    public static string Of(string name)
    {
        if (Path.IsPathRooted(name) || File.Exists(name) || Environment.GetEnvironmentVariable("PWD") is not { Length: > 0 } caller)
        {
            return name;
        }

        return Path.Combine(caller, name);
    }
}
