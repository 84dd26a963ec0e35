using System.Numerics;

namespace Equalization.Workflow.Core.Indicators.Transfers.Nearness;

/// <summary>
/// The best moves one after the other where not every school may give to every other, each school's part being given. Every step adds the path
/// of least change in Σ x²/P through what has been assigned so far (successive shortest paths), so after k steps the plan is the best of k moves.
/// A school that may do either is counted as if its giving and its receiving were two schools; that never makes a plan that keeps to one look worse.
/// </summary>
internal sealed class NearMoves
{
    private readonly TransferCounty county;
    private readonly bool[][] allowed;
    private readonly Part[] parts;
    private readonly int[] given;
    private readonly int[] received;
    private readonly int[,] sent;
    private readonly SquareSum sum;

    private NearMoves(TransferCounty county, bool[][] allowed, Part[] parts)
    {
        this.county = county;
        this.allowed = allowed;
        this.parts = parts;
        given = new int[county.Count];
        received = new int[county.Count];
        sent = new int[county.Count, county.Count];
        sum = new SquareSum(county);
        Value = sum.Value;
    }

    public int Moves { get; private set; }

    /// <summary>Σ x²/P as counted here: never under the true one of a plan that keeps each school to one part.</summary>
    public BigInteger Value { get; private set; }

    public bool Reached { get; private set; }

    /// <summary>A school that both gives and receives; -1 when none does, and the plan stands as it is.</summary>
    public int Both => Enumerable.Range(0, county.Count).FirstOrDefault(i => given[i] > 0 && received[i] > 0, -1);

    public int[] Shifts => [.. received.Zip(given, (r, g) => r - g)];

    /// <summary>Runs until the limit is kept, or no path improves, or <paramref name="mostMoves"/> are made.</summary>
    public static NearMoves Run(TransferCounty county, bool[][] allowed, Part[] parts, BigInteger most, int mostMoves)
    {
        var run = new NearMoves(county, allowed, parts);
        while (run.Value > most && run.Moves < mostMoves && run.Step())
        {
        }

        run.Reached = run.Value <= most;
        return run;
    }

    private bool Step()
    {
        var paths = new Paths(county.Count);
        foreach (var receiver in Enumerable.Range(0, county.Count).Where(MayReceive).OrderBy(Giving))
        {
            Reach(paths, receiver);
        }

        var best = -1;
        for (var giver = 0; giver < county.Count; giver++)
        {
            if (MayGive(giver) && paths.End[giver] >= 0 && (best < 0 || IsBetter(paths, giver, best)))
            {
                best = giver;
            }
        }

        if (best < 0 || !Taking(best).ImprovesWith(Giving(paths.End[best])))
        {
            return false;
        }

        Send(paths, best);
        return true;
    }

    private bool MayGive(int school) => parts[school] != Part.Receives && given[school] < county.Givable[school];

    private bool MayReceive(int school) => parts[school] != Part.Gives && received[school] < county.Receivable[school];

    private Marginal Taking(int school) => Marginal.Taking(school, county.Amounts[school] - given[school], county.Pupils[school]);

    private Marginal Giving(int school) => Marginal.Giving(school, county.Amounts[school] + received[school], county.Pupils[school]);

    private bool IsBetter(Paths paths, int giver, int than)
    {
        var (numerator, denominator) = Taking(giver).With(Giving(paths.End[giver]));
        var (otherNumerator, otherDenominator) = Taking(than).With(Giving(paths.End[than]));
        return (BigInteger)numerator * otherDenominator < (BigInteger)otherNumerator * denominator;
    }

    // Backwards from a receiver: who may give to it, and through whom that a unit already sent could be sent elsewhere.
    private void Reach(Paths paths, int receiver)
    {
        if (paths.SeenReceiver[receiver])
        {
            return;
        }

        var open = new Queue<int>([receiver]);
        paths.SeenReceiver[receiver] = true;
        while (open.TryDequeue(out var to))
        {
            for (var giver = 0; giver < county.Count; giver++)
            {
                if (!allowed[giver][to] || paths.End[giver] >= 0)
                {
                    continue;
                }

                paths.End[giver] = receiver;
                paths.Next[giver] = to;
                for (var other = 0; given[giver] > 0 && other < county.Count; other++)
                {
                    if (sent[giver, other] > 0 && !paths.SeenReceiver[other])
                    {
                        paths.SeenReceiver[other] = true;
                        paths.Instead[other] = giver;
                        open.Enqueue(other);
                    }
                }
            }
        }
    }

    private void Send(Paths paths, int giver)
    {
        var end = paths.End[giver];
        Value += (Taking(giver).Numerator * sum.Weight(giver)) + (Giving(end).Numerator * sum.Weight(end));
        given[giver]++;
        received[end]++;
        Moves++;
        while (true)
        {
            var to = paths.Next[giver];
            sent[giver, to]++;
            if (to == end)
            {
                return;
            }

            giver = paths.Instead[to];
            sent[giver, to]--;
        }
    }

    /// <summary>For each giver the cheapest receiver it can reach and the way there.</summary>
    private sealed class Paths
    {
        public Paths(int schools)
        {
            End = new int[schools];
            Array.Fill(End, -1);
            Next = new int[schools];
            Instead = new int[schools];
            SeenReceiver = new bool[schools];
        }

        public int[] End { get; }

        public int[] Next { get; }

        /// <summary>The giver that gives up a unit sent to this receiver and sends it on.</summary>
        public int[] Instead { get; }

        public bool[] SeenReceiver { get; }
    }
}
