namespace Equalization.Workflow.Core.Indicators.Transfers.Aims;

/// <summary>
/// One way a school may come out: units more or less than now, what that costs against the plan with the best coefficient (never negative), and whether
/// it is over its line.
/// </summary>
/// <param name="Out">Units it gives beyond what that plan takes from it; negative when fewer.</param>
/// <param name="In">Units it receives beyond what that plan gives it.</param>
internal readonly record struct Choice(int Shift, Int128 Cost, int Out, int In, bool Over);
