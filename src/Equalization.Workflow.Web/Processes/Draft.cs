namespace Equalization.Workflow.Web.Processes;

/// <summary>
/// Lays a sketch out from left to right. Lines run between the columns and, past a box, in a slot of their own, so that none crosses a box; what
/// leads back goes below everything, each line in a lane of its own. The same sketch always gives the same picture.
/// </summary>
public sealed class Draft
{
    private const double Margin = 20;
    private const double PassingHeight = 16;
    private const double BendRoom = 40;
    private const double ArrowRoom = 14;
    private const double Track = 10;
    private const double Turn = 10;
    private const double LaneGap = 14;
    private const double LabelRoom = 12;

    private readonly Sketch sketch;
    private readonly Columns columns;
    private readonly double[] middle;
    private readonly double[] left;
    private readonly double[] width;
    private readonly double[] labels;
    private readonly List<int> backs;
    private readonly int[] leaving;
    private readonly int[] entering;
    private readonly Dictionary<int, double> exits = [];
    private readonly Dictionary<int, double> entries = [];

    private Draft(Sketch sketch)
    {
        this.sketch = sketch;
        columns = new Columns(sketch);
        var heights = Enumerable.Range(0, columns.Slots).Select(s => s < sketch.Figures.Count ? sketch.Figures[s].Height : PassingHeight).ToList();
        middle = [.. Levels.Of(columns, heights, sketch.Figures.Count).Select(m => m + Margin)];
        backs = [.. Enumerable.Range(0, sketch.Arrows.Count).Where(a => sketch.Arrows[a].IsBack).OrderBy(a => Span(sketch.Arrows[a])).ThenBy(a => a)];
        var count = columns.Order.Count;
        (left, width, labels, leaving, entering) = (new double[count], new double[count], new double[count], new int[count], new int[count]);
        foreach (var back in backs)
        {
            leaving[columns.ColumnOf(sketch.Arrows[back].From)]++;
            entering[columns.ColumnOf(sketch.Arrows[back].To)]++;
        }

        MeasureColumns();
        SpreadEnds();
    }

    public static Picture Of(Sketch sketch) => new Draft(sketch).Draw();

    private Picture Draw()
    {
        var last = columns.Order.Count - 1;
        var bottom = Enumerable.Range(0, columns.Slots).Max(s => middle[s] + ((s < sketch.Figures.Count ? sketch.Figures[s].Height : PassingHeight) / 2));
        var placed = sketch.Figures.Select((f, i) => new PlacedFigure(f, X(i), middle[i] - (f.Height / 2))).ToList();
        var figures = new List<PlacedFigure>();
        var arrows = new List<PlacedArrow>();
        foreach (var figure in columns.Order.SelectMany(c => c).Where(s => s < placed.Count).Select(s => placed[s]))
        {
            figures.Add(figure);
            if (figure.Figure.Inner is { } inner)
            {
                var (innerFigures, innerArrows) = inner.At(figure.X + GroupFrame.Side, figure.Y + GroupFrame.HeadOf(figure.Figure));
                figures.AddRange(innerFigures);
                arrows.AddRange(innerArrows);
            }
        }

        arrows.AddRange(Enumerable.Range(0, sketch.Arrows.Count).Select(a => sketch.Arrows[a].IsBack ? Back(a, bottom) : Forward(a)));
        var right = left[last] + width[last] + (labels[last] > 0 ? labels[last] : 0) + (leaving[last] > 0 ? (leaving[last] * Track) + Turn : 0);
        return new Picture(right + Margin, bottom + (backs.Count * LaneGap) + (backs.Count > 0 ? Turn : 0) + Margin, figures, arrows);
    }

    private int Span(Arrow arrow) => columns.ColumnOf(arrow.From) - columns.ColumnOf(arrow.To);

    private double X(int figure)
    {
        var column = columns.ColumnOf(figure);
        return left[column] + ((width[column] - sketch.Figures[figure].Width) / 2);
    }

    private void MeasureColumns()
    {
        for (var f = 0; f < sketch.Figures.Count; f++)
        {
            var column = columns.ColumnOf(f);
            width[column] = Math.Max(width[column], sketch.Figures[f].Width);
        }

        foreach (var arrow in sketch.Arrows.Where(a => a.Label.Length > 0))
        {
            var column = columns.ColumnOf(arrow.From);
            labels[column] = Math.Max(labels[column], Lettering.Width(arrow.Label, Lettering.SmallSize) + LabelRoom);
        }

        var x = Margin + (entering[0] > 0 ? (entering[0] * Track) + ArrowRoom : 0);
        for (var column = 0; column < left.Length; column++)
        {
            left[column] = x;
            x += width[column] + labels[column] + (leaving[column] * Track) + BendRoom + ArrowRoom;
            x += column + 1 < left.Length ? entering[column + 1] * Track : 0;
        }
    }

