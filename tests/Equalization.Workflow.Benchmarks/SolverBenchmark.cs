using System.Diagnostics;
using Equalization.Workflow.Core.Indicators.Transfers;

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
        Tell(bounds, "transfers within 15 km", counties, n => new TransferTerms(MadeCounties.Limit)
        {
            Distances = MadeCounties.Places(n, Schools),
            MostMetres = 15_000,
        });
        TellAdditions(bounds, counties);
        return bounds.ExitCode;
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
