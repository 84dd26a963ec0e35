using System.Globalization;
using System.Runtime.CompilerServices;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Deputies;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Handovers;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>The lists as spreadsheets, one click from each: the rows of the list under the filter of its address, all pages of them, read a page at a time while they are sent.</summary>
public sealed class ListsController(Acting acting, ExportService exports, IStringLocalizer l) : Controller
{
    private const int Batch = 200;

    [HttpGet("Plans/List.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public Task<IActionResult> Plans([FromServices] PlanQueries plans, CancellationToken ct) => Send(
        l["方案"], nameof(Plan), [new(l["方案名称"], 44), new(l["文号"], 20), new(l["发文单位"], 20), new(l["成文日期"], 13), new(l["起始年份"], 10), new(l["结束年份"], 10), new(l["状态"], 10), new(l["措施"], 8)],
        async page => { var (rows, total) = await plans.List(acting.Actor, page, Batch, ct); return new Paged<PlanRow>(rows, total, page, Batch); },
        r => [r.Title, r.DocumentNumber, r.Issuer, Day(r.IssuedOn), r.PeriodFrom, r.PeriodTo, l[PlanWords.Of(r.State)].Value, r.Measures], ct);

    [HttpGet("Units/List.xlsx")]
    [Authorize(Policy = Policies.SignedIn)]
    public Task<IActionResult> Units([FromServices] UnitQueries units, [FromQuery(Name = "q")] string? text, UnitKind? kind, bool ended, CancellationToken ct) => Send(
        l["单位"], nameof(Unit), [new(l["全称"], 30), new(l["简称"], 20), new(l["类别"], 14), new(l["上级单位"], 20), new(l["别名"], 30), new(l["在任人数"], 10), new(l["撤销日期"], 13)],
        page => units.Page(acting.Actor, text, kind, ended, page, Batch, ct),
        r => [r.Name, r.ShortName, l[UnitWords.Of(r.Kind)].Value, r.ParentName, string.Join(l["、"].Value, r.Aliases), r.People, Day(r.EndedOn)], ct);

    [HttpGet("Work/List.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Work([FromServices] WorkQueries work, CancellationToken ct)
    {
        var desk = await work.Load(acting.Actor, ct);
        return await Send(
            l["我的工作"], nameof(AnnualTask),
            [new(l["类别"], 14), new(l["编号"], 12), new(l["名称"], 40), new(l["要办的事"], 16), new(l["期限"], 13), new(l["剩余工作日"], 12), new(l["亮灯"], 10), new(l["说明"], 50)],
            page => Task.FromResult(new Paged<WorkItem>(page == 1 ? desk.Items : [], desk.Items.Count, page, Math.Max(1, desk.Items.Count))),
            i =>
            [
                l[Words.Of(i.Section)].Value, i.Number, i.Title, l[Words.Asked(i.Kind)].Value, i.DueOn, i.DaysLeft, i.Judgement is { } light ? l[Words.Of(light)].Value : null,
                i.Judgement is { } why && i.Note is null ? l[why.Reason, why.Arguments].Value : i.Note,
            ], ct);
    }

    [HttpGet("Supervision/List.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public Task<IActionResult> Supervision([FromServices] SupervisionQueries queries, string? show, CancellationToken ct)
    {
        var filter = Pages.Supervision.IndexModel.FilterOf(show, acting.Actor.ReadsAll(acting.Actor.JurisdictionId));
        return Send(
            l["督办"], nameof(EscalationStep),
            [new(l["编号"], 12), new(l["任务"], 36), new(l["单位"], 18), new(l["文书或事项"], 16), new(l["状态"], 12), new(l["文号"], 22), new(l["提出"], 13), new(l["答复期限"], 13), new(l["剩余工作日"], 12), new(l["事实"], 60)],
            page => queries.Page(acting.Actor, filter, page, Batch, ct),
            r =>
            [
                r.TaskNumber, r.TaskTitle, r.Unit, l[EscalationWords.Of(r.Rung)].Value, l[EscalationWords.Of(r.Rung, r.State)].Value, r.Number, ChinaTime.DayOf(r.ProposedAt),
                Day(r.AnswerDueOn), r.DaysLeft is { } left ? left : default(SheetCell), r.Facts,
            ], ct);
    }

    [HttpGet("Supervision/Proposals.xlsx")]
    [Authorize(Policy = Policies.Signers)]
    public Task<IActionResult> Proposals([FromServices] SupervisionQueries queries, Rung? rung, CancellationToken ct) => Send(
        l["督办建议待签"], nameof(EscalationStep), [new(l["编号"], 12), new(l["任务"], 36), new(l["单位"], 18), new(l["文书或事项"], 16), new(l["提出"], 13), new(l["事实"], 70)],
        page => queries.ToSign(acting.Actor, rung, page, Batch, ct),
        r => [r.TaskNumber, r.TaskTitle, r.Unit, l[EscalationWords.Of(r.Rung)].Value, ChinaTime.DayOf(r.ProposedAt), r.Facts], ct);

    [HttpGet("Bulletins/List.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public Task<IActionResult> Bulletins([FromServices] BulletinQueries queries, CancellationToken ct) => Send(
        l["通报"], nameof(Bulletin),
        [new(l["标题"], 44), new(l["文号"], 22), new(l["类别"], 14), new(l["状态"], 12), new(l["快照日期"], 13), new(l["核实期限"], 13), new(l["印发日期"], 13), new(l["条目"], 8), new(l["待核实"], 8)],
        page => queries.Page(acting.Actor, page, Batch, ct),
        r =>
        [
            r.Title, r.Number, l[BulletinWords.Of(r.Kind)].Value, l[BulletinWords.Of(r.State)].Value, r.SnapshotOn, Day(r.CheckDueOn),
            r.PublishedAt is { } at ? ChinaTime.DayOf(at) : default(SheetCell), r.Lines, r.Open,
        ], ct);

    [HttpGet("Instructions/List.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public Task<IActionResult> Instructions([FromServices] InstructionQueries queries, Guid? task, CancellationToken ct) => Send(
        l["领导批示"], nameof(Instruction),
        [new(l["编号"], 12), new(l["任务"], 36), new(l["单位"], 18), new(l["批示人"], 18), new(l["批示内容"], 60), new(l["答复期限"], 13), new(l["剩余工作日"], 12), new(l["状态"], 12)],
        page => queries.Page(acting.Actor, task, page, Batch, ct),
        r => [r.Number, r.Title, r.Unit, r.By, r.Text, r.AnswerDueOn, r.DaysLeft, l[InstructionWords.Of(r.State)].Value], ct);

    [HttpGet("Ledgers/List.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public Task<IActionResult> Gaps([FromServices] GapQueries queries, [FromQuery] Pages.Ledgers.GapChoice choice, CancellationToken ct) => Send(
        l["差距台账"], nameof(LedgerEntry),
        [
            new(l["编号"], 14), new(l["区县"], 14), new(l["学校"], 30), new(l["差距"], 30), new(l["来源"], 12), new(l["学年"], 12), new(l["发现时"], 12), new(l["标准"], 12), new(l["最新数据"], 24),
            new(l["问题描述"], 40), new(l["一校一策"], 50), new(l["责任人"], 20), new(l["期限"], 13), new(l["任务"], 8), new(l["状态"], 16),
        ],
        page => queries.Page(acting.Actor, choice.Filter(), page, Batch, ct),
        r =>
        [
            r.Number, r.County, r.School, LedgerWords.Title(l, r), l[LedgerWords.Of(r.Source)].Value, $"{r.YearFound}—{r.YearFound + 1}", LedgerWords.Value(r.Kind, r.ValueFound, r.Bound),
            LedgerWords.Bound(r.Kind, r.Bound), r.LatestYear is { } year ? $"{year}—{year + 1} {LedgerWords.Value(r.Kind, r.LatestValue, r.Bound)} {l[LedgerWords.OfGap(r.LatestVerdict)].Value}" : null,
            r.Text, r.Measure, r.Responsible, Day(r.TermOn), r.Tasks, l[r.Ground is { } ground ? LedgerWords.Of(ground) : LedgerWords.Of(r.State)].Value,
        ], ct);

    [HttpGet("Requests/List.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public Task<IActionResult> Requests([FromServices] RequestQueries queries, RequestKind? kind, CancellationToken ct) => Send(
        l["协助与争议"], nameof(UnitRequest),
        [new(l["编号"], 12), new(l["任务"], 36), new(l["事项"], 12), new(l["提出单位"], 18), new(l["被请求的单位"], 18), new(l["内容"], 60), new(l["答复期限"], 13), new(l["剩余工作日"], 12), new(l["状态"], 22)],
        page => queries.Page(acting.Actor, kind, page, Batch, ct),
        r =>
        [
            r.Number, r.Title, l[RequestWords.Of(r.Kind)].Value, r.Asking, r.Owner ?? l["领导小组办公室"].Value, r.Text, r.AnswerDueOn,
            r.State == RequestState.Open ? r.DaysLeft : default(SheetCell), l[RequestWords.Of(r)].Value,
        ], ct);

    [HttpGet("Recurrences/List.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public Task<IActionResult> Recurrences([FromServices] RecurrenceQueries queries, CancellationToken ct) => Send(
        l["周期任务"], nameof(Recurrence),
        [new(l["任务"], 40), new(l["牵头单位"], 18), new(l["周期"], 12), new(l["下一期"], 13), new(l["最后一期不晚于"], 16), new(l["已下达期数"], 12), new(l["最近一期"], 14)],
        page => queries.Page(acting.Actor, page, Batch, ct),
        r => [r.Title, r.LeadUnit, l[TaskWords.Of(r.Cycle)].Value, r.NextOn is { } next ? next : l["已停止"].Value, r.LastOn, r.Issued, r.LastNumber], ct);

    [HttpGet("LookBacks/List.xlsx")]
    [Authorize(Policy = Policies.Overview)]
    public Task<IActionResult> LookBacks([FromServices] LookBackQueries queries, CancellationToken ct) => Send(
        l["回头看"], nameof(LookBack),
        [
            new(l["销账编号"], 16), new(l["编号"], 12), new(l["任务"], 36), new(l["牵头单位"], 18), new(l["销账日期"], 13), new(l["状态"], 14), new(l["复核期限"], 13), new(l["剩余工作日"], 12),
            new(l["复核人"], 24),
        ],
        page => queries.List(acting.Actor, page, Batch, ct),
        r =>
        [
            r.WriteOffNumber, r.TaskNumber, r.TaskTitle, r.Lead, r.WrittenOffOn, l[LookBackWords.Of(r.State)].Value, r.DueOn, r.DaysLeft is { } left ? left : default(SheetCell), r.CheckedBy,
        ], ct);

    [HttpGet("Handovers/List.xlsx")]
    [Authorize(Policy = Policies.SignedIn)]
    public Task<IActionResult> Handovers([FromServices] HandoverQueries queries, CancellationToken ct) => Send(
        l["岗位交接"], nameof(Handover), [new(l["单位"], 24), new(l["移交人"], 14), new(l["接任人"], 14), new(l["事项"], 8), new(l["状态"], 24), new(l["发起时间"], 13)],
        page => queries.Page(acting.Actor, page, Batch, ct),
        r => [r.UnitName, r.FromName, r.ToName, r.Items, l[HandoverWords.Of(r.State)].Value, ChinaTime.DayOf(r.OpenedAt)], ct);

    [HttpGet("Deputies/List.xlsx")]
    [Authorize(Policy = Policies.SignedIn)]
    public Task<IActionResult> Deputies([FromServices] DeputyQueries queries, CancellationToken ct) => Send(
        l["代理（AB岗）"], nameof(Deputy),
        [new(l["代理人"], 14), new(l["被代理人"], 14), new(l["单位"], 24), new(l["岗位"], 14), new(l["开始日期"], 13), new(l["结束日期"], 13), new(l["代理事由"], 36), new(l["设置人"], 24), new(l["状态"], 12)],
        page => queries.Page(acting.Actor, page, Batch, ct),
        r => [r.DeputyName, r.HolderName, r.UnitName, r.Post, r.FromOn, r.ToOn, r.Reason, r.SetBy, l[DeputyWords.Of(r, acting.Actor.Day)].Value], ct);

    [HttpGet("Accreditations/List.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public Task<IActionResult> Accreditations([FromServices] AccreditationQueries queries, CancellationToken ct) => Send(
        l["优质均衡认定"], nameof(Accreditation),
        [
            new(l["区县"], 16), new(l["轮次"], 8), new(l["状态"], 16),
            .. AccreditationStages.All.SelectMany(s => new SheetColumn[] { new(l[AccreditationWords.Of(s)], 16), new(l["{0}目标日期", l[AccreditationWords.Of(s)]], 16), new(l["{0}通过日期", l[AccreditationWords.Of(s)]], 16) }),
            new(l["未销号问题"], 12),
        ],
        page => queries.Matrix(acting.Actor, page, Batch, ct),
        r => [r.County, r.Round, l[AccreditationWords.Of(r.State)].Value, .. r.Cells.SelectMany(Stage), r.OpenProblems], ct);

    [HttpGet("Accreditations/Problems/List.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public Task<IActionResult> Problems([FromServices] ProblemQueries queries, Guid? county, AccreditationStage? stage, ProblemState? state, CancellationToken ct) => Send(
        l["问题台账"], nameof(AccreditationProblem),
        [
            new(l["序号"], 8), new(l["问题"], 50), new(l["学校"], 24), new(l["区县"], 14), new(l["发现阶段"], 14), new(l["责任单位"], 18), new(l["整改期限"], 13), new(l["剩余工作日"], 12),
            new(l["状态"], 20), new(l["年度任务"], 14),
        ],
        page => queries.Page(acting.Actor, new ProblemFilter(county, stage, state), page, Batch, ct),
        r =>
        [
            r.Number, r.Text, r.School, r.County, l[AccreditationWords.Of(r.Stage)].Value, r.Unit, r.DueOn, r.DaysLeft is { } left ? left : default(SheetCell),
            l[AccreditationWords.Of(r.State)].Value, r.Task,
        ], ct);

    private static SheetCell Day(DateOnly? day) => day is { } value ? value : default(SheetCell);

    private IEnumerable<SheetCell> Stage(StageCell cell) => [l[AccreditationWords.Of(cell.Standing)].Value, Day(cell.TargetOn), Day(cell.PassedOn)];

    /// <summary>The first page is read before the trail is written: it asks the right to read, and counts.</summary>
    private async Task<IActionResult> Send<T>(string name, string kind, IReadOnlyList<SheetColumn> columns, Func<int, Task<Paged<T>>> pageOf, Func<T, SheetCell[]> cells, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var first = await pageOf(1);
        await exports.Note(acting.Actor, "导出列表", new Export(kind, Request.Path + Request.QueryString, "xlsx", first.Total), ct);
        Sending.Begin(HttpContext, $"{name}-{acting.Actor.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.xlsx", SpreadsheetWriter.ContentType);
        await SpreadsheetWriter.Write(Response.Body, new Sheet(name, columns), Rows(first, pageOf, cells, ct), ct);
        return new EmptyResult();
    }

    private static async IAsyncEnumerable<SheetCell[]> Rows<T>(Paged<T> first, Func<int, Task<Paged<T>>> pageOf, Func<T, SheetCell[]> cells, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var page = first; ; page = await pageOf(page.Page + 1))
        {
            ct.ThrowIfCancellationRequested();
            foreach (var row in page.Rows)
            {
                yield return cells(row);
            }

            if (page.Page >= page.Pages)
            {
                yield break;
            }
        }
    }
}
