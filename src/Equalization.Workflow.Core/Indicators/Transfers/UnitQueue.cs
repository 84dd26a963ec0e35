namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>
/// The units of all schools in the order in which they are best taken, or best given. Each further unit of one school is worse than
/// the one before (x² is convex), so the first k of the merged order are the best k there are.
/// </summary>
internal sealed class UnitQueue
{
    private readonly TransferCounty county;
    private readonly bool takes;
    private readonly int[] used;
    private readonly PriorityQueue<Marginal, Marginal> queue = new();

    private UnitQueue(TransferCounty county, IEnumerable<int> schools, bool takes)
    {
        this.county = county;
        this.takes = takes;
        used = new int[county.Count];
        foreach (var school in schools)
        {
            Offer(school);
        }
    }

    public static UnitQueue ToTake(TransferCounty county, IEnumerable<int> schools) => new(county, schools, takes: true);

    public static UnitQueue ToGive(TransferCounty county, IEnumerable<int> schools) => new(county, schools, takes: false);

    public Marginal? Next => queue.TryPeek(out var next, out _) ? next : null;

    public Marginal Use()
    {
        var next = queue.Dequeue();
        used[next.School]++;
        Offer(next.School);
        return next;
    }

    private void Offer(int school)
    {
        if (used[school] >= (takes ? county.Givable[school] : county.Receivable[school]))
        {
            return;
        }

        var next = takes
            ? Marginal.Taking(school, county.Amounts[school] - used[school], county.Pupils[school])
            : Marginal.Giving(school, county.Held(school, used[school]), county.Pupils[school], county.Step);
        queue.Enqueue(next, next);
    }
}
