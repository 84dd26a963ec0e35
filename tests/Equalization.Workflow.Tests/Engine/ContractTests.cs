using System.Reflection;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>
/// The engine's contract: cases told in definitions and stimuli only, which another engine behind <see cref="Workflow.Engine.IWorkflowEngine"/> has to
/// pass too. Durability and several processes are the embedded engine's alone and not counted.
/// </summary>
public sealed class ContractTests(ITestOutputHelper output)
{
    private const int Promised = 120;

    private static readonly Type[] Suite =
    [
        typeof(FlowTests), typeof(JoinTests), typeof(LoopTests), typeof(EventTests), typeof(RaisePageTests), typeof(TimeTests), typeof(ValueTests),
        typeof(ChildTests), typeof(VersionTests), typeof(MigrationTests), typeof(IncidentTests), typeof(PoisonTests), typeof(RefusalTests),
    ];

    [Fact]
    public void The_contract_has_as_many_cases_as_promised()
    {
        var cases = Suite.ToDictionary(t => t.Name, CasesOf);
        output.WriteLine($"{cases.Values.Sum()} cases: {string.Join(", ", cases.Select(c => $"{c.Key} {c.Value}"))}");
        Assert.All(cases, c => Assert.NotEqual(0, c.Value));
        Assert.InRange(cases.Values.Sum(), Promised, int.MaxValue);
    }

    [Fact]
    public void Every_built_in_activity_has_a_case()
    {
        var told = string.Concat(Suite.Select(t => File.ReadAllText(Path.Combine(Support.Repository.Root, "tests", "Equalization.Workflow.Tests", "Engine", t.Name + ".cs"))));
        var drawn = new Dictionary<string, string> { ["Elsa.Flowchart"] = "Chart(", ["Elsa.ExecuteWorkflow"] = "Child(", ["Elsa.DispatchWorkflow"] = "Elsa.DispatchWorkflow", ["Elsa.PublishEvent"] = "Publish(" };

        Assert.All(new Workflow.Engine.Activities.ActivityRegistry().All, activity =>
        {
            var how = drawn.GetValueOrDefault(activity.Type) ?? activity.Type["Elsa.".Length..].Replace("Flow", "", StringComparison.Ordinal).Replace("SetVariable", "Set", StringComparison.Ordinal) + "(";
            Assert.Contains(how, told, StringComparison.Ordinal);
        });
    }

    private static int CasesOf(Type type) => type.GetMethods()
        .Where(m => m.GetCustomAttribute<FactAttribute>() is not null)
        .Sum(m => Math.Max(1, m.GetCustomAttributes<InlineDataAttribute>().Count()));
}
