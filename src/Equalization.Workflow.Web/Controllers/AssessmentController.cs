using System.Runtime.CompilerServices;
using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>An assessment's table as a spreadsheet: the rows that the person sees on the page, one a unit.</summary>
[Route("Assessments/{assessmentId:guid}/Table.xlsx")]
public sealed class AssessmentController(Acting acting, AssessmentQueries assessments, IStringLocalizer l) : Controller
{
    [HttpGet("")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Download(Guid assessmentId, CancellationToken ct)
    {
        var table = await assessments.Table(acting.Actor, assessmentId, ct);
        LedgerController.LetZipWrite(HttpContext);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{l["{0} 年考核", table.Assessment.Year].Value}.xlsx");
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "private, no-store";
        Response.ContentType = SpreadsheetWriter.ContentType;
        var rules = Enum.GetValues<AssessmentRule>();
        var frame = new Sheet(l["考核"], [new(l["单位"], 24), .. rules.Select(r => new SheetColumn(l[AssessmentWords.Of(r)], 12)), new(l["合计"], 12), new(l["待裁定异议"], 12)]);
        await SpreadsheetWriter.Write(Response.Body, frame, Rows(table, rules), ct);
        return new EmptyResult();
    }

    private static async IAsyncEnumerable<SheetCell[]> Rows(AssessmentTable table, AssessmentRule[] rules, [EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var total in table.Totals)
        {
            ct.ThrowIfCancellationRequested();
            yield return [total.Unit, .. rules.Select(r => (SheetCell)total.ByRule.GetValueOrDefault(r)), total.Total, total.Contested];
        }

        await Task.CompletedTask;
    }
}
