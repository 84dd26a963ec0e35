namespace Equalization.Workflow.Web.Processes;

/// <summary>How high each slot of a chart lies: near its neighbours, in its column's order, never nearer to the next than their sizes allow.</summary>
internal static class Levels
{
    private const double FigureGap = 28;
    private const double PassingGap = 12;
    private const int Rounds = 16;

    /// <summary>Middle lines of the slots; the topmost slot's upper edge is at nought.</summary>
    public static double[] Of(Columns columns, IReadOnlyList<double> heights, int figures)
    {
        var middle = new double[columns.Slots];
        foreach (var column in columns.Order)
        {
            Settle(column, column.Select(_ => 0d).ToList());
        }

        for (var round = 0; round < Rounds; round++)
        {
            var forward = round % 2 == 0;
            for (var step = 1; step < columns.Order.Count; step++)
            {
                var column = columns.Order[forward ? step : columns.Order.Count - 1 - step];
                Settle(column, [.. column.Select(slot => Wanted(slot, forward ? columns.Before(slot) : columns.After(slot)))]);
            }
        }

        foreach (var column in columns.Order)
        {
            Settle(column, [.. column.Select(slot => Wanted(slot, [.. columns.Before(slot), .. columns.After(slot)]))]);
        }

        var top = Enumerable.Range(0, columns.Slots).Min(slot => middle[slot] - (heights[slot] / 2));
        return [.. middle.Select(m => Math.Round(m - top, 1))];

        double Wanted(int slot, IReadOnlyList<int> neighbours) => neighbours.Count == 0 ? middle[slot] : neighbours.Average(n => middle[n]);

        void Settle(IReadOnlyList<int> column, IReadOnlyList<double> wanted)
        {
            // Measured from where it would stand at the least distances, each slot only has to lie no higher than the one before it.
            var least = new double[column.Count];
            for (var i = 1; i < column.Count; i++)
            {
                var gap = column[i] >= figures && column[i - 1] >= figures ? PassingGap : FigureGap;
                least[i] = least[i - 1] + ((heights[column[i - 1]] + heights[column[i]]) / 2) + gap;
            }

            var placed = Rising([.. wanted.Select((w, i) => w - least[i])]);
            for (var i = 0; i < column.Count; i++)
            {
                middle[column[i]] = placed[i] + least[i];
            }
        }
    }

    /// <summary>The rising sequence nearest to the wanted one, in squares: neighbours that fall are pooled at their mean.</summary>
    private static List<double> Rising(List<double> wanted)
    {
        var pools = new List<(double Sum, int Count)>();
        foreach (var value in wanted)
        {
            pools.Add((value, 1));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Count > pools[^1].Sum / pools[^1].Count)
            {
                var last = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = (pools[^1].Sum + last.Sum, pools[^1].Count + last.Count);
            }
        }

        return [.. pools.SelectMany(p => Enumerable.Repeat(p.Sum / p.Count, p.Count))];
    }
}
