using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Indicators.Transfers;
using Equalization.Workflow.Core.Indicators.WhatIfs;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.Controllers;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>测算: other amounts of one indicator at some schools, and what the schools and the county would be with them; for teachers also the least transfers. Keeps nothing.</summary>
[Authorize(Policy = Policies.Ledger)]
[RequestFormLimits(ValueCountLimit = 10_000)]
public sealed class WhatIfModel(SchoolQueries queries, ExportService exports) : WorkPage
{
    /// <summary>More moves than this are no plan that a county would carry out, and make the search long.</summary>
    private const int MostExtraMoves = 200;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? County { get; set; }

    [BindProperty(SupportsGet = true)]
    public Level Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Indicator { get; set; } = 2;

    [BindProperty]
    public Typed Input { get; set; } = new();

    public IReadOnlyList<CountyYear> Choices { get; private set; } = [];

    /// <summary>Null while there are no schools at all.</summary>
    public CountySchools? Shown { get; private set; }

    public WhatIfAnswer? Answer { get; private set; }

    public TransferPlan? Plan { get; private set; }

    public IndicatorRule Rule => Shown!.Indicators.Standard.Indicators.First(i => i.Number == Indicator);

    public bool MovesTeachers => CountyTransfers.CountsTeachers(Indicator);

    public IReadOnlyList<SchoolPart> Parts => [.. Shown!.Indicators.Counted(Level)];

    /// <summary>The coefficient asked for, and others that the changes moved too (a mixed school's shared rooms count at both levels).</summary>
    public IEnumerable<WhatIfCoefficient> Coefficients =>
        Answer!.Coefficients.Where(c => (c.Indicator == Indicator && c.Level == Level) || c.Before != c.After);

    public static string Number(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "—";

    public static string Exact(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await LoadShown(ct);
        Answer = WhatIf.Of(Shown!.Indicators).Answer(Changed());
        return Page();
    }, ct);

    public Task<IActionResult> OnPostSolve(CancellationToken ct) => Try(async () =>
    {
        await LoadShown(ct);
        Plan = Solved(ct);
        Answer = WhatIf.Of(Shown!.Indicators).Answer(CountyTransfers.Applied(Shown.Indicators, Indicator, Level, Plan.Shifts));
        Input.Amounts = Answer.Parts.Where(p => p.Level == Level).ToDictionary(p => Shown.Schools[p.Code].Id, p => IndicatorAmounts.Of(p.After!.School, Indicator, Level));
        return Page();
    }, ct);

    public Task<IActionResult> OnPostSheet(CancellationToken ct) => Try(async () =>
    {
        await LoadShown(ct);
        var plan = Solved(ct);
        await exports.Note(Actor, "导出调配清单", new Export(nameof(SchoolRecord), $"{Shown!.Year} {Shown.County}", "xlsx", plan.Moves.Count), ct);
        Sending.Begin(HttpContext, $"{L["调配清单"].Value}-{Shown.County}-{Shown.Year}.xlsx", SpreadsheetWriter.ContentType);
        await SpreadsheetWriter.Write(
            Response.Body,
            new Sheet(L["调配清单"], [new(L["调出学校"], 30), new(L["调出学校代码"], 16), new(L["调入学校"], 30), new(L["调入学校代码"], 16), new(L["教师数"], 10)]),
            Sending.Rows(plan.Moves.Select(m => new SheetCell[] { Shown.Schools[m.From].Name, m.From, Shown.Schools[m.To].Name, m.To, m.Units })),
            ct);
        return new EmptyResult();
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Choices = await queries.Years(Actor, ct);
        var wished = Choices.FirstOrDefault(c => (Year is null || c.Year == Year) && (string.IsNullOrEmpty(County) || c.County == County)) ?? Choices.FirstOrDefault();
        Shown = wished is null ? null : await queries.County(Actor, wished.Year, wished.County, ct);
        Level = Levels.Judged.Contains(Level) ? Level : Level.Primary;
        Indicator = Shown is null || Shown.Indicators.Standard.Indicators.Any(i => i.Number == Indicator) ? Indicator : Shown.Indicators.Standard.Indicators[0].Number;
    }

    private async Task LoadShown(CancellationToken ct)
    {
        await Load(ct);
        if (Shown is null)
        {
            throw new RuleBroken("no-schools", "还没有学校数据，不能测算。请先由领导小组办公室导入学校数据。");
        }
    }

    private TransferPlan Solved(CancellationToken ct)
    {
        if (Input.ExtraMoves > MostExtraMoves)
        {
            throw new RuleBroken("extra-moves", "最多可以多调 {0} 人。请填写较小的人数。", MostExtraMoves) { Field = nameof(Input.ExtraMoves) };
        }

        var schools = Shown!.Schools.Values;
        var limits = TeacherLimits.Of(Input.MayGive, Input.Keeps) with
        {
            Fixed = schools.Where(s => Input.Fixed.Contains(s.Id)).Select(s => s.Code).ToHashSet(),
            Groups = schools.Where(s => !string.IsNullOrWhiteSpace(Input.Groups.GetValueOrDefault(s.Id))).ToDictionary(s => s.Code, s => Input.Groups[s.Id]!.Trim()),
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        stop.CancelAfter(Longest);
        try
        {
            return TransferSolver.Solve(
                CountyTransfers.Of(Shown.Indicators, Indicator, Level, limits),
                new TransferTerms(Shown.Indicators.Standard.Limit(Level)) { ExtraMoves = Input.ExtraMoves, WithinGroups = Input.WithinGroups, Stop = stop.Token });
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new RuleBroken("solve-long", "测算超过 {0} 秒，已停止。请减少可以多调的人数后再测算。", (int)Longest.TotalSeconds) { Field = nameof(Input.ExtraMoves) };
        }
    }

    private List<SchoolFigures> Changed() =>
    [
        .. from part in Parts
           let amount = Input.Amounts.GetValueOrDefault(Shown!.Schools[part.School.Code].Id)
           where amount is not null && amount != IndicatorAmounts.Of(part.School, Indicator, Level)
           select IndicatorAmounts.With(part.School, Indicator, Level, amount.Value),
    ];

    public sealed class Typed
    {
        /// <summary>By school; an empty one leaves the school as it is.</summary>
        public Dictionary<Guid, decimal?> Amounts { get; set; } = [];

        /// <summary>Schools that neither give nor receive.</summary>
        public List<Guid> Fixed { get; set; } = [];

        /// <summary>A school's group of neighbours, in the person's own words.</summary>
        public Dictionary<Guid, string?> Groups { get; set; } = [];

        public bool WithinGroups { get; set; }

        /// <summary>Percent of a school's teachers that may leave it.</summary>
        public int MayGive { get; set; } = 20;

        public int Keeps { get; set; } = 1;

        public int ExtraMoves { get; set; }
    }
}
