using System.Runtime.InteropServices;

namespace Equalization.Workflow.Core.Indicators.Transfers.Aims;

/// <summary>One search for a plan with at least <c>target</c> schools over their line that loses no more than <c>budget</c> against the bound's prices.</summary>
internal sealed class AimSearch
{
    private readonly AimProblem problem;
    private readonly int target;
    private readonly double budget;
    private readonly int mostStates;
    private readonly List<Stage> stages;

    public AimSearch(AimProblem problem, AimBound bound, int target, double budget, int mostStates)
    {
        this.problem = problem;
        this.target = target;
        this.budget = budget;
        this.mostStates = mostStates;
        stages =
        [
            .. problem.Schools.Select((choices, i) => Stage.Of(i, choices, bound, budget))
                .OrderBy(s => problem.Circles[s.School], StringComparer.Ordinal).ThenBy(s => s.Choices.Count).ThenBy(s => s.School),
        ];
    }

    /// <summary>False when promising states had to be dropped, so that finding nothing proves nothing.</summary>
    public bool WasComplete { get; private set; } = true;

    public (int[] Chosen, int Over)? Run(CancellationToken ct)
    {
        var reach = Reach.After(stages);
        var layers = new List<List<State>> { new() { new State(0, 0, 0, 0, 0, -1, -1) } };
        for (var s = 0; s < stages.Count; s++)
        {
            layers.Add(Step(layers[s], stages[s], reach[s], EndsCircle(s), ct));
        }

        return Best(layers[^1]) is { } end ? (Trace(layers, end), end.Over) : null;
    }

    private bool EndsCircle(int stage) =>
        stage == stages.Count - 1 || problem.Circles[stages[stage].School] != problem.Circles[stages[stage + 1].School];

    private List<State> Step(List<State> states, Stage stage, Reach reach, bool endsCircle, CancellationToken ct)
    {
        var next = new List<State>();
        var places = new Dictionary<(int Out, int In, int Over), int>();
        for (var from = 0; from < states.Count; from++)
        {
            ct.ThrowIfCancellationRequested();
            var state = states[from];
            for (var c = 0; c < stage.Choices.Count; c++)
            {
                var (index, choice, loss) = stage.Choices[c];
                var to = new State(
                    state.Out + choice.Out, state.In + choice.In, state.Over + (choice.Over ? 1 : 0),
                    state.Cost + choice.Cost, state.Loss + loss, from, index);
                if (to.Loss > budget || to.Cost > problem.Slack || (endsCircle && to.Out != to.In) || !reach.CanEnd(to, target, problem.ExtraMoves))
                {
                    continue;
                }

                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, (to.Out, to.In, to.Over), out var known);
                if (!known)
                {
                    place = next.Count;
                    next.Add(to);
                }
                else if (to.Cost < next[place].Cost)
                {
                    next[place] = to;
                }
            }
        }

        return Kept(next);
    }

    private List<State> Kept(List<State> states)
    {
        if (states.Count <= mostStates)
        {
            return states;
        }

        WasComplete = false;
        return [.. states.OrderBy(s => s.Loss).ThenBy(s => (s.Out, s.In, s.Over)).Take(mostStates)];
    }

    // Of plans with most schools over: the fewest moves, then the better coefficient.
    private State? Best(List<State> ends)
    {
        var held = ends.Where(s => s.Over >= target && s.Cost <= problem.Slack + (problem.PerMove * s.Out)).ToList();
        return held.Count == 0 ? null : held.OrderByDescending(s => s.Over).ThenBy(s => s.Out).ThenBy(s => s.Cost).First();
    }

    private int[] Trace(List<List<State>> layers, State end)
    {
        var chosen = new int[problem.Schools.Count];
        for (var s = stages.Count - 1; s >= 0; s--)
        {
            chosen[stages[s].School] = end.Choice;
            end = layers[s][end.From];
        }

        return chosen;
    }

    private readonly record struct State(int Out, int In, int Over, Int128 Cost, double Loss, int From, int Choice);

    /// <summary>A school with the choices that lose no more than the budget.</summary>
    private sealed record Stage(int School, List<(int Index, Choice Choice, double Loss)> Choices)
    {
        public static Stage Of(int school, Choice[] choices, AimBound bound, double budget)
        {
            var best = choices.Max(bound.Worth);
            return new Stage(school, [.. choices.Index().Select(c => (c.Index, c.Item, best - bound.Worth(c.Item))).Where(c => c.Item3 <= budget)]);
        }
    }

    /// <summary>How far the schools still to come can move the sums.</summary>
    private readonly record struct Reach(int LeastOut, int MostOut, int LeastIn, int MostIn, int MostOver)
    {
        public static Reach[] After(List<Stage> stages)
        {
            var reach = new Reach[stages.Count];
            for (var s = stages.Count - 2; s >= 0; s--)
            {
                var choices = stages[s + 1].Choices;
                var rest = reach[s + 1];
                reach[s] = new Reach(
                    rest.LeastOut + choices.Min(c => c.Choice.Out),
                    rest.MostOut + choices.Max(c => c.Choice.Out),
                    rest.LeastIn + choices.Min(c => c.Choice.In),
                    rest.MostIn + choices.Max(c => c.Choice.In),
                    rest.MostOver + (choices.Any(c => c.Choice.Over) ? 1 : 0));
            }

            return reach;
        }

        public bool CanEnd(State state, int target, int extraMoves) =>
            state.Over + MostOver >= target
            && state.Out + LeastOut <= extraMoves
            && state.In + LeastIn <= extraMoves
            && state.Out + MostOut >= state.In + LeastIn
            && state.In + MostIn >= state.Out + LeastOut;
    }
}
