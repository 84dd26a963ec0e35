namespace Equalization.Workflow.Core.Indicators.Transfers.Aims;

/// <summary>The choice taken for each school; no plan has more than <see cref="Most"/> schools over their line.</summary>
internal sealed record AimAnswer(int[] Chosen, int Most);
