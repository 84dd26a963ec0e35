using System.Text.RegularExpressions;
using Equalization.Workflow.Tests.Support;
using Mono.Cecil;

namespace Equalization.Workflow.Tests.Architecture;

/// <summary>A slice of Core names only slices to its left. The root's own types (WorkflowDb) name them all and may be named by all.</summary>
public sealed partial class SliceOrderTests
{
    private const string MadeUp = "Equalization.Workflow.Tests.Architecture.MadeUp";

    [Fact]
    public void A_slice_names_only_slices_to_its_left() =>
        Assert.Empty(Rightward(TypeUse.TypesOf(Houses.Core), Houses.Core, Houses.Slices));

    [Fact]
    public void A_file_imports_only_slices_to_its_left()
    {
        var wrong = SourceFiles.Under("src", Houses.Core)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => WrongImports(SliceOfFile(f), File.ReadAllText(f)).Select(slice => $"{f} → {slice}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_core_is_a_slice_of_the_design()
    {
        var folders = SourceFiles.Under("src", Houses.Core).Select(SliceOfFile).OfType<string>().Distinct();

        Assert.All(folders, folder => Assert.Contains(folder, Houses.Slices));
    }

    [Fact]
    public void A_slice_that_names_one_to_its_right_is_found()
    {
        var types = TypeUse.TypesOf("Equalization.Workflow.Tests").Where(t => t.Namespace.StartsWith(MadeUp, StringComparison.Ordinal)).ToList();

        Assert.Equal(["Left.LooksRight → Right", "Left.Inner.LooksRightInABody → Right"], Rightward(types, MadeUp, ["Left", "Right"]));
    }

    [Fact]
    public void A_file_that_imports_a_slice_to_its_right_is_found() =>
        Assert.Equal(["Plans"], WrongImports("Units", "using Equalization.Workflow.Core.Plans;\nusing Equalization.Workflow.Core;\n"));

    private static List<string> Rightward(IEnumerable<TypeDefinition> types, string root, IReadOnlyList<string> order)
    {
        var ranks = order.Index().ToDictionary(x => x.Item, x => x.Index);
        return
        [
            .. from type in types
               let own = Houses.SliceOf(type.FullName, root)
               where own is not null
               from used in TypeUse.Of(type)
               let other = Houses.SliceOf(used, root)
               where other is not null && ranks[other] > ranks[own]
               select $"{type.FullName[(root.Length + 1)..]} → {other}",
        ];
    }

    private static IEnumerable<string> WrongImports(string? own, string text)
    {
        if (own is null)
        {
            return [];
        }

        var rank = Houses.Slices.ToList().IndexOf(own);
        return Import().Matches(text).Select(m => m.Groups[1].Value).Where(slice => Houses.Slices.ToList().IndexOf(slice) > rank);
    }

    private static string? SliceOfFile(string path)
    {
        var parts = Path.GetRelativePath(Repository.PathOf("src", Houses.Core), path).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : null;
    }

    [GeneratedRegex(@"\busing (?:static |\w+ = )?Equalization\.Workflow\.Core\.(\w+)")]
    private static partial Regex Import();
}
