using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Core.Indicators.Rebalancings;

/// <summary>The schools' figures with some lines of a plan carried out.</summary>
public static class RebalancedFigures
{
    /// <summary>Only the schools that the lines change.</summary>
    public static IReadOnlyList<SchoolFigures> Of(CountyIndicators county, RebalancingTopic topic, IEnumerable<RebalancingMoveRow> moves)
    {
        var changes = moves.SelectMany(m => m.From is { } from ? [(from.Code, -m.Amount), (m.To.Code, m.Amount)] : new[] { (m.To.Code, m.Amount) })
            .GroupBy(c => c.Code).Select(g => (Code: g.Key, Amount: g.Sum(c => c.Item2))).Where(c => c.Amount != 0);
        return CountyAdditions.Applied(county, topic.Indicator, topic.Level, changes);
    }
}
