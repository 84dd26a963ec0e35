using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Equalization.Workflow.Web.Ui.Charts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>The counties of a school year beside each other at one level: one indicator as a picture, all as a table. In the counties' own order: it ranks nobody.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class ComparisonModel(CountyQueries queries) : CountyYearPage(queries)
{
    [BindProperty(SupportsGet = true)]
    public Level Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Indicator { get; set; } = 1;

    /// <summary>The counties that have schools of the level.</summary>
    public IReadOnlyList<(CountySummary County, LevelSummary Level)> Shown { get; private set; } = [];

    /// <summary>Null while there are no schools at all.</summary>
    public int? ShownYear { get; private set; }

    public IEnumerable<IndicatorSummary> Indicators => Shown.Select(s => s.Level).MaxBy(l => l.Indicators.Count)?.Indicators ?? [];

    public IReadOnlyList<BarRow> Bars => [.. Shown.Select(s => (s.County, One: s.Level.Indicators.FirstOrDefault(i => i.Rule.Number == Indicator))).Where(s => s.One is not null).Select(s => BarOf(s.County, s.One!))];

    public double Most => Shown.SelectMany(s => s.Level.Indicators).Where(i => i.Rule.Number == Indicator).Select(i => i.Coefficient ?? 0).Append((double)(Limit ?? 0)).Max() * 1.05;

    /// <summary>The limit, where one holds for all counties of the year; they share their jurisdiction's standard.</summary>
    public decimal? Limit => Shown.Count == 0 ? null : Shown[0].County.Standard.Limit(Level);

    protected override async Task Load(CancellationToken ct)
    {
        Level = Levels.Judged.Contains(Level) ? Level : Level.Primary;
        if (await Wished(ct) is { } wished)
        {
            ShownYear = wished.Year;
            Shown = [.. (await Queries.Comparison(Actor, wished.Year, ct)).Where(c => c.Of(Level) is not null).Select(c => (c, c.Of(Level)!))];
            Indicator = Indicators.Any(i => i.Rule.Number == Indicator) ? Indicator : 1;
        }
    }

    private static BarRow BarOf(CountySummary county, IndicatorSummary one) =>
        new(county.County, $"{SchoolWords.SignOf(one.Verdict)} {SchoolDigits.Of(one)}", [new(one.Coefficient ?? 0, one.Verdict == Verdict.Fail ? "below" : "value")]);
}
