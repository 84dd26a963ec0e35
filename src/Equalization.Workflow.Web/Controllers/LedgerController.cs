using System.Runtime.CompilerServices;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.Pages.Tasks;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>The ledger as a spreadsheet: the tasks of the list, under the filter of its address, in the office's fourteen columns. Written line by line while it is read.</summary>
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
        await SpreadsheetWriter.Write(Response.Body, Frame(), Rows(filter, ct), ct);
        return new EmptyResult();
    }

    private Sheet Frame() => new(l["任务台账"],
    [
        new(l["编号"], 12), new(l["任务"], 36), new(l["措施"], 36), new(l["牵头单位"], 16), new(l["配合单位"], 24), new(l["年度目标"], 40), new(l["首次期限"], 13),
        new(l["现行期限"], 13), new(l["进度"], 9), new(l["亮灯"], 14), new(l["状态"], 11), new(l["延期次数"], 9), new(l["销账编号"], 14), new(l["备注"], 40),
    ]);

    private async IAsyncEnumerable<SheetCell[]> Rows(TaskFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        var comma = l["、"].Value;
        var words = Enum.GetValues<TaskState>().ToDictionary(s => s, s => l[Words.Of(s)].Value);
        await foreach (var line in ledger.All(acting.Actor, filter, ct))
        {
            yield return
            [
                line.Number, line.Title, line.Measure, line.LeadUnit, string.Join(comma, line.Cooperating), string.Join('\n', line.Targets), line.FirstDueOn,
                line.CurrentDueOn, SheetCell.Percent(line.Reported?.Value), Light(line), words[line.State], line.ExtensionCount, line.WriteOff, Remark(line),
            ];
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
