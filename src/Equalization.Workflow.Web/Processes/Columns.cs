namespace Equalization.Workflow.Web.Processes;

/// <summary>
/// Which column each figure stands in, and in which order from above. The column is the longest way from the start; an arrow over several
/// columns passes a slot in each of those between, so that it goes round no box. Slots are numbered: figures first, then what passes.
/// </summary>
internal sealed class Columns
{
    private const int Sweeps = 24;

    private readonly List<int> columnOf = [];
    private readonly List<List<int>> before = [];
    private readonly List<List<int>> after = [];
    private List<List<int>> order;

    public Columns(Sketch sketch)
    {
        Chains = new IReadOnlyList<int>[sketch.Arrows.Count];
        Number(sketch);
        for (var a = 0; a < sketch.Arrows.Count; a++)
        {
            Chains[a] = sketch.Arrows[a].IsBack ? [] : Chain(sketch.Arrows[a]);
        }

        order = FirstOrder(sketch);
        Untangle();
    }

    /// <summary>The slots of a column, from above.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Order => order;

    public int Slots => columnOf.Count;

    /// <summary>For each arrow that leads forward the slots it passes, its ends included.</summary>
    public IReadOnlyList<int>[] Chains { get; }

    public int ColumnOf(int slot) => columnOf[slot];

    public IReadOnlyList<int> Before(int slot) => before[slot];

    public IReadOnlyList<int> After(int slot) => after[slot];

    private void Number(Sketch sketch)
    {
        var open = new int[sketch.Figures.Count];
        foreach (var arrow in sketch.Arrows.Where(a => !a.IsBack))
        {
            open[arrow.To]++;
        }

        for (var i = 0; i < sketch.Figures.Count; i++)
        {
            AddSlot(0);
        }

        var ready = new Queue<int>(Enumerable.Range(0, open.Length).Where(i => open[i] == 0));
        while (ready.TryDequeue(out var from))
        {
            foreach (var arrow in sketch.Arrows.Where(a => !a.IsBack && a.From == from))
            {
                columnOf[arrow.To] = Math.Max(columnOf[arrow.To], columnOf[from] + 1);
                if (--open[arrow.To] == 0)
                {
                    ready.Enqueue(arrow.To);
                }
            }
        }
    }

    private int AddSlot(int column)
    {
        columnOf.Add(column);
        before.Add([]);
        after.Add([]);
        return columnOf.Count - 1;
    }

    private List<int> Chain(Arrow arrow)
    {
        var chain = new List<int> { arrow.From };
        for (var column = columnOf[arrow.From] + 1; column < columnOf[arrow.To]; column++)
        {
            chain.Add(AddSlot(column));
        }

        chain.Add(arrow.To);
        foreach (var (from, to) in chain.Zip(chain.Skip(1)))
        {
            after[from].Add(to);
            before[to].Add(from);
        }

        return chain;
    }

    /// <summary>In the order in which somebody walking the arrows first meets them.</summary>
    private List<List<int>> FirstOrder(Sketch sketch)
    {
        var columns = Enumerable.Range(0, columnOf.Max() + 1).Select(_ => new List<int>()).ToList();
        var seen = new HashSet<int>();
        var work = new Stack<int>(Enumerable.Range(0, sketch.Figures.Count).Where(f => before[f].Count == 0).Reverse());
        while (work.TryPop(out var slot))
        {
            if (seen.Add(slot))
            {
                columns[columnOf[slot]].Add(slot);
                foreach (var next in after[slot].AsEnumerable().Reverse())
                {
                    work.Push(next);
                }
            }
        }

        return columns;
    }

    private void Untangle()
    {
        var best = order;
        var fewest = Crossings(order);
        var present = Copy(order);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var forward = sweep % 2 == 0;
            for (var step = 1; step < present.Count; step++)
            {
                var column = forward ? step : present.Count - 1 - step;
                var beside = present[forward ? column - 1 : column + 1].Index().ToDictionary(x => x.Item, x => x.Index);
                present[column] = [.. present[column].Index().OrderBy(x => Middle(forward ? before[x.Item] : after[x.Item], beside, x.Index)).Select(x => x.Item)];
            }

            if (Crossings(present) is var crossings && crossings < fewest)
            {
                (best, fewest) = (Copy(present), crossings);
            }
        }

        order = best;
    }

    private static List<List<int>> Copy(List<List<int>> columns) => [.. columns.Select(c => c.ToList())];

    private static double Middle(List<int> neighbours, Dictionary<int, int> places, int own) =>
        neighbours.Count == 0 ? own : neighbours.Average(n => places[n]);

    private int Crossings(List<List<int>> columns)
    {
        var count = 0;
        for (var column = 0; column + 1 < columns.Count; column++)
        {
            var places = columns[column + 1].Index().ToDictionary(x => x.Item, x => x.Index);
            var links = columns[column].Index().SelectMany(x => after[x.Item].Select(to => (From: x.Index, To: places[to]))).ToList();
            for (var i = 0; i < links.Count; i++)
            {
                for (var j = i + 1; j < links.Count; j++)
                {
                    count += (links[i].From - links[j].From) * (links[i].To - links[j].To) < 0 ? 1 : 0;
                }
            }
        }

        return count;
    }
}
