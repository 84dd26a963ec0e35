using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Core.Indicators.Rebalancings;

/// <summary>A line of a plan by the schools' codes.</summary>
internal sealed record PlanLine(string? From, string To, decimal Amount);

/// <summary>A search as the county's data states it: what it is reckoned from, and the reckoning.</summary>
internal sealed class RebalancingProblem
{
    private readonly RebalancingTerms terms;
    private readonly decimal limit;
    private readonly IReadOnlyList<TransferSchool> teachers = [];
    private readonly CountyAdditions? additions;

    private RebalancingProblem(CountyIndicators county, RebalancingTopic topic, RebalancingTerms terms)
    {
        this.terms = terms;
        limit = county.Standard.Limit(topic.Level);
        var without = terms.Fixed.ToHashSet(StringComparer.Ordinal);
        if (topic.MovesTeachers)
        {
            teachers = CountyTransfers.Of(county, topic.Indicator, topic.Level, TeacherLimits.Of(terms.MayGive, terms.Keeps) with { Fixed = without, Groups = terms.Groups });
        }
        else
        {
            additions = CountyAdditions.Of(county, topic.Indicator, topic.Level, terms.Step, without);
        }

        Mark = Digest(county, topic);
    }

    /// <summary>SHA-256 of all figures of the level's schools and of the limit.</summary>
    public string Mark { get; }

    /// <summary>Refuses as <see cref="CountyTransfers.Of"/>, <see cref="CountyAdditions.Of"/> and <see cref="TeacherLimits.Of"/> do, and more extra moves than a county would carry out (extra-moves, extra-units).</summary>
    public static RebalancingProblem Of(CountyIndicators county, RebalancingTopic topic, RebalancingTerms terms)
    {
        RequireExtra(topic, terms);
        return new RebalancingProblem(county, topic, terms);
    }

    public static string Digest(CountyIndicators county, RebalancingTopic topic)
    {
        var text = JsonSerializer.Serialize(new { Limit = county.Standard.Limit(topic.Level), Schools = county.Counted(topic.Level).Select(p => new { p.School.Code, p.Pupils, Figures = p.Figures.Select(f => new { f.Amount, f.Value, f.Threshold }) }).ToList() });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    public (RebalancingAnswer Answer, IReadOnlyList<PlanLine> Lines) Solve(Action<int> reached, CancellationToken stop) =>
        additions is null ? SolveTransfers(reached, stop) : SolveAdditions(additions, reached, stop);

    private (RebalancingAnswer, IReadOnlyList<PlanLine>) SolveTransfers(Action<int> reached, CancellationToken stop)
    {
        var plan = TransferSolver.Solve(teachers, new TransferTerms(limit) { ExtraMoves = terms.Extra, WithinGroups = terms.WithinGroups, Reached = reached, Stop = stop });
        return (
            new(plan.Outcome, plan.Obstacle, plan.IsProven, plan.MoveCount, plan.LeastMoves, plan.FewestMoves, plan.OverBefore, plan.OverAfter, plan.MostOver, Known(plan.Before), Known(plan.After), plan.After.Within, limit),
            [.. plan.Moves.Select(m => new PlanLine(m.From, m.To, m.Units))]);
    }

    private (RebalancingAnswer, IReadOnlyList<PlanLine>) SolveAdditions(CountyAdditions county, Action<int> reached, CancellationToken stop)
    {
        var set = new AdditionTerms(limit) { Extra = terms.Extra, Reached = reached, Stop = stop };
        var plan = county.Solve(set);
        if (plan.IsCutShort)
        {
            throw new RuleBroken("step-small", "增加 {0} 次仍未达到差异系数上限以内。请把每次增加的数量改大后再测算。", set.Most);
        }

        return (
            new(plan.Outcome, plan.Obstacle, true, plan.Units, plan.LeastUnits, plan.LeastUnits, plan.OverBefore + county.RestOver, plan.OverAfter + county.RestOver, plan.MostOver + county.RestOver,
                Known(plan.Before), Known(plan.After), plan.After.Within, limit),
            [.. plan.Shifts.Where(s => s.After != s.Before).Select(s => new PlanLine(null, s.Code, county.Added(s)))]);
    }

    private static double? Known(Spread spread) => double.IsFinite(spread.Coefficient) ? spread.Coefficient : null;

    private static void RequireExtra(RebalancingTopic topic, RebalancingTerms terms)
    {
        if (topic.MovesTeachers && terms.Extra is < 0 or > RebalancingTerms.MostExtraMoves)
        {
            throw new RuleBroken("extra-moves", "可以多调的人数应在 0 和 {0} 之间。请改填后再测算。", RebalancingTerms.MostExtraMoves) { Field = "Extra" };
        }

        if (!topic.MovesTeachers && terms.Extra is < 0 or > AdditionSolver.MostExtra)
        {
            throw new RuleBroken("extra-units", "可以多加的数量应在 0 和 {0} 之间。请改填后再测算。", AdditionSolver.MostExtra) { Field = "Extra" };
        }
    }
}
