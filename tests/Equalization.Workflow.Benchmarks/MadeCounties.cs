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
