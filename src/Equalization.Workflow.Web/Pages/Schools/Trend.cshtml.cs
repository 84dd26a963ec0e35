using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Equalization.Workflow.Web.Ui.Charts;
using Microsoft.AspNetCore.Authorization;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>A county's coefficients through the school years, each indicator with the limit that held, as pictures and as a table.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class TrendModel(CountyQueries queries) : CountyYearPage(queries)
{
    /// <summary>The earliest year first; empty while there are no schools at all.</summary>
    public IReadOnlyList<CountySummary> Shown { get; private set; } = [];

    public IEnumerable<Level> Levels => Core.Indicators.Levels.Judged.Where(l => Shown.Any(y => y.Of(l) is not null));

    /// <summary>The years that have schools of the level, each with its indicator by its place in the standard.</summary>
    public IEnumerable<(CountySummary Year, LevelSummary Level)> YearsOf(Level level) => Shown.Where(y => y.Of(level) is not null).Select(y => (y, y.Of(level)!));

    public static TrendPoint PointOf(CountySummary year, IndicatorSummary one) =>
        new($"{year.Year}", one.Coefficient, SchoolDigits.Of(one, least: 2), one.Verdict, (double)one.Limit);

    protected override async Task Load(CancellationToken ct) => Shown = await Wished(ct) is { } wished ? await Queries.Trend(Actor, wished.County, ct) : [];
}
