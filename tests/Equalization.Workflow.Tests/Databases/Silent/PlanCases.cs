using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Coverage;
using Equalization.Workflow.Core.AnnualTasks.Editions;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Breakdowns;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Editions;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Plans.Breakdowns;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of taking plans in, correcting drafts and reading them. The draft's last measure has an unmatched lead unit.</summary>
public static class PlanCases
{
    private const string Document = "测试市校园建设方案（2018—2020年）\n一、主要措施\n1.扩建学校。2018年新建学校6所。（牵头单位：市教育局，配合单位：市财政局）\n";

    public static IEnumerable<Case> All =>
    [
        Case.Of<PlanQueries>(nameof(PlanQueries.List), s => TaskCases.Now(s.City.Office, 1, 20)),
        Case.Of<PlanQueries>(nameof(PlanQueries.Details), async s => [s.City.Office, (await s.Plan()).Id]),
        Case.Of<PlanQueries>(nameof(PlanQueries.Review), async s => [s.City.Office, (await s.Plan()).Id, (await s.DraftVersion()).Id], "draft"),
        Case.Of<PlanQueries>(nameof(PlanQueries.Review), async s => [s.City.Contact(StoryCity.Lead), (await s.Plan()).Id, null], "in force"),
        Case.Of<PlanQueries>(nameof(PlanQueries.Measure), async s => [s.City.Office, (await s.DraftMeasures())[0].Id]),
        Case.Of<PlanQueries>(nameof(PlanQueries.Choices), s => TaskCases.Now(s.City.Office)),
        Case.Of<CoverageQueries>(nameof(CoverageQueries.Of), async s => [s.City.Office, (await s.Plan()).Id]),
        Case.Of<BreakdownQueries>(nameof(BreakdownQueries.Head), async s => [s.City.Office, (await s.DraftVersion()).Id]),
        Case.Of<BreakdownQueries>(nameof(BreakdownQueries.After), async s => [s.City.Office, (await s.DraftVersion()).Id, BreakdownPart.Targets, 0]),
        Case.Of<BreakdownQueries>(nameof(BreakdownQueries.Last), async s => [s.City.Office, (await s.DraftVersion()).Id, 20]),
        Case.Of<BreakdownService>(nameof(BreakdownService.Bring), async s =>
        {
            var content = (await s.City.Book((await s.DraftVersion()).Id)).Csv();
            return [s.City.Office, (await s.DraftVersion()).Id, "表.csv", (Func<Stream>)(() => new MemoryStream(content))];
        }),
        Case.Of<BreakdownService>(nameof(BreakdownService.Preview), async s => [s.City.Office, await Returned(s), TableReading.Plain]),
        Case.Of<BreakdownService>(nameof(BreakdownService.Take), async s =>
        {
            var file = await Returned(s);
            return [s.City.Office, file, TableReading.Plain, (await s.City.Look(s.City.Office, file)).Mark, false];
        }),
        Case.Of<EditionQueries>(nameof(EditionQueries.Of), async s => [s.City.Office, (await s.DraftVersion()).Id]),
        OnMeasure<EditionService>(nameof(EditionService.Pair), (_, m) => [new PairInput(m.Id, m.Version, 1)]),
        OnMeasure<EditionService>(nameof(EditionService.Part), (_, m) => [m.Id, m.Version]),
        Case.Of<EditionTaskQueries>(nameof(EditionTaskQueries.Open), async s => [s.City.Office, (await s.Plan()).Id, (await s.DraftMeasures()).ConvertAll(m => m.OriginId)]),
        Case.Of<EditionTaskQueries>(nameof(EditionTaskQueries.Touched), async s => [s.City.Office, (await s.Plan()).Id]),
        Case.Of<EditionTaskQueries>(nameof(EditionTaskQueries.Proposal), async s => [s.City.Office, (await s.Task(StoryCity.Signed)).Id]),
        Case.Of<PlanService>(nameof(PlanService.Import), s => TaskCases.Now(s.City.Office, new ImportInput("新方案.txt", null, null), PlanReader.Read(Document)), "new plan"),
        Case.Of<PlanService>(nameof(PlanService.Import), async s =>
            [s.City.Office, new ImportInput("修订.txt", null, (await s.Plan()).Id), PlanReader.Read(Document)], "next version"),
        Case.Of<PlanService>(nameof(PlanService.Describe), async s =>
            [s.City.Office, new PlanInput((await s.Plan()).Id, (await s.Plan()).Version, "方案", "测政发〔2018〕1号", "市政府", StoryCity.Today, 2018, 2020)]),
        Case.Of<PlanService>(nameof(PlanService.Confirm), async s => [s.City.Office, (await s.DraftVersion()).Id, (await s.DraftVersion()).Version]),
        Case.Of<PlanService>(nameof(PlanService.Revise), async s => [s.City.Office, (await s.OtherPlan()).Id]),
        OnMeasure<MeasureService>(nameof(MeasureService.Reword), (_, m) => [new MeasureInput(m.Id, m.Version, "1", "扩充学位", "主要措施", "新建学校。")]),
        OnMeasure<MeasureService>(nameof(MeasureService.AcceptDoubt), (_, m) => [m.PlanVersionId, "请核对。"]),
        OnMeasure<MeasureService>(nameof(MeasureService.SetNoTaskReason), (_, m) => [m.Id, m.Version, "长期工作。"]),
        OnMeasure<MeasureService>(nameof(MeasureService.MergeWithNext), (_, m) => [m.Id, m.Version]),
        OnMeasure<MeasureService>(nameof(MeasureService.Split), (_, m) => [m.Id, m.Version, m.SourceStart + m.Title.Length + 1]),
        Case.Of<MeasureService>(nameof(MeasureService.AddFromSource), async s => [s.City.Office, new StretchInput((await s.DraftVersion()).Id, 2, 10)]),
        OnMeasure<MeasureService>(nameof(MeasureService.Delete), (_, m) => [m.Id, m.Version]),
        OnMeasure<MeasureUnitService>(nameof(MeasureUnitService.Add), (s, m) => [new AddUnitInput(m.Id, m.Version, s.City.Unit(StoryCity.Bystander).Id, DraftUnitRole.Cooperating)]),
        OnMeasure<MeasureUnitService>(nameof(MeasureUnitService.Remove), (_, m) => [UnitOf(m)]),
        OnMeasure<MeasureUnitService>(nameof(MeasureUnitService.ChangeRole), (_, m) => [UnitOf(m), DraftUnitRole.Responsible]),
        OnMeasure<MeasureUnitService>(nameof(MeasureUnitService.Move), (_, m) => [UnitOf(m), 1]),
        OnUnmatched(nameof(MeasureUnitService.Match), (s, m) => new MatchInput(m.Id, m.Version, LeadOf(m), s.City.Unit(StoryCity.Bystander).Id, false), "once"),
        OnUnmatched(nameof(MeasureUnitService.Match), (s, m) => new MatchInput(m.Id, m.Version, LeadOf(m), s.City.Unit(StoryCity.Lead).Id, true), "remembered"),
        OnUnmatched(nameof(MeasureUnitService.CreateUnit), (_, m) => new NewUnitInput(m.Id, m.Version, LeadOf(m), "市妇联", UnitKind.Department)),
        OnUnmatched(nameof(MeasureUnitService.CreateGroup), (s, m) => new NewGroupInput(m.Id, m.Version, LeadOf(m), "各相关单位", [s.City.Unit(StoryCity.Lead).Id])),
        OnMeasure<TargetService>(nameof(TargetService.Save), (_, m) => [Target(m, null)], "new") with { Taking = typeof(TargetInput) },
        OnMeasure<TargetService>(nameof(TargetService.Save), (_, m) => [Target(m, m.Targets[0].Id)], "again") with { Taking = typeof(TargetInput) },
        OnMeasure<TargetService>(nameof(TargetService.Remove), (_, m) => [m.Id, m.Version, m.Targets[0].Id]),
        OnMeasure<TargetService>(nameof(TargetService.Save), (_, m) => [Deadline(m, null)], "new deadline") with { Taking = typeof(DeadlineInput) },
        OnMeasure<TargetService>(nameof(TargetService.Save), (_, m) => [Deadline(m, m.Deadlines[0].Id)], "deadline again") with { Taking = typeof(DeadlineInput) },
        OnMeasure<TargetService>(nameof(TargetService.RemoveDeadline), (_, m) => [m.Id, m.Version, m.Deadlines[0].Id]),
    ];

