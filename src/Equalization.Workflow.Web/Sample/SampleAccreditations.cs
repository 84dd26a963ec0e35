using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Web.Sample;

/// <summary>
/// The two sample counties on their way to recognition: the first has handed its self-evaluation in and the city's review found problems, the second still writes. School
/// data decide what they decide; the rest is stated.
/// </summary>
internal sealed class SampleAccreditations(IServiceProvider world, SampleCast cast, DateOnly today)
{
    private readonly List<Guid> rounds = [];

    private AccreditationService Service => world.GetRequiredService<AccreditationService>();

    private ProblemService Problems => world.GetRequiredService<ProblemService>();

    public async Task Open(DateOnly day, CancellationToken ct)
    {
        var office = cast.Office(day);
        var counties = (await world.GetRequiredService<CountyQueries>().Years(office, ct)).Select(c => c.County).Distinct().Zip(cast.Counties).ToList();
        foreach (var ((county, unit), i) in counties.Select((c, i) => (c, i)))
        {
            rounds.Add(await Service.Open(office, new OpenInput(county, unit, Targets(i)), ct));
        }
    }

    /// <summary>The first county states every line and hands in.</summary>
    public async Task HandIn(DateOnly day, CancellationToken ct)
    {
        var unit = cast.Counties[0];
        await State(0, day, _ => true, ct);
        var head = cast.Head(unit, day);
        var version = (await world.GetRequiredService<AccreditationQueries>().One(head, rounds[0], ct)).Accreditation.Version;
        await Service.Submit(head, rounds[0], version, new SubmitInput(day, "各项材料已整理归档，请予复核。", null), ct);
    }

    /// <summary>The second has the conditions and the guarantees written so far.</summary>
    public Task Begin(DateOnly day, CancellationToken ct) => State(1, day, rule => rule is EvaluationLine.Condition or EvaluationLine.Guarantee, ct);

    /// <summary>Two problems: one is near its term, one was put right and waits for the re-check.</summary>
    public async Task Find(DateOnly day, CancellationToken ct)
    {
        var office = cast.Office(day);
        var first = await Problems.Find(office, rounds[0], new ProblemInput("部分学校班额超过标准，未见分班计划。", null, cast.Counties[0], today.AddDays(9), null), ct);
        await Join(office, first, ct);
        var second = await Problems.Find(office, rounds[0], new ProblemInput("教师交流轮岗台账不完整，骨干教师比例缺少佐证。", null, cast.Counties[0], today.AddDays(20), null), ct);
        var version = (await world.GetRequiredService<ProblemQueries>().One(office, second, ct)).Problem.Version;
        await Problems.Rectify(cast.Contact(cast.Counties[0], day), second, version, "已补齐两年交流轮岗名册，附调动文件。", ct);
    }

    /// <summary>The review saw what the ledger of gaps has already.</summary>
    private async Task Join(Actor office, Guid problem, CancellationToken ct)
    {
        var shown = await world.GetRequiredService<ProblemQueries>().One(office, problem, ct);
        var gaps = await world.GetRequiredService<GapQueries>().Page(office, new GapFilter { County = shown.Row.County, Kind = GapKind.ClassSize }, 1, 1, ct);
        if (gaps.Rows is [var gap])
        {
            await world.GetRequiredService<ProblemGapService>().Join(office, problem, shown.Problem.Version, gap.Number, ct);
        }
    }

    private Dictionary<AccreditationStage, StageAim> Targets(int county) => new()
    {
        [AccreditationStage.CountySelf] = new(county == 0 ? new DateOnly(today.Year - 1, 12, 31) : today.AddDays(30)),
        [AccreditationStage.CityReview] = new(today.AddDays(45 + (county * 200))),
        [AccreditationStage.ProvinceEvaluation] = new(new DateOnly(today.Year + 2, 6, 30)),
        [AccreditationStage.NationalRecognition] = new(new DateOnly(today.Year + 3, 12, 31)),
    };

    private async Task State(int county, DateOnly day, Func<string, bool> isStated, CancellationToken ct)
    {
        var actor = cast.Contact(cast.Counties[county], day);
        var shown = await world.GetRequiredService<EvaluationQueries>().One(actor, rounds[county], null, ct);
        var lines = shown.Readiness.Lines.Where(l => !l.IsComputed && isStated(l.Line.Rule.Rule)).Select(l => l.Line);
        SurveyInput[] asked = isStated(EvaluationLine.Quality) ? [new("家长", 1200, 1120, 1021), new("教师", 300, 296, 281), new("人大代表", 40, 38, 36)] : [];
        await world.GetRequiredService<EvaluationService>().State(actor, rounds[county], shown.Version, new EvaluationInput(shown.Readiness.Year, lines.ToDictionary(l => l.Code, Met), asked), ct);
    }

    private static ItemInput Met(EvaluationLine line) => new(
        Verdict.Pass, !line.IsMeasured ? null : line.Rule.Comparison == "less-than" ? line.Limit / 2 : line.Limit,
        line.Rule.Rule switch { EvaluationLine.Condition => "认定文件和历年监测报告。", EvaluationLine.Veto => "自查未发现。", _ => "台账和文件齐全。" });
}
