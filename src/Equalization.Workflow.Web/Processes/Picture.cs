namespace Equalization.Workflow.Web.Processes;

/// <summary>A place in a picture, in CSS pixels from its left upper corner.</summary>
public readonly record struct Spot(double X, double Y)
{
    public Spot Moved(double x, double y) => new(X + x, Y + y);
}

/// <summary>A stretch of a line to <paramref name="To"/>, bent by two control points as SVG's C command has them.</summary>
public readonly record struct Bend(Spot First, Spot Second, Spot To)
{
    public static Bend Straight(Spot from, Spot to) => new(from, to, to);

    public Bend Moved(double x, double y) => new(First.Moved(x, y), Second.Moved(x, y), To.Moved(x, y));
}

/// <summary>A figure in its place; the box holds everything of it but badges.</summary>
public sealed record PlacedFigure(Figure Figure, double X, double Y)
{
    public double Right => X + Figure.Width;

    public double Bottom => Y + Figure.Height;

    public double CenterX => X + (Figure.Width / 2);

    public double CenterY => Y + (Figure.Height / 2);
}

/// <summary>A drawn way between two figures, by their ids; the label's spot is the left end of its baseline.</summary>
public sealed record PlacedArrow(string From, string To, string Port, string Label, bool IsBack, Spot Start, IReadOnlyList<Bend> Bends, Spot LabelAt)
{
    public Spot End => Bends[^1].To;
}

/// <summary>A drawn chart: figures in reading order (by column, then from above), a group before what stands in it.</summary>
public sealed record Picture(double Width, double Height, IReadOnlyList<PlacedFigure> Figures, IReadOnlyList<PlacedArrow> Arrows)
{
    /// <summary>Everything in it, moved into a larger picture.</summary>
    public (IEnumerable<PlacedFigure> Figures, IEnumerable<PlacedArrow> Arrows) At(double x, double y) => (
        Figures.Select(f => f with { X = f.X + x, Y = f.Y + y }),
        Arrows.Select(a => a with { Start = a.Start.Moved(x, y), Bends = [.. a.Bends.Select(b => b.Moved(x, y))], LabelAt = a.LabelAt.Moved(x, y) }));
}
