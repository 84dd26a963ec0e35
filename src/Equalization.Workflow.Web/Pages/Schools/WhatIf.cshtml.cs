using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Indicators.WhatIfs;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>
/// 测算: other amounts of one indicator at some schools, and what the schools and the county would be with them. Keeps nothing. From here a search for the least transfers or
/// additions is asked for, which a job makes; a plan that was found can be laid in and changed.
/// </summary>
[Authorize(Policy = Policies.Ledger)]
[RequestFormLimits(ValueCountLimit = 10_000)]
public sealed class WhatIfModel(CountyQueries counties, SchoolQueries queries, RebalancingService service, RebalancingQueries plans) : CountyYearPage(counties)
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public Level Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Indicator { get; set; } = 2;

    [BindProperty(SupportsGet = true, Name = Address.Page)]
    public int PageNumber { get; set; } = 1;

    /// <summary>A search's plan to begin with.</summary>
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? PlanId { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Null while there are no schools at all.</summary>
    public CountySchools? Shown { get; private set; }

    public WhatIfAnswer? Answer { get; private set; }

    public IndicatorRule Rule => Shown!.Indicators.Standard.Indicators.First(i => i.Number == Indicator);

    public RebalancingTopic Topic => new(Shown!.Year, Shown.County, Level, Indicator);

    public bool MayAsk => RebalancingPermissions.MayAsk(Actor, Actor.JurisdictionId);

    public IReadOnlyList<SchoolPart> Parts { get; private set; } = [];

    /// <summary>The schools of the page shown; what was typed for the others goes along unseen.</summary>
    public Paged<SchoolPart> Listed => new([.. Parts.Skip((PageNumber - 1) * Size).Take(Size)], Parts.Count, PageNumber, Size);

    public IEnumerable<Guid> Elsewhere => Parts.Where((_, at) => at / Size != PageNumber - 1).Select(p => Shown!.Schools[p.School.Code].Id);

    /// <summary>The coefficient asked for, and others that the changes moved too (a mixed school's shared rooms count at both levels).</summary>
    public IEnumerable<WhatIfCoefficient> Coefficients =>
        Answer!.Coefficients.Where(c => (c.Indicator == Indicator && c.Level == Level) || c.Before != c.After);

    public static string Number(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "—";

    public static string Exact(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await LoadShown(ct);
        Answer = WhatIf.Of(Shown!.Indicators).Answer(Changed());
        return Page();
    }, ct);

    public Task<IActionResult> OnPostAsk(CancellationToken ct) => Try(async () =>
    {
        Permission.Require(MayAsk);
        await LoadShown(ct);
        var id = await service.Ask(Actor, Topic, Terms(), ct);
        return RedirectToPage("/Schools/Rebalancings/One", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        var wished = await Wished(ct);
        Shown = wished is null ? null : await queries.County(Actor, wished.Year, wished.County, ct);
        Level = Levels.Judged.Contains(Level) ? Level : Level.Primary;
        Indicator = Shown is null || Shown.Indicators.Standard.Indicators.Any(i => i.Number == Indicator) ? Indicator : Shown.Indicators.Standard.Indicators[0].Number;
        Parts = Shown is null ? [] : [.. Shown.Indicators.Counted(Level)];
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Parts.Count + Size - 1) / Size));
        if (Shown is not null && PlanId is { } plan && HttpMethods.IsGet(Request.Method))
        {
            await LayIn(plan, ct);
        }
    }

    private async Task LoadShown(CancellationToken ct)
    {
        await Load(ct);
        if (Shown is null)
        {
            throw new RuleBroken("no-schools", "还没有学校数据，不能测算。请先由领导小组办公室导入学校数据。");
        }
    }

    /// <summary>Not where the plan is one for other figures than those shown: of another indicator, or from before a correction.</summary>
    private async Task LayIn(Guid plan, CancellationToken ct)
    {
        var search = await plans.One(Actor, plan, ct);
        if (search.IsStale || search.Topic != Topic)
        {
            return;
        }

        var moves = await plans.Moves(Actor, plan, 1, Rebalancing.MostMoves, ct);
        var known = Shown!.Schools;
        var figures = RebalancedFigures.Of(Shown.Indicators, Topic, moves.Rows.Where(m => known.ContainsKey(m.To.Code) && (m.From is null || known.ContainsKey(m.From.Code))));
        Input.Amounts = figures.ToDictionary(f => known[f.Code].Id, f => IndicatorAmounts.Of(f, Indicator, Level));
        Answer = WhatIf.Of(Shown.Indicators).Answer(figures);
    }

    private RebalancingTerms Terms()
    {
        var schools = Shown!.Schools.Values;
        return new()
        {
            MayGive = Input.MayGive, Keeps = Input.Keeps, Extra = Input.Extra, WithinGroups = Input.WithinGroups, Step = Input.Step ?? Typed.UsualStep(Indicator),
            Fixed = [.. schools.Where(s => Input.Fixed.Contains(s.Id)).Select(s => s.Code)],
            Groups = schools.Where(s => !string.IsNullOrWhiteSpace(Input.Groups.GetValueOrDefault(s.Id))).ToDictionary(s => s.Code, s => Input.Groups[s.Id]!.Trim()),
        };
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

        public int Extra { get; set; }

        /// <summary>What is added at a time; empty for what is usual.</summary>
        public decimal? Step { get; set; }

        /// <summary>A room of 100 ㎡, ten thousand 元, one multimedia room.</summary>
        public static decimal UsualStep(int indicator) => indicator switch
        {
            4 or 5 => 100,
            6 => 10_000,
            _ => 1,
        };
    }
}
