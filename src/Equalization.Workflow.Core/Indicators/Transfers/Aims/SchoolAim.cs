namespace Equalization.Workflow.Core.Indicators.Transfers.Aims;

/// <summary>
/// Finds most schools over their line. Asks for the bound first, then for one school fewer, and so on: a plan with that many schools can lose no
/// more against the prices of the bound than the bound is above it, and few choices lose so little. What is left is searched school by school,
/// keeping of equal sums the cheapest. When too much is left the most promising are kept, and the bound tells what that may have cost.
/// </summary>
internal sealed class SchoolAim
{
    private const int MostStates = 4000;

    // The bound is computed in doubles; so much more is granted that rounding loses no plan.
    private const double Margin = 1e-6;

    private readonly AimProblem problem;
    private readonly AimBound bound;

    private SchoolAim(AimProblem problem)
    {
        this.problem = problem;
        bound = AimBound.Of(problem);
    }

    public static AimAnswer Solve(AimProblem problem, CancellationToken ct)
    {
        var start = problem.Schools.Index().Count(s => s.Item[problem.Start[s.Index]].Over);
        var able = Able(problem);
        return able == start ? new AimAnswer(problem.Start, start) : new SchoolAim(problem).Search(start, able, ct);
    }

    /// <summary>No plan has more schools over than this; without looking for the plan.</summary>
    public static int Bound(AimProblem problem) => (int)Math.Min(Able(problem), Math.Floor(AimBound.Of(problem).Value + Margin));

    private static int Able(AimProblem problem) => problem.Schools.Count(choices => choices.Any(c => c.Over));

    private AimAnswer Search(int start, int able, CancellationToken ct)
    {
        var most = (int)Math.Min(able, Math.Floor(bound.Value + Margin));
        var proven = true;
        for (var target = most; target > start; target--)
        {
            var search = new AimSearch(problem, bound, target, bound.Value - target + Margin, MostStates);
            if (search.Run(ct) is { } found)
            {
                return new AimAnswer(found.Chosen, proven ? found.Over : most);
            }

            proven &= search.WasComplete;
            most = proven ? target - 1 : most;
        }

        return new AimAnswer(problem.Start, most);
    }
}
