using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Indicators.WhatIfs;

namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>
/// The problem of least additions as a county's data states it, for the indicators that count things (4 to 7). A school whose levels share its resource counts with what it
/// has and receives nothing: a step there would be no whole step of one level; so does one that was left out. The amounts of the others are kept so fine that all are whole.
/// </summary>
public sealed class CountyAdditions
{
    private static readonly decimal[] Finenesses = [0.0001m, 0.001m, 0.01m, 0.1m, 1, 10, 100, 1000, 10_000];

    private readonly decimal fineness;
    private readonly PupilSums rest;

    private CountyAdditions(IReadOnlyList<TransferSchool> schools, PupilSums rest, int restOver, decimal step, decimal fineness) =>
        (Schools, this.rest, RestOver, Step, this.fineness) = (schools, rest, restOver, step, fineness);

    public IReadOnlyList<TransferSchool> Schools { get; }

    /// <summary>What is added at a time, as the data counts it: ㎡, 元, rooms.</summary>
    public decimal Step { get; }

    /// <summary>Schools that receive nothing and pass the school rule as they are.</summary>
    public int RestOver { get; }

    public static bool CountsThings(int indicator) => indicator is 4 or 5 or 6 or 7;

    /// <summary>
    /// Refuses an indicator of teachers (indicator-teachers), a county judged without weights (method-plain), a step that is not above zero (step), pupils or amounts that
    /// no whole numbers can tell (not-whole), a county where no school may receive (additions-nowhere), and a school or step written too finely beside a large amount
    /// (amount-fine, step-fine).
    /// </summary>
    /// <param name="without">Codes of schools that receive nothing.</param>
    public static CountyAdditions Of(CountyIndicators county, int indicator, Level level, decimal step, IReadOnlySet<string> without)
    {
        RequireThings(county, indicator, step);
        var parts = county.Counted(level).Where(p => p.Of(indicator).Value is not null).ToList();
        var own = parts.FindAll(p => p.Of(indicator).Share is null && !without.Contains(p.School.Code));
        if (own.Count == 0)
        {
            throw new RuleBroken("additions-nowhere", "没有可以增加的学校：各学段共用资源的学校和不参与的学校只按现有数量计入。请减少不参与的学校，或直接改动学校数量测算。");
        }

        RequireRoom(own, indicator, step);
        var fineness = Fineness([step, .. own.Select(p => p.Of(indicator).Amount!.Value)]);
        var scale = county.Standard.Indicators.First(i => i.Number == indicator).Scale;
        var schools = own.ConvertAll(p => School(p, p.Of(indicator), scale, fineness));
        var others = parts.Except(own).ToList();
        var rest = others.Aggregate(PupilSums.None, (sums, p) => sums.With(new SchoolValue(p.Pupils!.Value, Fine(p.Of(indicator).Value!.Value, scale, fineness))));
        return new CountyAdditions(schools, rest, others.Count(p => p.Verdict == Verdict.Pass), step, fineness);
    }

    public AdditionPlan Solve(AdditionTerms terms) => AdditionSolver.Solve(Schools, terms with { Step = (int)(Step / fineness), Rest = rest });

    /// <summary>What a plan adds at a school, as the data counts it.</summary>
    public decimal Added(Shift shift) => (shift.After - shift.Before) * fineness;

    /// <summary>The figures of the schools that a plan changes.</summary>
    public static IReadOnlyList<SchoolFigures> Applied(CountyIndicators county, int indicator, Level level, IEnumerable<(string Code, decimal Added)> additions)
    {
        var schools = county.Counted(level).ToDictionary(p => p.School.Code, p => p.School);
        return [.. additions.Select(a => IndicatorAmounts.With(schools[a.Code], indicator, level, IndicatorAmounts.Of(schools[a.Code], indicator, level)!.Value + a.Added))];
    }

    private static void RequireThings(CountyIndicators county, int indicator, decimal step)
    {
        if (!CountsThings(indicator))
        {
            throw new RuleBroken("indicator-teachers", "教师指标请用调配测算，增加测算只用于用房、场馆、设备和教室指标。");
        }

        if (county.Standard.Method != CoefficientMethod.Weighted)
        {
            throw new RuleBroken("method-plain", "本地标准不按学生数加权，不能测算调配。请改用加权方法后再测算。");
        }

        if (step <= 0 || step > SchoolFigures.Largest)
        {
            throw new RuleBroken("step", "每次增加的数量“{0}”不成立，请填写大于零的数。", step) { Field = "Step" };
        }
    }

    /// <summary>The largest amount leaves room for so many digits; what is written more finely is named, for one school must not stop a county in the middle of a search.</summary>
    private static void RequireRoom(List<SchoolPart> own, int indicator, decimal step)
    {
        var largest = own.MaxBy(Amount)!;
        var coarse = Finenesses.First(f => Amount(largest) / f <= TransferCounty.MostAmount);
        if (!IsWhole(step, coarse))
        {
            throw new RuleBroken("step-fine", "每次增加的数量“{0}”写得太细，与学校“{1}”的数量 {2} 放在一起不能测算。请改为 {3} 的整数倍。", step, largest.School.Name, Amount(largest), coarse) { Field = "Step" };
        }

        if (own.Find(p => !IsWhole(Amount(p), coarse)) is { } fine)
        {
            throw new RuleBroken(
                "amount-fine", "学校“{0}”的数量 {1} 写得太细，与学校“{2}”的数量 {3} 放在一起不能测算。请把该校数据更正为 {4} 的整数倍，或者测算时让该校不参与。",
                fine.School.Name, Amount(fine), largest.School.Name, Amount(largest), coarse);
        }

        decimal Amount(SchoolPart part) => part.Of(indicator).Amount!.Value;
    }

    private static bool IsWhole(decimal amount, decimal fineness) => decimal.Truncate(amount / fineness) == amount / fineness;

    // The coarsest unit in which everything is whole keeps the numbers small.
    private static decimal Fineness(IReadOnlyList<decimal> amounts)
    {
        var fineness = Finenesses.Where(f => amounts.All(a => IsWhole(a, f))).DefaultIfEmpty(0).Max();
        return fineness > 0 && amounts[0] / fineness <= int.MaxValue
            ? fineness
            : throw new RuleBroken("step", "每次增加的数量“{0}”不成立，请填写大于零的数。", amounts[0]) { Field = "Step" };
    }

    private static Quotient Fine(Quotient value, decimal scale, decimal fineness) => new(value.Numerator, value.Denominator * scale * fineness);

    private static TransferSchool School(SchoolPart part, IndicatorFigure figure, decimal scale, decimal fineness)
    {
        var pupils = CountyTransfers.Whole(part, part.Pupils!.Value);
        return new TransferSchool(part.School.Code, pupils, CountyTransfers.Whole(part, figure.Amount!.Value / fineness))
        {
            Need = CountyTransfers.Need(part, figure) is { } value ? (int)Math.Min(int.MaxValue, decimal.Ceiling(value * pupils / scale / fineness)) : null,
        };
    }
}
