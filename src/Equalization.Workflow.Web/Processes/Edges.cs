namespace Equalization.Workflow.Web.Processes;

/// <summary>Where a line meets the outline of a figure.</summary>
internal static class Edges
{
    public const double BarWidth = 10;
    public const double Corner = 10;
    public const double WaitCorner = 20;

    /// <summary>Between two lines that leave or enter one figure: room for a label on each.</summary>
    public const double Between = 18;

    /// <summary>The part of a figure that lines may meet: the words of a bar stand outside it.</summary>
    public static double Reach(Figure figure) => figure.Outline == Outline.Bar ? figure.Height - (2 * BarWords(figure)) : figure.Height;

    public static double BarWords(Figure figure) => figure.Lines.Count == 0 ? 0 : (figure.Lines.Count * Lettering.LineHeight) + 4;

    /// <summary>How far the outline lies inside the box's side, so far above or below the middle line.</summary>
    public static double Inset(Figure figure, double offset)
    {
        var (half, away) = (figure.Height / 2, Math.Abs(offset));
        return figure.Outline switch
        {
            Outline.Choice => figure.Width / 2 * away / half,
            Outline.Bar => (figure.Width - BarWidth) / 2,
            Outline.Terminal => Round(half),
            Outline.Message or Outline.Clock => Round(WaitCorner),
            _ => Round(Corner),
        };

        double Round(double radius) => away <= half - radius ? 0 : radius - Math.Sqrt(Math.Max(0, (radius * radius) - Math.Pow(away - half + radius, 2)));
    }
}
