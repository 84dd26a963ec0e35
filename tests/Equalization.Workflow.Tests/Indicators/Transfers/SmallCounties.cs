using System.Numerics;
using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Tests.Indicators.Transfers;

/// <summary>Random counties small enough to look through every plan, and the verdict as the standard writes it.</summary>
internal static class SmallCounties
{
    private static readonly decimal[] Limits = [0.5m, 0.45m, 0.3m, 0.2m, 0.65m];

    public static (IReadOnlyList<TransferSchool> Schools, decimal Limit) Of(int number)
    {
        var random = new Random(number);
        var schools = Enumerable.Range(0, random.Next(2, 6)).Select(i => School(random, i)).ToList();
        return (schools, Limits[random.Next(Limits.Length)]);
    }

    /// <summary>Σ P (X − X̄)² ≤ limit² X̄² ΣP with every fraction written out; limit in hundredths.</summary>
    public static bool IsWithin(IReadOnlyList<TransferSchool> schools, IReadOnlyList<int> amounts, decimal limit)
    {
        BigInteger all = schools.Sum(s => (long)s.Pupils);
        BigInteger total = amounts.Sum(a => (long)a);
        var product = schools.Aggregate(BigInteger.One, (p, s) => p * s.Pupils);
        var squares = BigInteger.Zero;
        for (var i = 0; i < schools.Count; i++)
        {
            // X − X̄ = (x·N − T·P) ÷ (P·N), so P (X − X̄)² = (x·N − T·P)² ÷ (P·N²).
            var apart = (amounts[i] * all) - (total * schools[i].Pupils);
            squares += apart * apart * (product / schools[i].Pupils);
        }

        var hundredths = (BigInteger)(limit * 100);
        return total > 0 && squares * 10_000 <= hundredths * hundredths * total * total * all * product;
    }

    public static int Over(IReadOnlyList<TransferSchool> schools, IReadOnlyList<int> amounts) =>
        schools.Index().Count(s => s.Item.Need is { } need && amounts[s.Index] >= need);

    /// <summary>Every way to change the amounts within the schools' bounds; with <paramref name="added"/> null the total stays.</summary>
    public static IEnumerable<int[]> Plans(IReadOnlyList<TransferSchool> schools, int? added = null)
    {
        var shifts = new int[schools.Count];
        return From(0, added ?? 0);

        IEnumerable<int[]> From(int school, int left)
        {
            var least = added is not null ? 0 : -Math.Min(schools[school].MayGive, Math.Max(0, schools[school].Amount - schools[school].Keeps));
            var most = Math.Min(schools[school].MayReceive, added ?? schools.Sum(s => s.Amount));
            if (school == schools.Count - 1)
            {
                if (left >= least && left <= most)
                {
                    shifts[school] = left;
                    yield return [.. schools.Zip(shifts, (s, shift) => s.Amount + shift)];
                }

                yield break;
            }

            for (var shift = least; shift <= most; shift++)
            {
                shifts[school] = shift;
                foreach (var plan in From(school + 1, left - shift))
                {
                    yield return plan;
                }
            }
        }
    }

    public static int Moves(IReadOnlyList<TransferSchool> schools, IReadOnlyList<int> amounts) =>
        schools.Index().Sum(s => Math.Max(0, amounts[s.Index] - s.Item.Amount));

    private static TransferSchool School(Random random, int index)
    {
        var pupils = random.Next(10, 120);
        var amount = random.Next(0, 8);
        return new TransferSchool($"S{index}", pupils, amount)
        {
            MayGive = random.Next(3) == 0 ? random.Next(0, 4) : int.MaxValue,
            MayReceive = random.Next(4) == 0 ? random.Next(0, 4) : int.MaxValue,
            Keeps = random.Next(0, 3),
            Need = random.Next(6) == 0 ? null : random.Next(0, 8),
            Group = random.Next(6) == 0 ? null : $"G{random.Next(2)}",
        };
    }
}
