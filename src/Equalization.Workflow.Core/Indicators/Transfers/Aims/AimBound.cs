namespace Equalization.Workflow.Core.Indicators.Transfers.Aims;

/// <summary>
/// A bound on the second aim from Lagrange's prices: of cost, of a unit given and of a unit received. Each school then chooses alone, and any
/// prices bound every plan from above; the ellipsoid method looks for prices that bound it closely.
/// </summary>
internal sealed class AimBound
{
    private const int Rounds = 600;

    private readonly AimProblem problem;
    private readonly double slack;
    private readonly double perMove;
    private readonly double unit;

    private AimBound(AimProblem problem)
    {
        this.problem = problem;
        unit = problem.Slack > 0 ? (double)problem.Slack : 1;
        slack = (double)problem.Slack / unit;
        perMove = (double)problem.PerMove / unit;
    }

    /// <summary>No plan has more schools over than this.</summary>
    public double Value { get; private set; } = double.PositiveInfinity;

    /// <summary>Prices of the slack used up, of a unit given and of one received, in schools.</summary>
    private (double Cost, double Out, double In) Prices { get; set; }

    public static AimBound Of(AimProblem problem)
    {
        var bound = new AimBound(problem);
        bound.Search();
        return bound;
    }

    /// <summary>What a choice is worth at the prices found.</summary>
    public double Worth(Choice choice) => Worth(choice, Prices);

    private double Worth(Choice choice, (double Cost, double Out, double In) at) =>
        (choice.Over ? 1 : 0) - (at.Cost * ((double)choice.Cost / unit)) - (at.Out * choice.Out) - (at.In * choice.In);

    private void Search()
    {
        var radius = (2.0 * problem.Schools.Count) + 50;
        var ellipsoid = new Ellipsoid([5, 0, 0], [radius, 10, 10]);
        for (var round = 0; round < Rounds; round++)
        {
            var at = (Cost: ellipsoid.Centre[0], Out: ellipsoid.Centre[1], In: ellipsoid.Centre[2]);
            var freed = at.Out + at.In + (at.Cost * perMove);
            var goesOn = (at.Cost, freed) switch
            {
                // Outside the prices that make sense: a cost that pays, or moves that pay without end.
                ( < 0, _) => ellipsoid.CutAway([-1, 0, 0], -at.Cost),
                (_, < 0) => ellipsoid.CutAway([-perMove, -1, -1], -freed),
                _ => CutAt(ellipsoid, at, freed),
            };
            if (!goesOn)
            {
                return;
            }
        }
    }

    private bool CutAt(Ellipsoid ellipsoid, (double Cost, double Out, double In) at, double freed)
    {
        var value = (at.Cost * slack) + (problem.ExtraMoves * freed);
        double[] slope = [slack + (problem.ExtraMoves * perMove), problem.ExtraMoves, problem.ExtraMoves];
        foreach (var choices in problem.Schools)
        {
            var best = choices[0];
            var worth = double.NegativeInfinity;
            foreach (var choice in choices)
            {
                if (Worth(choice, at) is var w && w > worth)
                {
                    (best, worth) = (choice, w);
                }
            }

            value += worth;
            slope[0] -= (double)best.Cost / unit;
            slope[1] -= best.Out;
            slope[2] -= best.In;
        }

        if (value < Value)
        {
            (Value, Prices) = (value, at);
        }

        return ellipsoid.CutAway(slope, value - Value);
    }
}
