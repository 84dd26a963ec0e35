namespace Equalization.Workflow.Core.Indicators.Transfers.Aims;

/// <summary>
/// The second aim as a choice for each school: most schools over their line, the costs within <see cref="Slack"/>, as many units given as
/// received. A plan with fewer moves (a negative sum of Out) has <see cref="PerMove"/> less slack for each.
/// </summary>
/// <param name="Circles">For each school its circle; what a circle's schools give, they receive.</param>
/// <param name="ExtraMoves">By how much the sum of Out may exceed 0.</param>
/// <param name="Start">For each school its choice in a plan that holds.</param>
internal sealed record AimProblem(IReadOnlyList<Choice[]> Schools, IReadOnlyList<string> Circles, Int128 Slack, Int128 PerMove, int ExtraMoves, int[] Start);
