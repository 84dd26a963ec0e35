using System.Diagnostics;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Infrastructure.Documents;

namespace Equalization.Workflow.Benchmarks;

/// <summary>Reading a plan file into a draft, first and again: under a second.</summary>
public static class ParseBenchmark
{
    private const int Times = 20;
    private const double Bound = 1;

    public static async Task<int> Run(string[] arguments)
    {
        var plan = Places.Plan(arguments);
        var first = Stopwatch.StartNew();
        var draft = await Read(plan);
        first.Stop();
        var again = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
        {
            await Read(plan);
        }

        Console.WriteLine($"{Path.GetFileName(plan)}: {draft.Measures.Count} measures, {draft.Text.Length} characters; {again.Elapsed.TotalSeconds / Times:0.000} s when warm");
        var bounds = new Bounds();
        bounds.AtMost("Parse, first time in the process", first.Elapsed.TotalSeconds, Bound, " s");
        return bounds.ExitCode;
    }

    public static async Task<PlanDraft> Read(string plan)
    {
        await using var file = File.OpenRead(plan);
        return PlanReader.Read(await PlanDocumentReader.Read(plan, file, CancellationToken.None));
    }
}
