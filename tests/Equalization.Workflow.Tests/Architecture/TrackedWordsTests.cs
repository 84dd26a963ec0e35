using System.Text;
using System.Text.RegularExpressions;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Architecture;

/// <summary>Nothing tracked names a place on somebody's machine or the host of a package registry: a clone must build anywhere.</summary>
public sealed partial class TrackedWordsTests
{
    private const int LargestText = 4 * 1024 * 1024;

    [Fact]
    public void No_tracked_file_names_a_machine_or_a_registry()
    {
        var found = SourceFiles.All
            .Where(f => new FileInfo(f).Length < LargestText && f != ThisFile())
            .SelectMany(f => Found(File.ReadAllText(f, Encoding.UTF8)).Select(word => $"{Path.GetRelativePath(Repository.Root, f)}: {word}"));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("cd /root/product")]
    [InlineData("path = \"/home/li/product\"")]
    [InlineData(@"C:\Users\li\product")]
    [InlineData("\"resolved\": \"https://registry.example/axe-core.tgz\"")]
    [InlineData("<add key=\"feed\" value=\"https://nuget.example/v3/index.json\" />")]
    public void A_machine_or_a_registry_is_found(string text) => Assert.Single(Found(text));

    [Theory]
    [InlineData("<a href=\"/home\">")]
    [InlineData("http://schemas.openxmlformats.org/wordprocessingml/2006/main")]
    public void A_route_or_a_namespace_is_none(string text) => Assert.Empty(Found(text));

    private static IEnumerable<string> Found(string text) => Place().Matches(text).Concat(Registry().Matches(text)).Select(m => m.Value);

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Repository.PathOf("tests", "Equalization.Workflow.Tests", "Architecture", Path.GetFileName(path));

    [GeneratedRegex(@"(?<![\w.])/(?:root|home/\w+|Users/\w+|work/(?:main|wt|shared|scratch))/|[A-Z]:\\Users\\")]
    private static partial Regex Place();

    [GeneratedRegex(@"https?://[\w.-]*(?:registry|nuget|npm|artifactory|mirror)[\w.-]*", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();
}
