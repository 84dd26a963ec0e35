using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>The school template, a county's indicators as a workbook whose figures are formulas, so that anybody can reckon them again, and a plan's list of moves.</summary>
[Route("Schools")]
public sealed class SchoolsController(Acting acting, SchoolQueries schools, RebalancingQueries rebalancings, ExportService exports, IStringLocalizer l) : Controller
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

    [HttpGet("Rebalancings/{id:guid}/Moves.xlsx")]
    [Authorize(Policy = Policies.Ledger)]
    public async Task<IActionResult> Moves(Guid id, CancellationToken ct)
    {
        var search = await rebalancings.One(acting.Actor, id, ct);
        var moves = await rebalancings.Moves(acting.Actor, id, 1, Rebalancing.MostMoves, ct);
        var name = search.Topic.MovesTeachers ? l["调配清单"].Value : l["增加清单"].Value;
        await exports.Note(acting.Actor, "导出均衡方案清单", new Export(nameof(RebalancingMove), $"{search.Topic.Year} {search.Topic.County}", "xlsx", moves.Total), ct);
        Sending.Begin(HttpContext, $"{name}-{search.Topic.County}-{search.Topic.Year}.xlsx", SpreadsheetWriter.ContentType);
        SheetColumn[] from = search.Topic.MovesTeachers ? [new(l["调出学校"], 30), new(l["调出学校代码"], 16)] : [];
        await SpreadsheetWriter.Write(
            Response.Body,
            new Sheet(name, [.. from, new(l["调入学校"], 30), new(l["调入学校代码"], 16), new(search.Topic.MovesTeachers ? l["教师数"] : l["增加数量（{0}）", l[WhatIfWords.UnitOf(search.Topic.Indicator)]], 14)]),
            Sending.Rows(moves.Rows.Select(m => new SheetCell[] { m.To.Name, m.To.Code, m.Amount }).Zip(moves.Rows, (cells, m) => m.From is { } source ? [source.Name, source.Code, .. cells] : cells)),
            ct);
        return new EmptyResult();
    }
}
