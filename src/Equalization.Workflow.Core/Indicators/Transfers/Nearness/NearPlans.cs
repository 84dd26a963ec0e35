using System.Numerics;

namespace Equalization.Workflow.Core.Indicators.Transfers.Nearness;

/// <summary>
/// The least moves where distance is limited and no school both gives and receives. <see cref="NearMoves"/> is exact once each school's part is known;
/// where its plan has a school doing both, the search branches on that school, fewest moves first. After so much work the best plan found and
/// the bound of what is still open are returned.
/// </summary>
internal sealed class NearPlans
{
    // Steps of the path search times schools squared: about three seconds of work.
    private const long MostWork = 1_000_000_000;

    private readonly TransferCounty county;
    private readonly bool[][] allowed;
    private readonly BigInteger most;
    private readonly PriorityQueue<(Part[] Parts, NearMoves Run), (int Moves, int Order)> open = new();
    private long work;
    private int order;

    private NearPlans(TransferCounty county, Fences fences, BigInteger most)
    {
        this.county = county;
        this.most = most;
        allowed = [.. Enumerable.Range(0, county.Count).Select(a => Enumerable.Range(0, county.Count).Select(b => a != b && fences.Allows(a, b)).ToArray())];
    }

    /// <summary>The best plan found that keeps the limit; null when none was.</summary>
    public int[]? Shifts { get; private set; }

    public int Moves { get; private set; } = int.MaxValue;

    /// <summary>No plan has fewer moves than this.</summary>
    public int Fewest { get; private set; }

    /// <summary>Whether the search came to its end, so that finding nothing means that there is nothing.</summary>
    public bool WasComplete { get; private set; } = true;

    /// <summary>The plan that comes nearest to the limit when none keeps it.</summary>
    public int[] Nearest { get; private set; } = [];

    public static NearPlans Search(TransferCounty county, Fences fences, BigInteger most)
    {
        var plans = new NearPlans(county, fences, most);
        plans.Go();
        return plans;
    }

    private void Go()
    {
        var parts = new Part[county.Count];
        var first = Open(parts);
        TryEachInOnePart(parts, first.Shifts);
        while (open.TryDequeue(out var node, out _))
        {
            Fewest = Math.Min(node.Run.Moves, Moves);
            if (node.Run.Moves >= Moves)
            {
                return;
            }

            if (node.Run.Both < 0)
            {
                Take(node.Run);
                return;
            }

            if (work > MostWork)
            {
                TryEachInOnePart(node.Parts, node.Run.Shifts);
                WasComplete = false;
                return;
            }

            Open(With(node.Parts, node.Run.Both, Part.Gives));
            Open(With(node.Parts, node.Run.Both, Part.Receives));
        }

        Fewest = Moves;
    }

    private NearMoves Open(Part[] parts)
    {
        var run = Run(parts);
        if (run.Reached)
        {
            open.Enqueue((parts, run), (run.Moves, order++));
        }

        return run;
    }

    private void TryEachInOnePart(Part[] parts, int[] shifts)
    {
        var run = Run([.. parts.Select((part, i) => part != Part.Either ? part : shifts[i] < 0 ? Part.Gives : Part.Receives)]);
        Nearest = run.Shifts;
        if (run.Reached && run.Moves < Moves)
        {
            Take(run);
        }
    }

    private NearMoves Run(Part[] parts)
    {
        var run = NearMoves.Run(county, allowed, parts, most, Moves - 1);
        work += ((long)run.Moves + 1) * county.Count * county.Count;
        return run;
    }

    private void Take(NearMoves run) => (Shifts, Moves) = (run.Shifts, run.Moves);

    private static Part[] With(Part[] parts, int school, Part part)
    {
        Part[] changed = [.. parts];
        changed[school] = part;
        return changed;
    }
}
