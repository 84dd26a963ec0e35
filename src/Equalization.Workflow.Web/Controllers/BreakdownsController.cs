using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Breakdowns;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>The breakdown of a plan's version as a spreadsheet: measures, deadlines and targets, each a sheet, written while they are read. That of a draft may come back.</summary>
[Route("Plans/Versions/{versionId:guid}/Breakdown.xlsx")]
public sealed class BreakdownsController(Acting acting, BreakdownQueries breakdowns, ExportService exports, IStringLocalizer l) : Controller
{
    [HttpGet("")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Download(Guid versionId, CancellationToken ct)
    {
        var head = await breakdowns.Head(acting.Actor, versionId, ct);
        await exports.Note(acting.Actor, "导出任务分解表", new Export(nameof(PlanVersion), $"{versionId}", "xlsx", head.Measures), ct);
        Sending.Begin(HttpContext, $"{l["任务分解表"].Value}-{head.PlanTitle}-{head.Number}-{acting.Actor.Day:yyyyMMdd}.xlsx", SpreadsheetWriter.ContentType);
        var sheets = Enum.GetValues<BreakdownPart>()
            .Select(part => RoundSheets.Of(BreakdownTables.Of(part), breakdowns.All(acting.Actor, versionId, part, ct), head.MayComeBack, ct))
            .ToList();
        if (head.MayComeBack)
        {
            sheets.Add(RoundSheets.Notes(l, RoundWords.HintOf, BreakdownTables.Measures, BreakdownTables.Deadlines, BreakdownTables.Targets));
        }

        await SpreadsheetWriter.WriteAll(Response.Body, sheets, ct);
        return new EmptyResult();
    }
}
