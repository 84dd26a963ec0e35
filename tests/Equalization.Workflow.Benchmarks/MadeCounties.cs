using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Benchmarks;

/// <summary>Made counties: few large schools in town that hold much, many small ones in the country that hold little; the same for the same number.</summary>
public static class MadeCounties
{
    public const decimal Limit = 0.5m;

    private const decimal PerHundred = 1m;

    public static IReadOnlyList<TransferSchool> Of(int number, int schools)
    {
        var random = new Random(number);
        return [.. Enumerable.Range(0, schools).Select(i => School(random, i))];
    }

    /// <summary>A place for each school, in and around the town.</summary>
    public static Distances Places(int number, int schools)
    {
        var random = new Random(number + 100_000);
        return Distances.Of([.. Enumerable.Range(0, schools).Select(_ => ((double, double)?)(118.8 + (Normal(random) * 0.2), 36.4 + (Normal(random) * 0.15)))]);
    }

    /// <summary>The same towns and villages with all figures of the seven indicators; every fifth school is a 九年一贯制学校.</summary>
    public static IReadOnlyList<SchoolFigures> Figures(int number, int schools)
    {
        var random = new Random(number + 200_000);
        return [.. Of(number, schools).Select((s, i) => Figures(random, s, i))];
    }

    private static SchoolFigures Figures(Random random, TransferSchool school, int index)
    {
        decimal Of(double perPupil) => Math.Round(school.Pupils * (decimal)(perPupil * Math.Exp(0.4 * Normal(random))), 0);
        var own = new LevelFigures(school.Pupils, Of(0.05), school.Amount, Of(0.01));
        var type = index % 5 == 0 ? SchoolType.NineYear : index % 3 == 0 ? SchoolType.Junior : SchoolType.Primary;
        return new SchoolFigures(school.Code, $"第{index}学校", type)
        {
            Primary = type == SchoolType.Junior ? LevelFigures.None : own,
            Junior = type == SchoolType.Primary ? LevelFigures.None : own with { Pupils = school.Pupils / 2 },
            TeachingArea = Of(5.5),
            SportsArea = Of(9),
            Equipment = Of(2300),
            MultimediaRooms = Of(0.024),
        };
    }

    private static TransferSchool School(Random random, int index)
    {
        var pupils = Math.Clamp((int)(420 * Math.Exp(0.8 * Normal(random))), 50, 2500);
        var perHundred = 1.1 * Math.Exp((0.65 * Normal(random)) - 0.2) * (pupils > 900 ? 1.2 : 0.9);
        var teachers = (int)Math.Round(pupils * perHundred / 100);
        return new TransferSchool($"S{index:000}", pupils, teachers)
        {
            MayGive = (int)Math.Ceiling(teachers * 0.5),
            Keeps = 1,
            Need = (int)decimal.Ceiling(PerHundred * pupils / 100),
            Group = $"G{index % 10}",
        };
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
