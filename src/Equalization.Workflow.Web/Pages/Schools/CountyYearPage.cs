using System.Globalization;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>A page about a county in a school year; both live in the address. What there is no data of falls back to the newest year and the largest county.</summary>
public abstract class CountyYearPage(CountyQueries queries) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? County { get; set; }

    public IReadOnlyList<CountyYear> Choices { get; private set; } = [];

    public IEnumerable<(string Value, string Text)> Years => Choices.Select(c => c.Year).Distinct().Select(y => (y.ToString(CultureInfo.InvariantCulture), SchoolYearOf(y)));

    public IEnumerable<(string Value, string Text)> Counties => Choices.Select(c => c.County).Distinct().Select(c => (c, c));

    protected CountyQueries Queries => queries;

    public static string SchoolYearOf(int year) => $"{year}—{year + 1}";

    public static string Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "—";

    public Task OnGet(CancellationToken ct) => Load(ct);

    /// <summary>The year and county that the address asks for; null while there are no schools at all.</summary>
    protected async Task<CountyYear?> Wished(CancellationToken ct)
    {
        Choices = await queries.Years(Actor, ct);
        return Choices.FirstOrDefault(c => (Year is null || c.Year == Year) && (string.IsNullOrEmpty(County) || c.County == County)) ?? Choices.FirstOrDefault();
    }
}
