using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Desks.Packs;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Infrastructure.Packs;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>Gives out a year's inspection pack, made while it is sent, and the drafts of the year's reports: nothing of it is kept on this machine.</summary>
[Route("Packs")]
public sealed class PacksController(
    Acting acting, PackQueries packs, SelfInspectionQueries selfInspections, MonitoringQueries monitoring, PeriodReportQueries periods, ExportService exports, PaperPress press, IFileStore files,
    TimeProvider clock) : Controller
{
    /// <summary>The zip; for whoever reads the whole jurisdiction.</summary>
    [HttpGet("{year:int}.zip")]
    [Authorize(Policy = Policies.Overview)]
    public async Task<IActionResult> Download(int year, CancellationToken ct)
    {
        var content = await packs.Load(acting.Actor, year, ct);
        if (content.Tasks.Count == 0)
        {
            return NotFound();
        }

        await exports.Note(acting.Actor, "导出迎检材料包", new Export(nameof(EvidenceVersion), $"{year}", "zip", content.Contents.Count()), ct);
        Sending.Begin(HttpContext, PackNames.Safe($"{content.Jurisdiction}-{year}-迎检材料包.zip"), InspectionPack.ContentType);
        await InspectionPack.Write(Response.Body, content, files, clock.UtcNow(), ct);
        return new EmptyResult();
    }

    /// <summary>The draft of the year's self-inspection report as a Word file, for the office to edit and sign.</summary>
    [HttpGet("{year:int}.docx")]
    [Authorize(Policy = Policies.Overview)]
    public async Task<IActionResult> SelfInspection(int year, CancellationToken ct) =>
        await Send("起草自查报告", $"{year}", await selfInspections.Draft(acting.Actor, year, ct), ct);

    /// <summary>The draft of the yearly monitoring report as a Word file.</summary>
    [HttpGet("{year:int}-monitoring.docx")]
    [Authorize(Policy = Policies.Overview)]
    public async Task<IActionResult> Monitoring(int year, CancellationToken ct) =>
        await Send("起草年度监测报告", $"{year}", await monitoring.Draft(acting.Actor, year, ct), ct);

    /// <summary>The draft of a month's, a quarter's or half a year's report as a Word file; the code is that of the reporting period.</summary>
    [HttpGet("periods/{code}.docx")]
    [Authorize(Policy = Policies.Overview)]
    public async Task<IActionResult> Period(string code, CancellationToken ct) => await Send("起草期间报告", code, await periods.Draft(acting.Actor, code, ct), ct);

    /// <summary>Rows: the reports that the draft quotes.</summary>
    private async Task<IActionResult> Send(string act, string of, PaperDocument draft, CancellationToken ct)
    {
        var quoted = draft.Annexes.SelectMany(a => a.Body).OfType<PaperTable>().Sum(t => t.Rows.Count);
        await exports.Note(acting.Actor, act, new Export(nameof(ProgressReport), of, "docx", quoted), ct);
        Response.Headers.CacheControl = "private, no-store";
        return File(press.Preview(draft), PaperPress.ContentType, PackNames.Safe($"{draft.Title}（草稿）.docx"));
    }
}
