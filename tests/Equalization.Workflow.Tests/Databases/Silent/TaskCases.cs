using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Batches;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Desks.Packs;
using Equalization.Workflow.Core.Desks.Returns;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Desks;
using Equalization.Workflow.Tests.Plans.Breakdowns;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of issuing, signing, lists, desks, the audit and the sweep.</summary>
public static class TaskCases
{
    private static readonly DateOnly NextDue = new(2019, 12, 31);

    public static IEnumerable<Case> All =>
    [
        Case.Of<ActorQueries>(nameof(ActorQueries.Find), s => Now(s.City.Office.PersonId, null, StoryCity.Today)),
        Case.Of<IssueQueries>(nameof(IssueQueries.Preview), async s => [s.City.Office, (await s.Plan()).Id, 2019]),
        Case.Of<IssueService>(nameof(IssueService.Issue), async s =>
        {
            var tasks = await s.Task(StoryCity.Counties);
            var row = new IssueRow(tasks.MeasureId, NextDue, null, [IssueService.DefaultEvidence]);
            return [s.City.Office, new IssueInput(tasks.PlanId, NextDue.Year, [row])];
        }),
        Case.Of<SignForService>(nameof(SignForService.SignFor), s => OnPart(s, s.City.Contact(StoryCity.Lead), StoryCity.Issued)),
        Case.Of<SignForService>(nameof(SignForService.Decline), s => OnPart(s, s.City.Contact(StoryCity.Lead), StoryCity.Issued, "职责不符。")),
        Case.Of<SignForService>(nameof(SignForService.DecideDecline), s => OnPart(s, s.City.Office, StoryCity.Declined, true, "同意。"), "released"),
        Case.Of<SignForService>(nameof(SignForService.DecideDecline), s => OnPart(s, s.City.Office, StoryCity.Declined, false, "按职责分工办理。"), "upheld"),
        Case.Of<SignForService>(nameof(SignForService.HandOn), s => OnPart(s, s.City.Head(StoryCity.Lead), StoryCity.Signed, s.City.Contact(StoryCity.Lead).PersonId)),
        Case.Of<BatchService>(nameof(BatchService.Run), s => Batch(s.City.Contact(StoryCity.Lead), BatchAct.SignFor, s.Part(StoryCity.Issued, StoryCity.Lead), p => (p.Id, p.Version)), "parts"),
        Case.Of<BatchService>(nameof(BatchService.Run), s => Batch(s.City.Head(StoryCity.Lead), BatchAct.ApproveReport, s.Report(StoryCity.Reported, StoryCity.Lead), r => (r.Id, r.Version)), "reports"),
        Case.Of<BatchService>(nameof(BatchService.Run), s => Batch(s.City.Office, BatchAct.GrantExtension, s.Extension(StoryCity.ExtensionAtOffice), e => (e.Id, e.Version)), "extensions"),
        Case.Of<BatchService>(nameof(BatchService.Run), s => Batch(s.City.Office, BatchAct.AcceptCompletion, s.Completion(StoryCity.CompletionAtOffice), c => (c.Id, c.Version)), "completions"),
        Case.Of<BatchService>(nameof(BatchService.LeaveWord), s => Task.FromResult<object?[]>([s.City.Office, Array.Empty<BatchResult>()])),
        Case.Of<BatchService>(nameof(BatchService.Run), s => Batch(s.City.Office, BatchAct.Urge, s.Task(StoryCity.Late), t => (t.Id, t.Version)), "urges"),
        Case.Of<TaskQueries>(nameof(TaskQueries.Page), s => Now(s.City.Office, new TaskFilter(), 1, 50), "all"),
        Case.Of<TaskQueries>(nameof(TaskQueries.Page), async s => [s.City.Office, await Narrow(s), 1, 50], "narrowed"),
        Case.Of<TaskQueries>(nameof(TaskQueries.Page), s => Now(s.City.Contact(StoryCity.Cooperating), new TaskFilter { DueWithin = 300, Order = TaskOrder.Number }, 1, 5), "a unit's"),
        Case.Of<TaskQueries>(nameof(TaskQueries.Page), s => Now(s.City.Leader, new TaskFilter { Overdue = true, Order = TaskOrder.Measure }, 1, 5), "overdue"),
        Case.Of<TaskFilterQueries>(nameof(TaskFilterQueries.Load), s => Now(s.City.Office)),
        Case.Of<WorkQueries>(nameof(WorkQueries.Load), s => Now(s.City.Office), "office"),
        Case.Of<WorkQueries>(nameof(WorkQueries.Load), s => Now(s.City.Contact(StoryCity.Lead)), "contact"),
        Case.Of<WorkQueries>(nameof(WorkQueries.Load), s => Now(s.City.Head(StoryCity.Lead)), "unit head"),
        Case.Of<WorkQueries>(nameof(WorkQueries.Load), s => Now(s.City.Leader), "leader"),
        Case.Of<WorkQueries>(nameof(WorkQueries.LoadWhole), s => Now(s.City.Contact(StoryCity.Lead), WorkSection.ToSign)),
        Case.Of<BoardQueries>(nameof(BoardQueries.Load), s => Now(s.City.Office)),
        Case.Of<LedgerQueries>(nameof(LedgerQueries.After), s => Now(s.City.Office, new TaskFilter { IncludeClosed = true }, "")),
        Case.Of<PackQueries>(nameof(PackQueries.Years), s => Now(s.City.Office)),
        Case.Of<PackQueries>(nameof(PackQueries.Load), s => Now(s.City.Office, 2018)),
        Case.Of<MonitoringQueries>(nameof(MonitoringQueries.Draft), s => Now(s.City.Office, 2018)),
        Case.Of<PeriodReportQueries>(nameof(PeriodReportQueries.Draft), s => Now(s.City.Office, "2018Q1")),
        Case.Of<SelfInspectionQueries>(nameof(SelfInspectionQueries.Draft), s => Now(s.City.Office, 2018)),
        Case.Of<LeaderQueries>(nameof(LeaderQueries.Load), s => Now(s.City.Leader)),
        Case.Of<SweepService>(nameof(SweepService.Run), s =>
        {
            // Half a year on, so that every task is judged anew and told of.
            s.City.Clock.SetDay(new DateOnly(2019, 1, 2));
            return Now();
        }),
        Case.Of<LedgerReturnQueries>(nameof(LedgerReturnQueries.Last), s => Now(s.City.Office, 20)),
        Case.Of<LedgerReturnService>(nameof(LedgerReturnService.Bring), s => Now(s.City.Office, "表.csv", (Func<Stream>)(() => new MemoryStream("任务,校验码\n"u8.ToArray())))),
        Case.Of<LedgerReturnService>(nameof(LedgerReturnService.Preview), async s => [s.City.Office, await s.City.Bring(await s.City.LedgerBook()), TableReading.Plain]),
        Case.Of<LedgerReturnService>(nameof(LedgerReturnService.Take), async s =>
        {
            var file = await s.City.Bring((await s.City.LedgerBook()).Set("任务台账", 2, "办公室备注", "下周调度。"));
            return [s.City.Office, file, TableReading.Plain, (await s.City.LookAtLedger(file)).Mark, false];
        }),
        Case.Of<LedgerQueries>(nameof(LedgerQueries.Count), s => Now(s.City.Contact(StoryCity.Lead), new TaskFilter { Text = "已" })),
        Case.Of<ExportService>(nameof(ExportService.Note), s => Now(s.City.Office, "导出任务台账", new Export("AnnualTask", "?year=2018", "xlsx", 13L))),
        Case.Of<AuditQueries>(nameof(AuditQueries.Page), s => Now(s.City.Auditor, AuditSource.People, "签收任务", "联络员", 1, 50)),
        Case.Of<AuditQueries>(nameof(AuditQueries.Chains), _ => Now()),
        Case.Of<AuditQueries>(nameof(AuditQueries.Verify), s => Now(s.City.Jurisdiction.Id)),
    ];

    internal static Task<object?[]> Now(params object?[] arguments) => Task.FromResult(arguments);

    private static async Task<object?[]> OnPart(StoryCity story, Actor actor, string title, params object?[] rest)
    {
        var part = await story.Part(title, StoryCity.Lead);
        return [actor, part.Id, part.Version, .. rest];
    }

    private static async Task<object?[]> Batch<T>(Actor actor, BatchAct act, Task<T> row, Func<T, (Guid Id, int Version)> pick)
    {
        var (id, version) = pick(await row);
        return [actor, new BatchOrder(act, [new BatchPick(id, version)], "请抓紧办理。")];
    }

    private static async Task<TaskFilter> Narrow(StoryCity story) => new()
    {
        Year = 2018, PlanId = (await story.Plan()).Id, MeasureId = (await story.Task(StoryCity.Late)).MeasureId, UnitId = story.City.Unit(StoryCity.Lead).Id,
        LeadOnly = true, Text = "逾期", Light = Light.Red, Silent = false, IncludeClosed = true,
    };
}
