namespace Equalization.Workflow.Tests.Support;

/// <summary>Where the tests find the tree they were built from, and the reference material that may lie beside it.</summary>
public static class Repository
{
    public const string SharedIsAbsent = "The folder ../shared with the reference documents is not beside this clone.";

    private const string Solution = "Equalization.Workflow.sln";

    /// <summary>The folder of the solution, found by walking up from the test program.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory)
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, Solution)))
        ?? throw new InvalidOperationException($"{Solution} was not found above {AppContext.BaseDirectory}.");

    /// <summary>The nearest folder "shared" above the clone that holds reference documents; null where there is none.</summary>
    public static string? Shared { get; } = Above(Path.GetDirectoryName(Root)!)
        .Select(folder => Path.Combine(folder, "shared"))
        .FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "reference")));

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file of the reference material; skips the test where it is absent.</summary>
    public static string SharedFile(params ReadOnlySpan<string> parts)
    {
        Assert.SkipWhen(Shared is null, SharedIsAbsent);
        return Path.Combine([Shared!, .. parts]);
    }

    private static IEnumerable<string> Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
