namespace Equalization.Workflow.Core.Indicators.Transfers.Aims;

/// <summary>The ellipsoid method (Yudin and Nemirovski, Shor) with deep cuts: keeps the least point of a convex function inside while it shrinks.</summary>
internal sealed class Ellipsoid
{
    private const double Tiny = 1e-13;

    private readonly int n;
    private readonly double[,] shape;

    public Ellipsoid(double[] centre, double[] radii)
    {
        n = centre.Length;
        Centre = centre;
        shape = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            shape[i, i] = radii[i] * radii[i];
        }
    }

    public double[] Centre { get; }

    /// <summary>Cuts away where the function cannot be least: slope · (x − centre) > −depth. False when nothing worth cutting is left.</summary>
    public bool CutAway(double[] slope, double depth)
    {
        var step = new double[n];
        var width = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                step[i] += shape[i, j] * slope[j];
            }

            width += slope[i] * step[i];
        }

        width = Math.Sqrt(Math.Max(0, width));
        if (width < Tiny || depth >= width)
        {
            return false;
        }

        var deep = depth / width;
        var forward = (1 + (n * deep)) / (n + 1);
        var squeeze = 2 * forward / (1 + deep);
        var grow = n * n * (1 - (deep * deep)) / ((n * n) - 1.0);
        for (var i = 0; i < n; i++)
        {
            Centre[i] -= forward * step[i] / width;
            for (var j = 0; j < n; j++)
            {
                shape[i, j] = grow * (shape[i, j] - (squeeze * (step[i] / width) * (step[j] / width)));
            }
        }

        return true;
    }
}
