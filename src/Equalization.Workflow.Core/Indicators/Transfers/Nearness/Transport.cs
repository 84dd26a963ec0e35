namespace Equalization.Workflow.Core.Indicators.Transfers.Nearness;

/// <summary>
/// Who gives to whom, once it is known how much each gives and receives: the classical transport problem, least metres in all, by successive
/// shortest paths with potentials. Exact in whole numbers.
/// </summary>
internal sealed class Transport
{
    private const long Never = long.MaxValue / 4;

    private readonly int[] givers;
    private readonly int[] receivers;
    private readonly int[] left;
    private readonly int[] wanted;
    private readonly long[,] price;
    private readonly int[,] sent;
    private readonly long[] giverPotential;
    private readonly long[] receiverPotential;

    private Transport(IReadOnlyList<int> shifts, Fences fences)
    {
        givers = [.. Enumerable.Range(0, shifts.Count).Where(i => shifts[i] < 0)];
        receivers = [.. Enumerable.Range(0, shifts.Count).Where(i => shifts[i] > 0)];
        left = [.. givers.Select(g => -shifts[g])];
        wanted = [.. receivers.Select(r => shifts[r])];
        price = new long[givers.Length, receivers.Length];
        sent = new int[givers.Length, receivers.Length];
        giverPotential = new long[givers.Length];
        receiverPotential = new long[receivers.Length];
        for (var g = 0; g < givers.Length; g++)
        {
            for (var r = 0; r < receivers.Length; r++)
            {
                price[g, r] = fences.Allows(givers[g], receivers[r]) ? fences.Price(givers[g], receivers[r]) : Never;
            }
        }
    }

    /// <summary>The moves from school to school; null when the fences do not let them all through.</summary>
    public static IReadOnlyList<(int From, int To, int Units)>? Assign(IReadOnlyList<int> shifts, Fences fences)
    {
        var transport = new Transport(shifts, fences);
        while (transport.left.Any(l => l > 0))
        {
            if (!transport.Augment())
            {
                return null;
            }
        }

        return transport.Moves();
    }

    private List<(int From, int To, int Units)> Moves()
    {
        var moves = new List<(int From, int To, int Units)>();
        for (var g = 0; g < givers.Length; g++)
        {
            for (var r = 0; r < receivers.Length; r++)
            {
                if (sent[g, r] > 0)
                {
                    moves.Add((givers[g], receivers[r], sent[g, r]));
                }
            }
        }

        return moves;
    }

    private bool Augment()
    {
        var paths = ShortestPaths();
        var end = -1;
        for (var r = 0; r < receivers.Length; r++)
        {
            if (wanted[r] > 0 && paths.ToReceiver[r] < Never && (end < 0 || paths.ToReceiver[r] < paths.ToReceiver[end]))
            {
                end = r;
            }
        }

        if (end < 0)
        {
            return false;
        }

        Send(paths, end);
        Raise(paths, paths.ToReceiver[end]);
        return true;
    }

    private void Send(Paths paths, int end)
    {
        var units = wanted[end];
        var r = end;
        var g = paths.GiverBefore[r];
        while (paths.ReceiverBefore[g] >= 0)
        {
            r = paths.ReceiverBefore[g];
            units = Math.Min(units, sent[g, r]);
            g = paths.GiverBefore[r];
        }

        units = Math.Min(units, left[g]);
        left[g] -= units;
        wanted[end] -= units;
        for (r = end; ; r = paths.ReceiverBefore[g])
        {
            g = paths.GiverBefore[r];
            sent[g, r] += units;
            if (paths.ReceiverBefore[g] < 0)
            {
                return;
            }

            sent[g, paths.ReceiverBefore[g]] -= units;
        }
    }

    // Potentials keep every remaining price non-negative, so that the next search may settle the nearest first.
    private void Raise(Paths paths, long distance)
    {
        for (var g = 0; g < givers.Length; g++)
        {
            giverPotential[g] += Math.Min(paths.ToGiver[g], distance);
        }

        for (var r = 0; r < receivers.Length; r++)
        {
            receiverPotential[r] += Math.Min(paths.ToReceiver[r], distance);
        }
    }

    private Paths ShortestPaths()
    {
        var paths = new Paths(givers.Length, receivers.Length);
        for (var g = 0; g < givers.Length; g++)
        {
            paths.ToGiver[g] = left[g] > 0 ? 0 : Never;
        }

        while (paths.NearestOpen() is var (place, isGiver) && place >= 0)
        {
            if (isGiver)
            {
                LeaveGiver(paths, place);
            }
            else
            {
                LeaveReceiver(paths, place);
            }
        }

        return paths;
    }

    private void LeaveGiver(Paths paths, int g)
    {
        paths.GiverDone[g] = true;
        for (var r = 0; r < receivers.Length; r++)
        {
            var to = price[g, r] == Never ? Never : paths.ToGiver[g] + price[g, r] + giverPotential[g] - receiverPotential[r];
            if (to < paths.ToReceiver[r])
            {
                paths.ToReceiver[r] = to;
                paths.GiverBefore[r] = g;
            }
        }
    }

    private void LeaveReceiver(Paths paths, int r)
    {
        paths.ReceiverDone[r] = true;
        for (var g = 0; g < givers.Length; g++)
        {
            var to = sent[g, r] == 0 ? Never : paths.ToReceiver[r] - price[g, r] + receiverPotential[r] - giverPotential[g];
            if (to < paths.ToGiver[g])
            {
                paths.ToGiver[g] = to;
                paths.ReceiverBefore[g] = r;
            }
        }
    }

    private sealed class Paths
    {
        public Paths(int givers, int receivers)
        {
            ToGiver = new long[givers];
            ToReceiver = new long[receivers];
            ReceiverBefore = new int[givers];
            GiverBefore = new int[receivers];
            GiverDone = new bool[givers];
            ReceiverDone = new bool[receivers];
            Array.Fill(ToReceiver, Never);
            Array.Fill(ReceiverBefore, -1);
            Array.Fill(GiverBefore, -1);
        }

        public long[] ToGiver { get; }

        public long[] ToReceiver { get; }

        public int[] ReceiverBefore { get; }

        public int[] GiverBefore { get; }

        public bool[] GiverDone { get; }

        public bool[] ReceiverDone { get; }

        public (int Place, bool IsGiver) NearestOpen()
        {
            var g = Nearest(ToGiver, GiverDone);
            var r = Nearest(ToReceiver, ReceiverDone);
            return (g, r) switch
            {
                (_, < 0) => (g, true),
                ( < 0, _) => (r, false),
                _ => ToGiver[g] <= ToReceiver[r] ? (g, true) : (r, false),
            };
        }

        private static int Nearest(long[] distance, bool[] done)
        {
            var nearest = -1;
            for (var i = 0; i < distance.Length; i++)
            {
                if (!done[i] && distance[i] < Never && (nearest < 0 || distance[i] < distance[nearest]))
                {
                    nearest = i;
                }
            }

            return nearest;
        }
    }
}
