using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Indicators.WhatIfs;

/// <summary>
/// 测算: a county as it stands, and what would be if some schools had other figures. Only the changed schools are judged anew; the county's sums take
/// their old values out and the new ones in. Changes nothing that is kept.
/// </summary>
public sealed class WhatIf
{
    private readonly StandardSet set;
    private readonly Dictionary<string, IReadOnlyList<SchoolPart>> schools;
    private readonly Dictionary<(int Indicator, Level Level), PupilSums> sums = [];
    private readonly Dictionary<Level, (int Pass, int Short)> tallies;

    private WhatIf(CountyIndicators county)
    {
        set = county.Standard;
        schools = county.Parts.GroupBy(p => p.School.Code).ToDictionary(g => g.Key, g => (IReadOnlyList<SchoolPart>)[.. g]);
        foreach (var (indicator, level) in Keys())
        {
            sums[(indicator, level)] = PupilSums.None;
        }

        tallies = Levels.Judged.ToDictionary(l => l, _ => (0, 0));
        foreach (var part in county.Parts)
        {
            Put(sums, tallies, part, 1);
        }
    }

    public static WhatIf Of(CountyIndicators county) => new(county);

    /// <summary>The county with these schools' figures in the place of those they had; a code that the county does not have is refused (school-unknown), one given twice too (school-twice).</summary>
    public WhatIfAnswer Answer(IReadOnlyList<SchoolFigures> changed)
    {
        var sumsAfter = new Dictionary<(int, Level), PupilSums>(sums);
        var talliesAfter = new Dictionary<Level, (int, int)>(tallies);
        var parts = new List<WhatIfPart>();
        foreach (var school in Checked(changed))
        {
            var before = schools[school.Code];
            var after = SchoolPart.Of(set, school);
            foreach (var part in before)
            {
                Put(sumsAfter, talliesAfter, part, -1);
            }

            foreach (var part in after)
            {
                Put(sumsAfter, talliesAfter, part, 1);
            }

            parts.AddRange(Levels.Judged.Select(l => Pair(school, l, before, after)).Where(p => p.Before is not null || p.After is not null));
        }

        return new WhatIfAnswer(
            [.. Keys().Select(k => new WhatIfCoefficient(k.Indicator, k.Level, set.Limit(k.Level), Read(sums, k), Read(sumsAfter, k)))],
            parts,
            [.. Levels.Judged.Select(l => Tally(l, tallies[l], talliesAfter[l]))]);
    }

    private IEnumerable<SchoolFigures> Checked(IReadOnlyList<SchoolFigures> changed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var school in changed)
        {
            if (!schools.ContainsKey(school.Code))
            {
                throw new RuleBroken("school-unknown", "名单中没有学校“{0}”。请从本县(市、区)的学校中选择。", school.Code) { Field = "Code" };
            }

            if (!seen.Add(school.Code))
            {
                throw new RuleBroken("school-twice", "学校“{0}”出现两次。请删去重复的一行后再测算。", school.Code) { Field = "Code" };
            }
        }

        return changed;
    }

    private IEnumerable<(int Indicator, Level Level)> Keys() => Levels.Judged.SelectMany(l => set.Indicators.Select(i => (i.Number, l)));

    private WhatIfSpread Read(Dictionary<(int Indicator, Level Level), PupilSums> from, (int Indicator, Level Level) key) => from[key].Read(set.Limit(key.Level));

    private void Put(Dictionary<(int Indicator, Level Level), PupilSums> into, Dictionary<Level, (int Pass, int Short)> counts, SchoolPart part, int sign)
    {
        if (part.Excluded is not null)
        {
            return;
        }

        var (pass, isShort) = counts[part.Level];
        counts[part.Level] = part.Verdict switch
        {
            Verdict.Pass => (pass + sign, isShort),
            Verdict.Fail => (pass, isShort + sign),
            Verdict.Unknown => (pass, isShort),
        };
        foreach (var figure in part.Figures.Where(f => f.Value is not null))
        {
            var key = (figure.Indicator, part.Level);
            var value = new SchoolValue(set.Method == CoefficientMethod.Plain ? 1 : part.Pupils!.Value, figure.Value!.Value);
            into[key] = sign > 0 ? into[key].With(value) : into[key].Without(value);
        }
    }

    private static WhatIfPart Pair(SchoolFigures school, Level level, IReadOnlyList<SchoolPart> before, IReadOnlyList<SchoolPart> after) =>
        new(school.Code, school.Name, level, before.FirstOrDefault(p => p.Level == level), after.FirstOrDefault(p => p.Level == level));

    private static WhatIfTally Tally(Level level, (int Pass, int Short) before, (int Pass, int Short) after) =>
        new(level, before.Pass, after.Pass, before.Short, after.Short);
}
