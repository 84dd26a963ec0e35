using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Tests.Indicators.Transfers;

/// <summary>What a person with a spreadsheet does: one unit after the other from where there is most to where there is least, until the limit is kept.</summary>
internal sealed record GreedyPlan(int Moves, int Over)
{
    /// <summary>From the school with most per pupil to the one with least; null when that does not reach the limit.</summary>
    public static GreedyPlan? ByPupil(IReadOnlyList<TransferSchool> schools, decimal limit) =>
        Run(schools, limit, (school, amount) => (decimal)amount / school.Pupils);

    /// <summary>From the school that is most units above the county's mean to the one that lacks most.</summary>
    public static GreedyPlan? ByHead(IReadOnlyList<TransferSchool> schools, decimal limit)
    {
        var mean = (decimal)schools.Sum(s => s.Amount) / schools.Sum(s => s.Pupils);
        return Run(schools, limit, (school, amount) => amount - (mean * school.Pupils));
    }

    private static GreedyPlan? Run(IReadOnlyList<TransferSchool> schools, decimal limit, Func<TransferSchool, int, decimal> measure)
    {
        var amounts = schools.Select(s => s.Amount).ToArray();
        decimal Measure(int i) => measure(schools[i], amounts[i]);
        // Where even the last unit does not bring it there, the two ends only change places.
        for (var moves = 0; moves <= amounts.Sum(); moves++)
        {
            if (IsWithin(schools, amounts, limit))
            {
                return new GreedyPlan(moves, SmallCounties.Over(schools, amounts));
            }

            var from = Enumerable.Range(0, amounts.Length).Where(i => MayGive(schools[i], amounts[i])).DefaultIfEmpty(-1).MaxBy(i => i < 0 ? 0 : Measure(i));
            var to = Enumerable.Range(0, amounts.Length).MinBy(Measure);
            if (from < 0 || Measure(from) <= Measure(to))
            {
                return null;
            }

            amounts[from]--;
            amounts[to]++;
        }

        return null;
    }

    private static bool MayGive(TransferSchool school, int amount) => amount > school.Keeps && school.Amount - amount < school.MayGive;

    // In doubles while it is clear, in whole numbers near the limit: the greedy plan has hundreds of steps.
    private static bool IsWithin(IReadOnlyList<TransferSchool> schools, int[] amounts, decimal limit)
    {
        var (pupils, total) = ((double)schools.Sum(s => s.Pupils), (double)amounts.Sum());
        var squares = schools.Index().Sum(s => (double)amounts[s.Index] * amounts[s.Index] / s.Item.Pupils);
        var apart = (squares * pupils / (total * total)) - 1 - (double)(limit * limit);
        return Math.Abs(apart) > 1e-6 ? apart < 0 : SmallCounties.IsWithin(schools, amounts, limit);
    }
}
