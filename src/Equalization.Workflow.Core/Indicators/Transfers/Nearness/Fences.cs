namespace Equalization.Workflow.Core.Indicators.Transfers.Nearness;

/// <summary>Between which schools units may go, and how far that is.</summary>
internal sealed class Fences
{
    private readonly TransferCounty county;
    private readonly TransferTerms terms;

    /// <summary>Refuses distances that are not of these schools (distances).</summary>
    public Fences(TransferCounty county, TransferTerms terms)
    {
        if (terms.Distances is { } distances && distances.Schools != county.Count)
        {
            throw new RuleBroken("distances", "距离表有 {0} 所学校，测算的学校有 {1} 所。请用同一份学校名单。", distances.Schools, county.Count) { Field = "Distances" };
        }

        if (terms.MostMetres is not null && terms.Distances is null)
        {
            throw new RuleBroken("distances-missing", "限定了调动距离，但没有学校之间的距离。请先补充学校位置，或去掉距离限制。") { Field = "MostMetres" };
        }

        this.county = county;
        this.terms = terms;
    }

    public bool Allows(int from, int to) =>
        (!terms.WithinGroups || IsOneGroup(from, to))
        && (terms.MostMetres is not { } most || (Metres(from, to) is { } metres && metres <= most));

    public int? Metres(int from, int to) => terms.Distances?.Between(from, to);

    /// <summary>What a move costs a plan that wants near moves; unknown distances come last, and without distances a school's own group first.</summary>
    public long Price(int from, int to) => terms.Distances is null ? (IsOneGroup(from, to) ? 0 : 1) : Metres(from, to) ?? Unknown;

    private const long Unknown = 100_000_000;

    private bool IsOneGroup(int a, int b) => county.Schools[a].Group is { } group && group == county.Schools[b].Group;
}
