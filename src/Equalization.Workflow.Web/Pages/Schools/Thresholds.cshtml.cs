using System.Globalization;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui.Charts;
using Microsoft.AspNetCore.Authorization;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>Which share of a county's counted schools reaches each threshold in a school year, as a picture and as a table.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class ThresholdsModel(CountyQueries queries) : CountyYearPage(queries)
{
    /// <summary>Null while there are no schools at all.</summary>
    public CountySummary? Shown { get; private set; }

    public static string Percent(decimal? share) => share is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) + "%" : "—";

    /// <summary>One indicator as a bar of schools: those that reach the threshold, those above and below the floor, those without data.</summary>
    public static BarRow BarOf(IndicatorSummary one, string name) => new(
        name,
        $"{Percent(one.ReachedShare)} ({one.Reached}/{one.Counted})",
        [new(one.Reached, "reached"), new(one.AboveFloor, "near"), new(one.BelowFloor, "below"), new(one.Unknown, "unknown")]);

    protected override async Task Load(CancellationToken ct) => Shown = await Wished(ct) is { } wished ? await Queries.Summary(Actor, wished.Year, wished.County, ct) : null;
}
