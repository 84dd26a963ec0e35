using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>The school template, and a county's indicators as a workbook whose figures are formulas: anybody can reckon them again.</summary>
[Route("Schools")]
public sealed class SchoolsController(Acting acting, SchoolQueries schools, ExportService exports, IStringLocalizer l) : Controller
{
    [HttpGet("Template.xlsx")]
    [Authorize(Policy = Policies.Office)]
    public async Task<IActionResult> Template(CancellationToken ct)
    {
        Sending.Begin(HttpContext, l["学校数据模板"].Value + ".xlsx", SpreadsheetWriter.ContentType);

        // The headings stay as the import knows them, whatever language the page is read in.
        await SpreadsheetWriter.Write(Response.Body, new Sheet("学校数据", [.. SchoolColumns.All.Select(c => new SheetColumn(c.Name, 16))]), Sending.Rows([]), ct);
        return new EmptyResult();
    }

    [HttpGet("Workbook.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Workbook(int year, string county, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var shown = await schools.County(acting.Actor, year, county, ct);
        await exports.Note(acting.Actor, "导出学校指标", new Export(nameof(SchoolRecord), $"{year} {county}", "xlsx", shown.Indicators.Parts.Count), ct);
        Sending.Begin(HttpContext, $"{l["学校指标"].Value}-{county}-{year}.xlsx", SpreadsheetWriter.ContentType);
        await IndicatorWorkbook.Write(Response.Body, shown.Indicators, ct);
        return new EmptyResult();
    }
}
