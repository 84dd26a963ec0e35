using System.Runtime.CompilerServices;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Notes;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Desks.Returns;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.Pages.Tasks;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>The ledger as a spreadsheet: the tasks of the list, under the filter of its address, in the office's fourteen columns; the office's own also carries its remarks and may come back. Written line by line while it is read.</summary>
[Route("Tasks/Ledger.xlsx")]
public sealed class LedgerController(Acting acting, LedgerQueries ledger, ExportService exports, IStringLocalizer l) : Controller
{
    /// <summary>Whoever may open the list; it holds what that person sees there.</summary>
    [HttpGet("")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Download([FromQuery] TaskListChoice choice, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var filter = choice.Filter();
        await exports.Note(
            acting.Actor, "导出任务台账", new Export(nameof(AnnualTask), Request.QueryString.Value ?? "", "xlsx", await ledger.Count(acting.Actor, filter, ct)), ct);
        Sending.Begin(HttpContext, $"{l["任务台账"].Value}-{acting.Actor.Day:yyyyMMdd}.xlsx", SpreadsheetWriter.ContentType);
        if (TaskNotePermissions.MayWrite(acting.Actor, acting.Actor.JurisdictionId))
        {
            await SpreadsheetWriter.WriteAll(
                Response.Body,
                [RoundSheets.Of(LedgerTable.Round, Rows(filter, ct), mayComeBack: true, ct), RoundSheets.Notes(l, RoundWords.HintOf, LedgerTable.Round)], ct);
        }
        else
        {
            await SpreadsheetWriter.Write(Response.Body, Frame(), Cells(filter, ct), ct);
        }

        return new EmptyResult();
    }

    /// <summary>For whoever reads the ledger but keeps no remarks: the office's columns without these, under headings in the reader's language.</summary>
    private Sheet Frame() => new(l["任务台账"], [.. Shown.Select(c => new SheetColumn(l[RoundWords.OfColumn(c.Name)], c.Width))]);

    private static IEnumerable<RoundColumn> Shown => LedgerTable.Round.Columns.Where(c => c.Name != LedgerTable.Note);

    private async IAsyncEnumerable<SheetCell[]> Cells(TaskFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in Rows(filter, ct))
        {
            yield return [.. RoundSheets.Cells(LedgerTable.Round, row).Take(row.Cells.Count - 1)];
        }
    }

    private async IAsyncEnumerable<RoundRow> Rows(TaskFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        var words = Enum.GetValues<TaskState>().ToDictionary(s => s, s => l[Words.Of(s)].Value);
        await foreach (var line in ledger.All(acting.Actor, filter, ct))
        {
            yield return LedgerTable.Row(line, Light(line), words[line.State], Remark(line));
        }
    }

    private string Light(LedgerLine line) =>
        l[Words.Of(line.Judgement)] + (line.Judgement.Silent ? $"（{l["未反馈"]}）" : "");

    private string Remark(LedgerLine line)
    {
        var reason = l[line.Judgement.Reason, line.Judgement.Arguments].Value;
        return line.ReturnCount > 0 ? $"{reason}\n{l["退回 {0} 次", line.ReturnCount]}" : reason;
    }
}
