using System.Numerics;

namespace Equalization.Workflow.Core.Indicators.Transfers.Aims;

/// <summary>
/// States the second aim around the plan with the best coefficient. At the prices of that plan every other choice of a school costs something
/// not negative, and the costs of a whole plan add up to exactly what its Σ x²/P is above the best one; so only choices within the slack are left.
/// </summary>
internal static class AimProblems
{
    // Costs are whole numbers over the county's common denominator; a large county's are cut to so many bits, downwards, so that
    // no plan that holds is lost. The plan found is judged again with all digits.
    private const int Bits = 90;

    /// <param name="start">The plan of the least moves: what extra moves are weighed against.</param>
    public static AimProblem OfTransfers(TransferCounty county, EvenOut best, int mostMoves, int[] start)
    {
        var slack = best.Most - best.Sum.Value;
        var cut = Cut(slack);
        var schools = new List<Choice[]>();
        for (var i = 0; i < county.Count; i++)
        {
            var now = best.Shifts[i];
            var school = i;
            schools.Add(Choices(
                now,
                Math.Max(-county.Givable[i], -mostMoves),
                Math.Min(county.Receivable[i], mostMoves),
                shift => Cost(county, best, school, shift),
                slack,
                (shift, cost) => new Choice(
                    shift,
                    (Int128)(cost >> cut),
                    Math.Max(-shift, 0) - Math.Max(-now, 0),
                    Math.Max(shift, 0) - Math.Max(now, 0),
                    county.IsOver(school, county.Held(school, shift)))));
        }

        var perMove = (Int128)BigInteger.Min(best.PerMove >> cut, (slack >> cut) + 1);
        return new AimProblem(schools, county.Circles, (Int128)(slack >> cut), perMove, mostMoves - best.Moves, Start(schools, start));
    }

    public static AimProblem OfAdditions(TransferCounty county, IReadOnlyList<int> added, SquareSum sum, BigInteger givingPrice, BigInteger slack)
    {
        var units = added.Sum();
        var cut = Cut(slack);
        var schools = new List<Choice[]>();
        for (var i = 0; i < county.Count; i++)
        {
            var now = added[i];
            var school = i;
            schools.Add(Choices(
                now,
                0,
                Math.Min(county.Receivable[i], units),
                shift => Squares(county, sum, school, now, shift) - (givingPrice * (shift - now)),
                slack,
                (shift, cost) => new Choice(shift, (Int128)(cost >> cut), 0, shift - now, county.IsOver(school, county.Held(school, shift)))));
        }

        return new AimProblem(schools, county.Circles, (Int128)(slack >> cut), 0, 0, Start(schools, added));
    }

    private static int Cut(BigInteger slack) => (int)Math.Max(0, slack.GetBitLength() - Bits);

    private static int[] Start(List<Choice[]> schools, IReadOnlyList<int> shifts) =>
        [.. schools.Select((choices, i) => Array.FindIndex(choices, c => c.Shift == shifts[i]))];

    private static BigInteger Cost(TransferCounty county, EvenOut best, int school, int shift)
    {
        var now = best.Shifts[school];
        return Squares(county, best.Sum, school, now, shift)
            + (best.TakingPrices[school] * (Math.Max(-shift, 0) - Math.Max(-now, 0)))
            - (best.GivingPrices[school] * (Math.Max(shift, 0) - Math.Max(now, 0)));
    }

    private static BigInteger Squares(TransferCounty county, SquareSum sum, int school, int from, int to)
    {
        var before = (long)county.Held(school, from);
        var after = (long)county.Held(school, to);
        return ((after * after) - (before * before)) * sum.Weight(school);
    }

    // The cost is convex in the shift with its least at the present one: past the slack on one side nothing further out is within it.
    private static Choice[] Choices(
        int now, int least, int most, Func<int, BigInteger> cost, BigInteger slack, Func<int, BigInteger, Choice> choice)
    {
        var choices = new List<Choice> { choice(now, BigInteger.Zero) };
        for (var shift = now - 1; shift >= least && cost(shift) is var c && c <= slack; shift--)
        {
            choices.Add(choice(shift, c));
        }

        for (var shift = now + 1; shift <= most && cost(shift) is var c && c <= slack; shift++)
        {
            choices.Add(choice(shift, c));
        }

        return [.. choices];
    }
}
