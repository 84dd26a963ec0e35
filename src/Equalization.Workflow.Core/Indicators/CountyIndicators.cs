using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Indicators;

/// <summary>
/// One indicator at one level of a county. LeftOut are counted schools without data for it. Unknown: no school has data, or the mean is zero, so that the
/// coefficient cannot be computed.
/// </summary>
public sealed record CountyCoefficient(int Indicator, Level Level, CoefficientOfVariation? Coefficient, decimal Limit, int Counted, IReadOnlyList<SchoolPart> LeftOut)
{
    public Verdict Verdict { get; } = Coefficient is null || Coefficient.Mean == 0 ? Verdict.Unknown : Coefficient.IsWithin(Limit) ? Verdict.Pass : Verdict.Fail;
}

/// <summary>All schools of one county in one school year with their indicators, and the county's coefficient for each indicator and level.</summary>
public sealed record CountyIndicators(StandardSet Standard, IReadOnlyList<SchoolPart> Parts, IReadOnlyList<CountyCoefficient> Coefficients)
{
    public static CountyIndicators Of(StandardSet set, IEnumerable<SchoolFigures> schools)
    {
        var parts = schools.SelectMany(s => SchoolPart.Of(set, s)).ToList();
        var counted = parts.Where(p => p.Excluded is null).ToLookup(p => p.Level);
        return new(set, parts, [.. Levels.Judged.SelectMany(l => set.Indicators.Select((i, at) => One(set, i.Number, at, l, counted[l])))]);
    }

    public CountyCoefficient Of(int indicator, Level level) => Coefficients.First(c => c.Indicator == indicator && c.Level == level);

    /// <summary>The parts whose figures go into the county's sums.</summary>
    public IEnumerable<SchoolPart> Counted(Level level) => Parts.Where(p => p.Level == level && p.Excluded is null);

    private static CountyCoefficient One(StandardSet set, int indicator, int at, Level level, IEnumerable<SchoolPart> parts)
    {
        var known = new List<SchoolValue>();
        var leftOut = new List<SchoolPart>();
        foreach (var part in parts)
        {
            if (part.Figures[at].Value is { } value)
            {
                known.Add(new SchoolValue(part.Pupils!.Value, value));
            }
            else
            {
                leftOut.Add(part);
            }
        }

        return new(indicator, level, CoefficientOfVariation.Of(known, set.Method), set.Limit(level), known.Count, leftOut);
    }
}
