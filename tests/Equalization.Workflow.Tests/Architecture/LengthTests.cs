using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Architecture;

/// <summary>A file that passes 400 lines is two files; a slice that passes 1,500 lines is two slices.</summary>
public sealed class LengthTests
{
    private const int LongestFile = 400;
    private const int LongestSlice = 1500;

    private static readonly string[] Written = [".cs", ".cshtml", ".css", ".js", ".sh"];

    [Fact]
    public void No_file_is_longer_than_400_lines() => Assert.Empty(TooLong(WrittenFiles().Select(Lines), LongestFile));

    [Fact]
    public void No_slice_is_longer_than_1500_lines()
    {
        var slices = WrittenFiles()
            .Where(f => f.StartsWith(Repository.PathOf("src", Houses.Core) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .GroupBy(SliceOf)
            .Select(slice => (slice.Key, slice.Sum(f => Lines(f).Count)));

        Assert.Empty(TooLong(slices, LongestSlice));
    }

    [Fact]
    public void A_long_one_is_found() =>
        Assert.Equal(["Long.cs: 401 lines, at most 400"], TooLong([("Short.cs", 400), ("Long.cs", 401)], LongestFile));

    private static IEnumerable<string> TooLong(IEnumerable<(string Name, int Count)> things, int most) =>
        things.Where(t => t.Count > most).Select(t => $"{t.Name}: {t.Count} lines, at most {most}");

    private static IEnumerable<string> WrittenFiles() => SourceFiles.All
        .Where(f => Written.Contains(Path.GetExtension(f)) && !f.Contains("Migrations", StringComparison.Ordinal));

    private static (string Name, int Count) Lines(string file) => (Path.GetRelativePath(Repository.Root, file), File.ReadLines(file).Count());

    // A folder inside a slice, such as Plans/Reading, is read as a slice of its own; order still counts it with its parent.
    private static string SliceOf(string file) =>
        Path.GetDirectoryName(Path.GetRelativePath(Repository.PathOf("src", Houses.Core), file))!;
}
