using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Accreditations.Schedules;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of accreditations, self-evaluations, problems and schedules.</summary>
public static class AccreditationCases
{
    private static readonly IReadOnlyDictionary<AccreditationStage, StageAim> Aims = new Dictionary<AccreditationStage, StageAim> { [AccreditationStage.CountySelf] = new(StoryCity.Today.AddDays(90)) };

    public static IEnumerable<Case> All =>
    [
        Case.Of<AccreditationService>(nameof(AccreditationService.Open), s => TaskCases.Now(s.City.Office, new OpenInput("新县", null, Aims))),
        Case.Of<AccreditationService>(nameof(AccreditationService.Aim), async s => [.. await Of(s, s.City.Office), s.City.Unit(StoryCity.Lead).Id, Aims]),
        Case.Of<AccreditationService>(nameof(AccreditationService.Submit), async s =>
        {
            await s.City.Evaluate((await s.Accreditation()).Id);
            return [.. await Of(s, s.City.Head(StoryCity.Lead)), new SubmitInput(StoryCity.Today, null, null)];
        }),
        Case.Of<AccreditationService>(nameof(AccreditationService.Decide), async s =>
            [.. await Of(s, s.City.Office, AccreditationStage.CityReview), new StageDecision(StageResult.Returned, StoryCity.Today, "问题较多。", StoryCity.Today.AddDays(30), null)]),
        Case.Of<AccreditationService>(nameof(AccreditationService.ReportRectified), async s =>
            [.. await Of(s, s.City.Head(StoryCity.Lead), AccreditationStage.CityReview, AccreditationState.Rectifying), "已整改。", null]),
        Case.Of<AccreditationService>(nameof(AccreditationService.Withdraw), async s => [.. await Of(s, s.City.Office), "区划调整。"]),
        Case.Of<AccreditationQueries>(nameof(AccreditationQueries.Matrix), async s =>
        {
            await s.Accreditation();
            return [s.City.Office, 1, 20];
        }),
        Case.Of<AccreditationQueries>(nameof(AccreditationQueries.One), async s => [s.City.Head(StoryCity.Lead), (await s.Accreditation()).Id]),
        Case.Of<AccreditationQueries>(nameof(AccreditationQueries.Form), s => TaskCases.Now(s.City.Office)),
        Case.Of<EvaluationService>(nameof(EvaluationService.State), async s => [s.City.Contact(StoryCity.Lead), (await s.Accreditation()).Id, 0, StoryAccreditations.Complete()]),
        Case.Of<EvaluationService>(nameof(EvaluationService.ReportVeto), async s => [s.City.Office, (await s.Accreditation()).Id, new VetoInput("1", StoryCity.Today, null, "来信", "组织入学考试。")]),
        Case.Of<EvaluationService>(nameof(EvaluationService.DecideVeto), async s =>
        {
            var veto = await s.Veto();
            return [s.City.Office, veto.Id, veto.Version, false, "查无实据。"];
        }),
        Case.Of<EvaluationQueries>(nameof(EvaluationQueries.One), async s => [s.City.Contact(StoryCity.Lead), (await s.Accreditation()).Id, null]),
        Case.Of<EvaluationQueries>(nameof(EvaluationQueries.Report), async s => [s.City.Contact(StoryCity.Lead), (await s.Accreditation()).Id]),
        Case.Of<ProblemService>(nameof(ProblemService.Find), async s =>
            [s.City.Office, (await s.Accreditation()).Id, new ProblemInput("班额超标。", null, s.City.Unit(StoryCity.Lead).Id, StoryCity.Today.AddDays(30), (await s.Task(StoryCity.Signed)).Id)]),
        Case.Of<ProblemService>(nameof(ProblemService.Rectify), async s => [.. await Of(s, s.City.Contact(StoryCity.Lead), ProblemState.Open), "已整改。"]),
        Case.Of<ProblemService>(nameof(ProblemService.Close), async s => [.. await Of(s, s.City.Office, ProblemState.Rectified), "属实。"]),
        Case.Of<ProblemService>(nameof(ProblemService.Reopen), async s => [.. await Of(s, s.City.Office, ProblemState.Rectified), "还差一间。", StoryCity.Today.AddDays(60)]),
        Case.Of<ProblemService>(nameof(ProblemService.Tie), async s => [.. await Of(s, s.City.Office, ProblemState.Open), (await s.Task(StoryCity.Signed)).Id]),
        Case.Of<ProblemGapService>(nameof(ProblemGapService.Join), async s => [.. await Of(s, s.City.Office, ProblemState.Open), (await s.GapOfProblem()).Number]),
        Case.Of<ProblemGapService>(nameof(ProblemGapService.Part), async s =>
        {
            var gap = await s.GapOfProblem();
            var problem = await s.Problem();
            await s.City.Get<ProblemGapService>().Join(s.City.Office, problem.Id, problem.Version, gap.Number, TestCity.Ct);
            return [s.City.Office, problem.Id, problem.Version, gap.Id];
        }),
        Case.Of<ProblemGapQueries>(nameof(ProblemGapQueries.OfProblem), async s => [s.City.Contact(StoryCity.Lead), (await s.Problem()).Id]),
        Case.Of<ProblemGapQueries>(nameof(ProblemGapQueries.OfGap), async s => [s.City.Contact(StoryCity.Lead), (await s.GapOfProblem()).Id]),
        Case.Of<ProblemQueries>(nameof(ProblemQueries.Page), async s =>
        {
            await s.Problem();
            return [s.City.Contact(StoryCity.Lead), new ProblemFilter(State: ProblemState.Open), 1, 20];
        }),
        Case.Of<ProblemQueries>(nameof(ProblemQueries.Counties), s => TaskCases.Now(s.City.Contact(StoryCity.Lead))),
        Case.Of<ProblemQueries>(nameof(ProblemQueries.One), async s => [s.City.Office, (await s.Problem()).Id]),
        Case.Of<ProblemQueries>(nameof(ProblemQueries.Form), async s => [s.City.Office, (await s.Accreditation()).Id]),
        Case.Of<ScheduleQueries>(nameof(ScheduleQueries.Of), async s => [s.City.Office, (await s.Plan()).Id]),
        Case.Of<ScheduleService>(nameof(ScheduleService.Take), async s => [s.City.Office, await Planned(s), new[] { new SchedulePick(0, null) }]),
    ];

    /// <summary>A plan whose text dates two counties.</summary>
    public static async Task<Guid> Planned(StoryCity story)
    {
        var plan = new Plan(story.City.Jurisdiction.Id, "测试市优质均衡发展实施方案", 2018, 2025);
        await story.City.Lay(db => db.AddRange(plan, new PlanVersion(plan, 1, "方案.txt", null, PlannedText)));
        return plan.Id;
    }

    public const string PlannedText = """
        测试市优质均衡发展实施方案
        一、总体目标
        到2020年底，芙蓉区完成县级自评、市级复核、省级评估任务；到2022年底，芙蓉区通过国家审核认定，天心区、岳麓区完成县级自评、市级复核、省级评估任务。
        """;

    private static async Task<object?[]> Of(StoryCity story, Actor actor, AccreditationStage stage = AccreditationStage.CountySelf, AccreditationState state = AccreditationState.UnderWay)
    {
        var round = await story.Accreditation(stage, state);
        return [actor, round.Id, round.Version];
    }

    private static async Task<object?[]> Of(StoryCity story, Actor actor, ProblemState state)
    {
        var problem = await story.Problem(state);
        return [actor, problem.Id, problem.Version];
    }
}
