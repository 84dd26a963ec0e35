using System.Diagnostics;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Indicators.Transfers;
using Equalization.Workflow.Core.Indicators.WhatIfs;

namespace Equalization.Workflow.Benchmarks;

/// <summary>The solver on made counties of 300 schools: under ten seconds each, with its gap to the bound.</summary>
public static class SolverBenchmark
{
    private const int Schools = 300;
    private const double Bound = 10;

    public static int Run(string[] arguments)
    {
        var counties = arguments is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 20;
        var bounds = new Bounds();
        Tell(bounds, "transfers", counties, n => new TransferTerms(MadeCounties.Limit));
        Tell(bounds, "transfers with 20 extra moves", counties, n => new TransferTerms(MadeCounties.Limit) { ExtraMoves = 20 });
        Tell(bounds, "transfers within ten groups", counties, n => new TransferTerms(MadeCounties.Limit) { WithinGroups = true });
        Tell(bounds, "transfers within 15 km", counties, n => new TransferTerms(MadeCounties.Limit)
        {
            Distances = MadeCounties.Places(n, Schools),
            MostMetres = 15_000,
        });
        TellAdditions(bounds, counties);
        TellWhatIf(bounds);
        return bounds.ExitCode;
    }

    private static void TellWhatIf(Bounds bounds)
    {
        var figures = MadeCounties.Figures(1, Schools);
        var standard = StandardBook.For(null);
        List<SchoolFigures> changed = [.. figures.Take(20).Select(s => s with { Equipment = s.Equipment + 50_000, Primary = s.Primary with { KeyTeachers = s.Primary.KeyTeachers + 2 } })];
        List<SchoolFigures> all = [.. figures.Select(s => changed.FirstOrDefault(c => c.Code == s.Code, s))];
        var county = CountyIndicators.Of(standard, figures);
        var whatIf = WhatIf.Of(county);
        var bare = Median(() => CountyIndicators.Of(standard, all));
        var whole = Median(() => WhatIf.Of(CountyIndicators.Of(standard, figures)).Answer(changed));
        var answer = Median(() => whatIf.Answer(changed));
        var one = Median(() => whatIf.Answer([changed[0]]));
        Console.WriteLine($"what-if, {Schools} schools: a bare recomputation {bare * 1000:0.00} ms; county read and answered {whole * 1000:0.00} ms; one school changed, answered {one * 1000:0.00} ms ({one / bare:0.00}×)");
        bounds.AtMost($"What-if, {Schools} schools from their figures, 20 changed", whole * 1000, 200, " ms");
        bounds.AtMost("What-if, 20 schools changed in a county already read, to a bare recomputation", answer / bare, 1.5, "×");
    }

    private static double Median(Action act)
    {
        var times = Enumerable.Range(0, 21).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            act();
            return watch.Elapsed.TotalSeconds;
        });
        return times.Order().ElementAt(10);
    }

    private static void Tell(Bounds bounds, string what, int counties, Func<int, TransferTerms> terms)
    {
        var (slowest, proven, moves, gapMoves, gapOver) = (0.0, 0, 0, 0, 0);
        for (var number = 0; number < counties; number++)
        {
            var schools = MadeCounties.Of(number, Schools);
            var asked = terms(number);
            var watch = Stopwatch.StartNew();
            var plan = TransferSolver.Solve(schools, asked);
            slowest = Math.Max(slowest, watch.Elapsed.TotalSeconds);
            moves += plan.MoveCount;
            gapMoves = Math.Max(gapMoves, plan.MovesGap);
            gapOver = Math.Max(gapOver, plan.OverGap);
            proven += plan is { MovesGap: 0, OverGap: 0 } ? 1 : 0;
            Console.WriteLine($"  {number}: {plan.Outcome}, {plan.Before.Coefficient:0.0000} to {plan.After.Coefficient:0.0000}, {plan.MoveCount} moves (bound {plan.FewestMoves}), schools over {plan.OverBefore} to {plan.OverAfter} (bound {plan.MostOver}), {watch.Elapsed.TotalSeconds:0.00} s");
        }

        Console.WriteLine($"{what}: {counties} counties, {moves} moves; both aims proven in {proven}; largest gap {gapMoves} moves, {gapOver} schools");
        bounds.AtMost($"{Schools} schools, {what}, slowest county", slowest, Bound, " s");
    }

    private static void TellAdditions(Bounds bounds, int counties)
    {
        var (slowest, gap) = (0.0, 0);
        for (var number = 0; number < counties; number++)
        {
            var schools = MadeCounties.Of(number, Schools);
            var watch = Stopwatch.StartNew();
            var plan = AdditionSolver.Solve(schools, new AdditionTerms(MadeCounties.Limit));
            slowest = Math.Max(slowest, watch.Elapsed.TotalSeconds);
            gap = Math.Max(gap, plan.OverGap);
            Console.WriteLine($"  {number}: {plan.Outcome}, {plan.Before.Coefficient:0.0000} to {plan.After.Coefficient:0.0000}, {plan.Units} units, schools over {plan.OverBefore} to {plan.OverAfter} (bound {plan.MostOver}), {watch.Elapsed.TotalSeconds:0.00} s");
        }

        Console.WriteLine($"additions: {counties} counties; largest gap {gap} schools");
        bounds.AtMost($"{Schools} schools, additions, slowest county", slowest, Bound, " s");
    }
}
