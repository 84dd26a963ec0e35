using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Infrastructure.Packs;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>A bulletin's tables as a spreadsheet: its items and the units' outcomes, each a sheet, with what the person sees on the page.</summary>
[Route("Bulletins/{bulletinId:guid}/Tables.xlsx")]
public sealed class BulletinsController(Acting acting, BulletinQueries bulletins, ExportService exports, IStringLocalizer l) : Controller
{
    [HttpGet("")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Tables(Guid bulletinId, CancellationToken ct)
    {
        var shown = await bulletins.One(acting.Actor, bulletinId, ct);
        await exports.Note(acting.Actor, "导出通报表格", new Export(nameof(Bulletin), $"{bulletinId}", "xlsx", shown.Lines.Count + shown.Units.Count), ct);
        Sending.Begin(HttpContext, PackNames.Safe($"{shown.Bulletin.Number}{shown.Bulletin.Title}.xlsx"), SpreadsheetWriter.ContentType);
        await SpreadsheetWriter.WriteAll(Response.Body, [Items(shown), Units(shown)], ct);
        return new EmptyResult();
    }

    private (Sheet, IAsyncEnumerable<SheetCell[]>) Items(BulletinView shown) => (
        new Sheet(l[shown.Bulletin.Kind == BulletinKind.Criticism ? "滞后事项" : "按期完成事项"],
        [
            new(l["序号"], 7), new(l["编号"], 12), new(l["任务"], 40), new(l["牵头单位"], 18), new(l["单位"], 18), new(l["首次期限"], 13), new(l["现行期限"], 13), new(l["销账日期"], 13),
            new(l["逾期工作日"], 11), new(l["进度"], 9), new(l["序时进度"], 10), new(l["情况"], 34), new(l["更正"], 34), new(l["快照页-行"], 11),
        ]),
        Sending.Rows(shown.Lines.Select(row => (SheetCell[])
        [
            row.Line.Position, row.Line.TaskNumber, row.Line.TaskTitle, row.LeadUnit, row.Unit, row.Line.FirstDueOn, row.Line.DueOn, row.Line.DoneOn is { } done ? done : default(SheetCell), row.Line.LateDays,
            SheetCell.Percent(row.Line.Reported), SheetCell.Percent(row.Line.Expected), l[row.Finding.Format, row.Finding.Arguments].Value, Correction(row.Line),
            $"{row.Line.SnapshotPage}-{row.Line.SnapshotRow}",
        ])));

    private string? Correction(BulletinLine line) => line switch
    {
        { DroppedAt: not null } => l["已移出"].Value,
        { Answer: ObjectionAnswer.Struck } => l["已删去"].Value,
        { Answer: ObjectionAnswer.Corrected } => line.AnswerText,
        _ => null,
    };

    private (Sheet, IAsyncEnumerable<SheetCell[]>) Units(BulletinView shown)
    {
        var ranked = shown.Bulletin.WithRanking;
        return (
            new Sheet(l["各单位任务完成情况"],
            [
                new(l["单位"], 24), new(l["任务"], 9), new(l["按期完成"], 11), new(l["逾期完成"], 11), new(l["逾期未完成"], 12), new(l["进度滞后"], 11),
                .. ranked ? new SheetColumn[] { new(l["同类"], 24), new(l["位次"], 8) } : [],
            ]),
            Sending.Rows(shown.Units.Select(row => (SheetCell[])
            [
                row.Unit, row.Outcome.Parts, row.Outcome.DoneInTime, row.Outcome.DoneLate, row.Outcome.Overdue, row.Outcome.Behind,
                .. ranked ? new SheetCell[] { l[row.Group].Value, row.Outcome.Rank is { } place ? place : default(SheetCell) } : [],
            ])));
    }
}
