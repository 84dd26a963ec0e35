using Mono.Cecil;

namespace Equalization.Workflow.Tests.Architecture;

/// <summary>Web asks services and queries; only where it is put together may it name EF Core.</summary>
public sealed class EfPlaceTests
{
    /// <summary>Types of Web that may name EF Core, each with the reason.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Equalization.Workflow.Web.WebProgram"] = "puts the program together and migrates the database at start",
        ["Equalization.Workflow.Web.Replay.ReplayCast"] = "lays down who plays a replay, on its own database",
        ["Equalization.Workflow.Web.Replay.ReplayScript"] = "looks up the versions its people act on",
        ["Equalization.Workflow.Web.Replay.ReplayTheatre"] = "puts a replay together",
        ["Equalization.Workflow.Web.Replay.ReplayYear"] = "counts what a replay's year came to",
        ["Equalization.Workflow.Web.Sample.Passage"] = "looks for the next timer of a world that stands still",
        ["Equalization.Workflow.Web.Sample.SampleActs"] = "lays the sample city down",
        ["Equalization.Workflow.Web.Sample.SampleCity"] = "lays the sample city down",
        ["Equalization.Workflow.Web.SignIn.SampleSignIns"] = "adds sign-ins inside the transaction that lays the sample city down",
        ["Equalization.Workflow.Web.SignIn.SignInServices"] = "registers Identity's store",
    };

    [Fact]
    public void Pages_controllers_and_jobs_do_not_name_EF() =>
        Assert.Empty(NamingEf(TypeUse.TypesOf(Houses.Web)).Except(Allowed.Keys));

    [Fact]
    public void A_type_that_names_EF_is_found() =>
        Assert.Contains(typeof(EfPlaceTests).Namespace + ".MadeUp.PageWithItsOwnQuery", NamingEf(TypeUse.TypesOf("Equalization.Workflow.Tests")));

    private static IEnumerable<string> NamingEf(IEnumerable<TypeDefinition> types) =>
        from type in types
        where TypeUse.Of(type).Any(used => used.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal))
        select type.FullName;
}
