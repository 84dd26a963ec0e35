using Mono.Cecil;

namespace Equalization.Workflow.Tests.Architecture;

/// <summary>Classes are sealed unless inherited; an interface has two implementations or a reason.</summary>
public sealed class TypeShapeTests
{
    private const string MadeUp = "Equalization.Workflow.Tests.Architecture.MadeUp";

    /// <summary>Interfaces with fewer than two implementations in our own code, each with the reason.</summary>
    private static readonly Dictionary<string, string> LonelyInterfaces = new()
    {
        ["Equalization.Workflow.Engine.IWorkflowEngine"] = "the embedded engine now; an adapter to Elsa is the second",
        ["Equalization.Workflow.Core.Papers.IPaperRenderer"] = "Word now; the archive's format OFD is the second",
        ["Equalization.Workflow.Core.Documents.IFileStore"] = "the disk now; an object store for several web nodes is the second",
    };

    /// <summary>Open classes that nobody of ours inherits, each with the reason.</summary>
    private static readonly Dictionary<string, string> OpenClasses = new();

    [Fact]
    public void Classes_are_sealed_unless_inherited() =>
        Assert.Empty(Open([.. Houses.All.SelectMany(TypeUse.TypesOf)]).Except(OpenClasses.Keys));

    [Fact]
    public void An_interface_has_two_implementations() =>
        Assert.Empty(Lonely([.. Houses.All.SelectMany(TypeUse.TypesOf)]).Except(LonelyInterfaces.Keys));

    [Fact]
    public void Every_exception_in_these_lists_still_exists()
    {
        var names = Houses.All.SelectMany(TypeUse.TypesOf).Select(t => t.FullName).ToHashSet();

        Assert.All(LonelyInterfaces.Keys.Concat(OpenClasses.Keys), name => Assert.Contains(name, names));
    }

    [Fact]
    public void An_open_class_is_found() => Assert.Equal([MadeUp + ".Left.NotSealed"], Open(Fixtures()));

    [Fact]
    public void An_interface_with_one_implementation_is_found() => Assert.Equal([MadeUp + ".Right.ILonely"], Lonely(Fixtures()));

    private static List<TypeDefinition> Fixtures() =>
        [.. TypeUse.TypesOf("Equalization.Workflow.Tests").Where(t => t.Namespace.StartsWith(MadeUp, StringComparison.Ordinal))];

    private static IEnumerable<string> Open(List<TypeDefinition> types)
    {
        var inherited = WithNested(types).Select(t => t.BaseType?.GetElementType().FullName).ToHashSet();
        return WithNested(types)
            .Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsGenerated(t) && !inherited.Contains(t.FullName))
            .Select(t => t.FullName);
    }

    private static IEnumerable<string> Lonely(List<TypeDefinition> types)
    {
        var implementations = WithNested(types)
            .SelectMany(t => t.Interfaces.Select(i => i.InterfaceType.GetElementType().FullName))
            .CountBy(name => name)
            .ToDictionary();
        return WithNested(types).Where(t => t.IsInterface && implementations.GetValueOrDefault(t.FullName) < 2).Select(t => t.FullName);
    }

    private static IEnumerable<TypeDefinition> WithNested(IEnumerable<TypeDefinition> types) =>
        types.SelectMany(t => WithNested(t.NestedTypes).Prepend(t));

    // The Razor compiler's views, migrations and what the C# compiler makes up are not written by people.
    private static bool IsGenerated(TypeDefinition type) =>
        type.Name.Contains('<')
        || type.Namespace.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal)
        || type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal)
        || type.CustomAttributes.Any(a => a.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
        || (type.DeclaringType is not null && IsGenerated(type.DeclaringType));
}
