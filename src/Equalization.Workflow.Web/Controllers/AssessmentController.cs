using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Infrastructure.Packs;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>An assessment's files: the table that the person sees on the page, and a unit's sheet.</summary>
[Route("Assessments/{assessmentId:guid}")]
public sealed class AssessmentController(Acting acting, AssessmentQueries assessments, ExportService exports, PaperPress press, IStringLocalizer l) : Controller
{
    /// <summary>One row a unit.</summary>
    [HttpGet("Table.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Download(Guid assessmentId, CancellationToken ct)
    {
        var table = await assessments.Table(acting.Actor, assessmentId, ct);
        await exports.Note(acting.Actor, "导出考核表", new Export(nameof(Assessment), $"{assessmentId}", "xlsx", table.Totals.Count), ct);
        var rules = Enum.GetValues<AssessmentRule>();
        var frame = new Sheet(l["考核"], [new(l["单位"], 24), .. rules.Select(r => new SheetColumn(l[AssessmentWords.Of(r)], 12)), new(l["合计"], 12), new(l["待裁定异议"], 12)]);
        Sending.Begin(HttpContext, $"{l["{0} 年考核", table.Assessment.Year].Value}.xlsx", SpreadsheetWriter.ContentType);
        await SpreadsheetWriter.Write(Response.Body, frame, Sending.Rows(table.Totals.Select(total => (SheetCell[])
            [total.Unit, .. rules.Select(r => (SheetCell)total.ByRule.GetValueOrDefault(r)), total.Total, total.Contested])), ct);
        return new EmptyResult();
    }

    /// <summary>The same in the layout of official papers; the signed one hangs on the page once the result is sealed.</summary>
    [HttpGet("Table.docx")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Paper(Guid assessmentId, CancellationToken ct) =>
        await Send("导出考核结果", $"{assessmentId}", await assessments.TablePaper(acting.Actor, assessmentId, ct), ct);

    /// <summary>Every point of one unit with its derivation.</summary>
    [HttpGet("Units/{unitId:guid}/Sheet.docx")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> UnitSheet(Guid assessmentId, Guid unitId, CancellationToken ct) =>
        await Send("导出单位得分表", $"{assessmentId} {unitId}", await assessments.SheetPaper(acting.Actor, assessmentId, unitId, ct), ct);

    private async Task<IActionResult> Send(string act, string of, PaperDocument draft, CancellationToken ct)
    {
        await exports.Note(acting.Actor, act, new Export(nameof(Assessment), of, "docx", draft.Body.OfType<PaperTable>().FirstOrDefault()?.Rows.Count ?? 0), ct);
        Response.Headers.CacheControl = "private, no-store";
        return File(press.Preview(draft), PaperPress.ContentType, PackNames.Safe($"{draft.Title}.docx"));
    }
}
