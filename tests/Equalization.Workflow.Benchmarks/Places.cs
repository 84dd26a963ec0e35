namespace Equalization.Workflow.Benchmarks;

/// <summary>Folders that the benchmarks read and keep.</summary>
public static class Places
{
    private const string Changsha = "003_78f6664cd1c75a99.txt";

    public static string Root { get; } = Above(AppContext.BaseDirectory).First(f => File.Exists(Path.Combine(f, "Equalization.Workflow.sln")));

    /// <summary>A kept folder under artifacts/, which git does not track.</summary>
    public static string Kept(string name) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", "benchmarks", name)).FullName;

    /// <summary>The plan to read: as named, else the Changsha plan beside the clone, else the sample plan.</summary>
    public static string Plan(string[] arguments) => arguments.FirstOrDefault()
        ?? Above(Path.GetDirectoryName(Root)!).Select(f => Path.Combine(f, "shared", "reference", "seeds", Changsha)).FirstOrDefault(File.Exists)
        ?? Path.Combine(Root, "db", "sample", "plan.txt");

    /// <summary>The gold answers beside the clone; null where they are absent.</summary>
    public static string? Gold() =>
        Above(Path.GetDirectoryName(Root)!).Select(f => Path.Combine(f, "shared", "reference", "plans")).FirstOrDefault(Directory.Exists);

    private static IEnumerable<string> Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