    private static async Task<Guid> Returned(StoryCity s) => await s.City.Bring((await s.DraftVersion()).Id, (await s.City.Book((await s.DraftVersion()).Id)).Set("措施", 2, "措施", "扩充学位，改善条件"));

    private static Case OnMeasure<T>(string method, Func<StoryCity, Measure, object?[]> arguments, string note = "") =>
        Case.Of<T>(method, async s => [s.City.Office, .. arguments(s, (await s.DraftMeasures())[0])], note);

    private static Case OnUnmatched(string method, Func<StoryCity, Measure, object> input, string note = "") =>
        Case.Of<MeasureUnitService>(method, async s => [s.City.Office, input(s, (await s.DraftMeasures())[^1])], note);

    private static MeasureUnitInput UnitOf(Measure measure) => new(measure.Id, measure.Version, LeadOf(measure));

    private static Guid LeadOf(Measure measure) => measure.Leads.Single().Id;

    private static TargetInput Target(Measure measure, Guid? id) =>
        new(measure.Id, measure.Version, id, 2019, "消除大班额", "大班额比例", Comparator.AtMost, 5, null, "%", false, false, null);

    private static DeadlineInput Deadline(Measure measure, Guid? id) =>
        new(measure.Id, measure.Version, id, "2019年底", DeadlineKind.By, new DateOnly(2019, 12, 31), null);
}