    /// <summary>Several lines of one figure leave it, and enter it, one below the other in the order of where they go or come from.</summary>
    private void SpreadEnds()
    {
        for (var figure = 0; figure < sketch.Figures.Count; figure++)
        {
            Spread(figure, exits, a => a.From, chain => chain[1]);
            Spread(figure, entries, a => a.To, chain => chain[^2]);
        }
    }

    private void Spread(int figure, Dictionary<int, double> ends, Func<Arrow, int> own, Func<IReadOnlyList<int>, int> beside)
    {
        var lines = Enumerable.Range(0, sketch.Arrows.Count).Where(a => own(sketch.Arrows[a]) == figure)
            .OrderBy(a => sketch.Arrows[a].IsBack ? double.MaxValue : middle[beside(columns.Chains[a])]).ThenBy(a => a).ToList();
        foreach (var (place, line) in lines.Index())
        {
            ends[line] = (place - ((lines.Count - 1) / 2d)) * Edges.Between;
        }
    }

    private Spot Exit(int arrow)
    {
        var from = sketch.Arrows[arrow].From;
        var figure = sketch.Figures[from];
        return new(X(from) + figure.Width - Edges.Inset(figure, exits[arrow]), middle[from] + exits[arrow]);
    }

    private Spot Entry(int arrow)
    {
        var to = sketch.Arrows[arrow].To;
        return new(X(to) + Edges.Inset(sketch.Figures[to], entries[arrow]), middle[to] + entries[arrow]);
    }

    /// <summary>Right end of the stretch behind a column in which labels stand and lines run level.</summary>
    private double LevelUntil(int column) => left[column] + width[column] + labels[column] + (leaving[column] * Track);

    private double LevelFrom(int column) => left[column] - ArrowRoom - (entering[column] * Track);

    private PlacedArrow Forward(int arrow)
    {
        var (start, end) = (Exit(arrow), Entry(arrow));
        var chain = columns.Chains[arrow];
        var bends = new List<Bend>();
        var pen = start;
        for (var i = 0; i + 1 < chain.Count; i++)
        {
            var column = columns.ColumnOf(chain[i]);
            var level = new Spot(LevelUntil(column), pen.Y);
            bends.Add(Bend.Straight(pen, level));
            var next = new Spot(LevelFrom(column + 1), i + 2 < chain.Count ? middle[chain[i + 1]] : end.Y);
            var half = (level.X + next.X) / 2;
            bends.Add(new Bend(new(half, level.Y), new(half, next.Y), next));
            pen = next;
        }

        bends.Add(Bend.Straight(pen, end));
        return Placed(arrow, start, bends);
    }

    private PlacedArrow Back(int arrow, double bottom)
    {
        var (start, end) = (Exit(arrow), Entry(arrow));
        var (from, to) = (columns.ColumnOf(sketch.Arrows[arrow].From), columns.ColumnOf(sketch.Arrows[arrow].To));
        var lane = backs.IndexOf(arrow);
        var outward = left[from] + width[from] + labels[from] + (Track * backs.Take(lane + 1).Count(b => columns.ColumnOf(sketch.Arrows[b].From) == from));
        var inward = left[to] - ArrowRoom - (Track * backs.Take(lane).Count(b => columns.ColumnOf(sketch.Arrows[b].To) == to));
        var depth = bottom + Turn + ((lane + 1) * LaneGap);
        var bends = new List<Bend>();
        var pen = start;
        Line(new(outward - Turn, start.Y));
        Corner(new(outward, start.Y), new(outward, start.Y + Turn));
        Line(new(outward, depth - Turn));
        Corner(new(outward, depth), new(outward - Turn, depth));
        Line(new(inward + Turn, depth));
        Corner(new(inward, depth), new(inward, depth - Turn));
        Line(new(inward, end.Y + Turn));
        Corner(new(inward, end.Y), new(inward + Turn, end.Y));
        Line(end);
        return Placed(arrow, start, bends);

        void Line(Spot spot)
        {
            bends.Add(Bend.Straight(pen, spot));
            pen = spot;
        }

        void Corner(Spot corner, Spot spot)
        {
            bends.Add(new Bend(corner, corner, spot));
            pen = spot;
        }
    }

    private PlacedArrow Placed(int arrow, Spot start, IReadOnlyList<Bend> bends)
    {
        var drawn = sketch.Arrows[arrow];
        var column = columns.ColumnOf(drawn.From);
        return new PlacedArrow(
            sketch.Figures[drawn.From].Id, sketch.Figures[drawn.To].Id, drawn.Port, drawn.Label, drawn.IsBack, start, bends,
            new Spot(left[column] + width[column] + 4, start.Y - 4));
    }
}
