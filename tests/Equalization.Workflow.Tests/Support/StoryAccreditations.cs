using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>Accreditations of the story city, carried on through the services when a test asks for one in a state that there is not.</summary>
internal static class StoryAccreditations
{
    public const int Year = 2017;

    private static readonly IReadOnlyDictionary<AccreditationStage, StageAim> None = new Dictionary<AccreditationStage, StageAim>();

    private static CancellationToken Ct => TestCity.Ct;

    /// <summary>One whose county is <see cref="StoryCity.Lead"/>'s; at the city's stage when handed in.</summary>
    public static async Task<Accreditation> Accreditation(this StoryCity story, AccreditationStage stage = AccreditationStage.CountySelf, AccreditationState state = AccreditationState.UnderWay)
    {
        var unit = story.City.Unit(StoryCity.Lead).Id;
        var id = await story.City.Read(db => db.Accreditations.Where(a => a.UnitId == unit && a.Stage == stage && a.State == state).OrderBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(Ct))
                 ?? await Carry(story.City, stage, state);
        return await story.City.Round(id);
    }

    public static Task<Accreditation> Round(this TestCity city, Guid id) =>
        city.Read(db => db.Accreditations.AsNoTracking().Include(a => a.Terms).Include(a => a.Entries).SingleAsync(a => a.Id == id, Ct));

    public static Task<int> VersionOf(this TestCity city, Guid id) => city.Read(db => db.Accreditations.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Ct));

    public static Task<Guid> OpenRound(this TestCity city, string county, string unit, params (AccreditationStage Stage, DateOnly On)[] targets) => city.Get<AccreditationService>().Open(
        city.Office, new OpenInput(county, city.Unit(unit).Id, targets.Length == 0 ? None : targets.ToDictionary(t => t.Stage, t => new StageAim(t.On))), Ct);

    /// <summary>Every line met, each with the least that does; vetoes did not happen; nine of ten are satisfied.</summary>
    public static EvaluationInput Complete(int year = Year)
    {
        var set = StandardBook.For(year);
        return new EvaluationInput(
            year, EvaluationLine.All(set).ToDictionary(l => l.Code, l => new ItemInput(Verdict.Pass, l.IsMeasured ? l.Rule.Comparison == "less-than" ? l.Limit / 2 : l.Limit : null, "台账齐全")),
            [new SurveyInput("家长", 1000, 1000, 900)]);
    }

    public static async Task Evaluate(this TestCity city, Guid id, EvaluationInput? input = null)
    {
        var version = await city.Read(db => db.SelfEvaluations.Where(e => e.AccreditationId == id).Select(e => e.Version).SingleOrDefaultAsync(Ct));
        await city.Get<EvaluationService>().State(city.Office, id, version, input ?? Complete(), Ct);
    }

    public static async Task Submit(this TestCity city, Guid id) =>
        await city.Get<AccreditationService>().Submit(city.Office, id, await city.VersionOf(id), new SubmitInput(Core.ChinaTime.DayOf(city.Clock.Now), null, null), Ct);

    public static async Task Decide(this TestCity city, Guid id, StageResult result, DateOnly? due = null, string? because = null) => await city.Get<AccreditationService>().Decide(
        city.Office, id, await city.VersionOf(id), new StageDecision(result, Core.ChinaTime.DayOf(city.Clock.Now), "见复核意见。", due, because), Ct);

    public static async Task<AccreditationProblem> Problem(this StoryCity story, ProblemState state = ProblemState.Open)
    {
        Task<AccreditationProblem?> Find() => story.City.Read(db => db.AccreditationProblems.AsNoTracking().Where(p => p.JurisdictionId == story.City.Jurisdiction.Id && p.State == state).OrderBy(p => p.Id).FirstOrDefaultAsync(Ct));
        if (await Find() is { } there)
        {
            return there;
        }

        var round = await story.Accreditation();
        var service = story.City.Get<ProblemService>();
        var id = await service.Find(story.City.Office, round.Id, new ProblemInput("美术专用教室不足。", "第一小学", story.City.Unit(StoryCity.Lead).Id, StoryCity.Today.AddDays(30), null), Ct);
        if (state == ProblemState.Rectified)
        {
            await service.Rectify(story.City.Office, id, await story.City.Read(db => db.AccreditationProblems.Where(p => p.Id == id).Select(p => p.Version).SingleAsync(Ct)), "已新建两间。", Ct);
        }

        return (await Find())!;
    }

    /// <summary>An open gap that a self-evaluation entered in the county whose round has the problem.</summary>
    public static async Task<LedgerEntry> GapOfProblem(this StoryCity story)
    {
        var county = (await story.City.Round((await story.Problem()).AccreditationId)).County;
        Task<LedgerEntry?> Find() => story.City.Read(db => db.LedgerEntries.AsNoTracking().FirstOrDefaultAsync(e => e.County == county, Ct));
        if (await Find() is null)
        {
            await story.City.Lay(db => db.Add(new LedgerEntry(
                story.City.Jurisdiction.Id, new GapNumber(2018, 900), new GapKey(null, county, GapKind.Other, 0, null), GapSource.Inspection, Year, "美术专用教室不足。", null, "办公室", story.City.Clock.Now)));
        }

        return (await Find())!;
    }

    public static async Task<VetoCase> Veto(this StoryCity story)
    {
        var round = await story.Accreditation();
        var found = await story.City.Read(db => db.VetoCases.AsNoTracking().OrderBy(v => v.Id).FirstOrDefaultAsync(v => v.AccreditationId == round.Id, Ct));
        if (found is not null)
        {
            return found;
        }

        await story.City.Get<EvaluationService>().ReportVeto(story.City.Office, round.Id, new VetoInput("1", StoryCity.Today, "第一小学", "来信", "组织入学考试。"), Ct);
        return await story.City.Read(db => db.VetoCases.AsNoTracking().FirstAsync(v => v.AccreditationId == round.Id, Ct));
    }

    private static async Task<Guid> Carry(TestCity city, AccreditationStage stage, AccreditationState state)
    {
        var id = await city.OpenRound($"测试{Guid.NewGuid().ToString("N")[..8]}区", StoryCity.Lead);
        if (stage != AccreditationStage.CountySelf)
        {
            await city.Evaluate(id);
            await city.Submit(id);
        }

        if (state == AccreditationState.Rectifying)
        {
            await city.Decide(id, StageResult.Returned, StoryCity.Today.AddDays(30));
        }

        return id;
    }
}
