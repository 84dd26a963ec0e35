using System.Xml.Linq;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Architecture;

/// <summary>Engine ← Core ← Infrastructure ← Web, never back; and Core knows no database provider.</summary>
public sealed class ArrowTests
{
    private static readonly string[] CoreMayUse = ["Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational"];

    public static TheoryData<string> Projects => [.. Houses.All];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_only_projects_below_it(string project)
    {
        var compiled = TypeUse.ReferencesOf(project);
        var declared = XDocument.Load(Repository.PathOf("src", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));

        Assert.Empty(Upward(project, compiled.Concat(declared)));
    }

    [Theory]
    [InlineData(Houses.Engine)]
    [InlineData(Houses.Core)]
    public void Engine_and_core_use_no_package_but_the_relational_part_of_EF(string project)
    {
        var packages = XDocument.Load(Repository.PathOf("src", project, project + ".csproj")).Descendants("PackageReference")
            .Select(r => r.Attribute("Include")!.Value);

        Assert.All(packages, package => Assert.Equal("Microsoft.EntityFrameworkCore.Relational", package));
        Assert.Empty(ForeignData(TypeUse.ReferencesOf(project)));
    }

    [Fact]
    public void An_arrow_back_is_found() =>
        Assert.Equal([Houses.Web], Upward(Houses.Core, [Houses.Engine, Houses.Web, "System.Runtime"]));

    [Fact]
    public void A_provider_in_core_is_found() =>
        Assert.Equal(["Microsoft.EntityFrameworkCore.Sqlite"], ForeignData([.. CoreMayUse, "Microsoft.EntityFrameworkCore.Sqlite"]));

    private static IEnumerable<string> Upward(string project, IEnumerable<string> references) =>
        references.Distinct().Where(r => Houses.All.Contains(r) && Rank(r) >= Rank(project));

    private static IEnumerable<string> ForeignData(IEnumerable<string> references) =>
        references.Where(r => (r.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || r.Contains("Sql", StringComparison.Ordinal))
                              && !CoreMayUse.Contains(r));

    private static int Rank(string project) => Houses.All.ToList().IndexOf(project);
}
