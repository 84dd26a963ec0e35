using System.Globalization;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Accreditations.Evaluations;

/// <summary>The parts a county is judged by. Condition: whether it may apply at all (STANDARD §9). Schools and Coefficients are the two halves of 资源配置.</summary>
public enum ReadinessPart
{
    Condition,
    Schools,
    Coefficients,
    Guarantee,
    Quality,
    Recognition,
    Veto,
}

/// <summary>How many of a part are met, not met, not known. Nothing known is not a pass.</summary>
public sealed record PartCount(ReadinessPart Part, int Met, int NotMet, int Unknown)
{
    public Verdict Verdict => NotMet > 0 ? Verdict.Fail : Unknown > 0 || Met == 0 ? Verdict.Unknown : Verdict.Pass;

    public static PartCount Of(ReadinessPart part, IEnumerable<Verdict> verdicts)
    {
        var all = verdicts.ToList();
        return new(part, all.Count(v => v == Verdict.Pass), all.Count(v => v == Verdict.Fail), all.Count(v => v == Verdict.Unknown));
    }

    /// <summary>What <see cref="Readiness.Summary"/> wrote; empty for null.</summary>
    public static IReadOnlyList<PartCount> Parse(string? summary) =>
        [.. (summary ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).Select(c => new PartCount(Enum.Parse<ReadinessPart>(c[0]), Number(c[1]), Number(c[2]), Number(c[3])))];

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

/// <summary>A line with what is known of it: reckoned from school data, or stated by the county. IsComputed: the data decide, no statement can.</summary>
public sealed record JudgedLine(EvaluationLine Line, Verdict Verdict, bool IsComputed, bool IsStated, decimal? Value, string? Words, string? By);

/// <summary>An item of the standard: met when all its lines are.</summary>
public sealed record JudgedItem(int Number, IReadOnlyList<JudgedLine> Lines)
{
    public Verdict Verdict => Lines.Any(l => l.Verdict == Verdict.Fail) ? Verdict.Fail : Lines.Any(l => l.Verdict == Verdict.Unknown) ? Verdict.Unknown : Verdict.Pass;
}

/// <summary>社会认可度: those satisfied among those who answered, all groups together, unrounded; null without an answer.</summary>
public sealed record Recognition(decimal? Share, decimal Least, IReadOnlyList<SurveyGroup> Groups)
{
    public Verdict Verdict => Share is not { } share ? Verdict.Unknown : share >= Least ? Verdict.Pass : Verdict.Fail;

    public static Recognition Of(StandardSet set, IReadOnlyList<SurveyGroup> groups)
    {
        var answered = groups.Sum(g => (decimal)g.Answered);
        return new(answered == 0 ? null : groups.Sum(g => (decimal)g.Satisfied) / answered, set.Number("recognition"), groups);
    }
}

/// <summary>
/// A veto of the standard. Fail: a case is confirmed, the county states one, or 社会认可度 is below its line. Unknown: a case is looked into, or nobody has stated that there
/// is none. Line: what the county states; null for the veto that 社会认可度 decides.
/// </summary>
public sealed record JudgedVeto(StandardRule Rule, IReadOnlyList<VetoCase> Cases, JudgedLine? Line, Verdict Verdict);

/// <summary>How ready a county is for recognition by STANDARD §8, part by part, from the data of one school year and what was stated. County: null without school data. Absent:
/// registered schools of the county without data that year: while there are any, nothing that counts all schools is taken for passed.</summary>
public sealed record Readiness(
    int Year, StandardSet Standard, CountyIndicators? County, IReadOnlyList<string> Absent, IReadOnlyList<JudgedItem> Condition, IReadOnlyList<JudgedItem> Guarantee, IReadOnlyList<JudgedItem> Quality, Recognition Recognition,
    IReadOnlyList<JudgedVeto> Vetoes)
{
    public IReadOnlyList<PartCount> Parts { get; } =
    [
        PartCount.Of(ReadinessPart.Condition, Condition.Select(i => i.Verdict)),
        PartCount.Of(ReadinessPart.Schools, County?.Parts.Where(p => p.Excluded is null || IsMissing(Standard, p)).Select(p => p.Verdict).Concat(Absent.Select(_ => Verdict.Unknown)) ?? []),
        PartCount.Of(ReadinessPart.Coefficients, County?.Coefficients.Select(c => Judge(c, Absent)) ?? []),
        PartCount.Of(ReadinessPart.Guarantee, Guarantee.Select(i => i.Verdict)),
        PartCount.Of(ReadinessPart.Quality, Quality.Select(i => i.Verdict)),
        PartCount.Of(ReadinessPart.Recognition, [Recognition.Verdict]),
        PartCount.Of(ReadinessPart.Veto, Vetoes.Select(v => v.Verdict)),
    ];

    /// <summary>All parts pass; one that fails fails the whole; else it is not known yet.</summary>
    public Verdict Verdict => Parts.Any(p => p.Verdict == Verdict.Fail) ? Verdict.Fail : Parts.All(p => p.Verdict == Verdict.Pass) ? Verdict.Pass : Verdict.Unknown;

    public bool Vetoed => Vetoes.Any(v => v.Verdict == Verdict.Fail);

    public IEnumerable<JudgedLine> Lines => [.. Condition.Concat(Guarantee).Concat(Quality).SelectMany(i => i.Lines), .. Vetoes.Select(v => v.Line).OfType<JudgedLine>()];

    /// <summary>Lines that neither data nor a person has spoken to.</summary>
    public int Open => Lines.Count(l => l is { IsComputed: false, IsStated: false });

    /// <summary>A coefficient without all of its schools may be within its limit for that alone.</summary>
    public Verdict Judge(CountyCoefficient one) => Judge(one, Absent);

    private static Verdict Judge(CountyCoefficient one, IReadOnlyList<string> absent) => one.Verdict == Verdict.Pass && (absent.Count > 0 || one.LeftOut.Count > 0) ? Verdict.Unknown : one.Verdict;

    /// <summary>Left out of the sums only because its pupils are not known: its verdict is open, not void.</summary>
    private static bool IsMissing(StandardSet set, SchoolPart part) => part.Pupils is null && !set.Excludes(part.School.Type);

    /// <summary>One part a line, as it is kept in the history.</summary>
    public string Summary() => string.Join('\n', Parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Part}\t{p.Met}\t{p.NotMet}\t{p.Unknown}")));
}
