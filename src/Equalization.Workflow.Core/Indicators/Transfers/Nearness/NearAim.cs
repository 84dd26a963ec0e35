namespace Equalization.Workflow.Core.Indicators.Transfers.Nearness;

/// <summary>
/// The second aim where distance is limited: school by school, smallest want first, units are brought in from where they cost least and bring nobody under
/// the line. A change stays when the limit, the moves allowed and the fences all hold. No promise of the most; the bound beside it tells the gap.
/// </summary>
internal sealed class NearAim
{
    private const int MostTries = 60;

    private readonly TransferCounty county;
    private readonly Fences fences;
    private readonly ExactLimit limit;
    private readonly int mostMoves;
    private int[] shifts;
    private int tries;

    private NearAim(TransferCounty county, Fences fences, ExactLimit limit, int mostMoves, int[] shifts)
    {
        this.county = county;
        this.fences = fences;
        this.limit = limit;
        this.mostMoves = mostMoves;
        this.shifts = shifts;
    }

    public static int[] Improve(TransferCounty county, Fences fences, ExactLimit limit, int mostMoves, int[] shifts)
    {
        var aim = new NearAim(county, fences, limit, mostMoves, shifts);
        while (aim.ImproveOne())
        {
        }

        return aim.shifts;
    }

    private bool ImproveOne()
    {
        var wanting = Enumerable.Range(0, county.Count)
            .Where(i => Want(i) > 0 && Want(i) + shifts[i] <= county.Receivable[i])
            .OrderBy(Want);
        foreach (var school in wanting)
        {
            if (tries < MostTries && Raised(school, Want(school)) is { } changed && Holds(changed))
            {
                shifts = changed;
                return true;
            }
        }

        return false;
    }

    private int Want(int school) => county.Schools[school].Need is { } need ? need - county.Amounts[school] - shifts[school] : 0;

    private int[]? Raised(int school, int units)
    {
        int[] changed = [.. shifts];
        changed[school] += units;
        for (var unit = 0; unit < units; unit++)
        {
            var from = Enumerable.Range(0, county.Count).Where(i => i != school && MayLose(changed, i, school)).ToList();
            if (from.Count == 0)
            {
                return null;
            }

            changed[from.MinBy(i => Marginal.Taking(i, county.Amounts[i] + changed[i], county.Pupils[i]))]--;
        }

        return changed;
    }

    private bool MayLose(int[] changed, int from, int to) =>
        fences.Allows(from, to)
        && changed[from] - 1 >= -county.Givable[from]
        && (county.IsOver(from, county.Amounts[from] + changed[from] - 1) || !county.IsOver(from, county.Amounts[from] + changed[from]));

    private bool Holds(int[] changed)
    {
        if (changed.Sum(s => Math.Max(0, s)) > mostMoves)
        {
            return false;
        }

        var sum = new SquareSum(county);
        sum.Apply(county, changed);
        if (!sum.Within(limit))
        {
            return false;
        }

        tries++;
        return Transport.Assign(changed, fences) is not null;
    }
}
