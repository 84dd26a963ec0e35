namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>Metres between each two schools of a list, as whole numbers so that plans compare exactly; null where a place is not known.</summary>
public sealed class Distances
{
    private const double EarthRadius = 6_371_000;

    private readonly int?[,] metres;

    private Distances(int?[,] metres) => this.metres = metres;

    public int Schools => metres.GetLength(0);

    public int? Between(int from, int to) => metres[from, to];

    /// <summary>As the crow flies, from longitude and latitude in degrees.</summary>
    public static Distances Of(IReadOnlyList<(double Longitude, double Latitude)?> places) =>
        Of(places.Count, (a, b) => places[a] is { } from && places[b] is { } to ? Metres(from, to) : null);

    /// <summary>From a table of one's own, such as minutes on the road turned into metres.</summary>
    public static Distances Of(int schools, Func<int, int, int?> between)
    {
        var metres = new int?[schools, schools];
        for (var a = 0; a < schools; a++)
        {
            for (var b = 0; b < schools; b++)
            {
                metres[a, b] = a == b ? 0 : between(a, b);
            }
        }

        return new Distances(metres);
    }

    private static int Metres((double Longitude, double Latitude) from, (double Longitude, double Latitude) to)
    {
        var north = double.DegreesToRadians(to.Latitude - from.Latitude);
        var east = double.DegreesToRadians(to.Longitude - from.Longitude);
        var half = Math.Pow(Math.Sin(north / 2), 2)
            + (Math.Cos(double.DegreesToRadians(from.Latitude)) * Math.Cos(double.DegreesToRadians(to.Latitude)) * Math.Pow(Math.Sin(east / 2), 2));
        return (int)Math.Round(2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, half))));
    }
}
