using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>Templates of the rosters: the headings the import looks for, and a sheet that says what each column is filled with.</summary>
[Route("Units/Rosters")]
public sealed class RostersController(IStringLocalizer l) : Controller
{
    [HttpGet("Template-{kind}.xlsx")]
    [Authorize(Policy = Policies.UnitList)]
    public async Task<IActionResult> Template(RosterKind kind, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var name = l[RosterWords.Of(kind)].Value;
        var columns = RosterColumns.Of(kind);
        Sending.Begin(HttpContext, l["导入模板：{0}", name].Value + ".xlsx", SpreadsheetWriter.ContentType);

        // The headings stay as the import knows them, whatever language the page is read in.
        await SpreadsheetWriter.WriteAll(
            Response.Body,
            [
                (new Sheet(name, [.. columns.Select(c => new SheetColumn(c.Name, 20))]), Sending.Rows([])),
                (new Sheet(l["填写说明"], [new(l["列"], 16), new(l["必填"], 8), new(l["怎样填写"], 60)]),
                    Sending.Rows(columns.Select(c => new SheetCell[] { c.Name, c.IsNeeded ? l["必填"].Value : "", l[RosterWords.HintOf(c.Name)].Value }))),
            ], ct);
        return new EmptyResult();
    }
}
