using System.Text.Json;
using System.Text.Json.Serialization;
using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Core.Indicators.Rebalancings;

/// <summary>
/// What a search came to, in moves (teachers) or steps (things). Least: with so many the limit was first kept; Fewest: no plan has fewer. MostOver: no plan of as many
/// has more schools over the line of the school rule. After is the coefficient with the plan or, out of reach, the best there is.
/// </summary>
public sealed record RebalancingAnswer(
    PlanOutcome Outcome, Obstacle Obstacle, bool IsProven, int Units, int Least, int Fewest, int OverBefore, int OverAfter, int MostOver, double? Before, double? After, bool Within, decimal Limit)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Units above the least number that could not be excluded; 0 when the plan is proven least.</summary>
    public int LeastGap => Outcome == PlanOutcome.Found ? Least - Fewest : 0;

    /// <summary>Schools by which a plan of as many units might be better; 0 when proven.</summary>
    public int OverGap => Outcome is PlanOutcome.Found or PlanOutcome.AlreadyWithin ? MostOver - OverAfter : 0;

    internal string Pack() => JsonSerializer.Serialize(this, Json);

    internal static RebalancingAnswer Unpack(string packed) => JsonSerializer.Deserialize<RebalancingAnswer>(packed, Json) ?? throw new JsonException("The answer of a search is null.");
}
