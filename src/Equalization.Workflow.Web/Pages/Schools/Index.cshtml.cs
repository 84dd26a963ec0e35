using System.Globalization;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>One county in one school year: schools by indicators, the county's coefficients, and what asks for an explanation. Year and county live in the address.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(SchoolQueries queries) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? County { get; set; }

    public IReadOnlyList<CountyYear> Choices { get; private set; } = [];

    /// <summary>Null while there are no schools at all.</summary>
    public CountySchools? Shown { get; private set; }

    public bool IsOffice => Actor.Role == Role.Office;

    public IEnumerable<(string Value, string Text)> Years => Choices.Select(c => c.Year).Distinct().Select(y => (y.ToString(CultureInfo.InvariantCulture), $"{y}—{y + 1}"));

    public IEnumerable<(string Value, string Text)> Counties => Choices.Select(c => c.County).Distinct().Select(c => (c, c));

    public static string Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "—";

    public static string Coefficient(CountyCoefficient one) => SchoolDigits.OfCoefficient(one.Coefficient?.Value, one.Limit, one.Verdict);

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct)
    {
        Choices = await queries.Years(Actor, ct);
        var wished = Choices.FirstOrDefault(c => (Year is null || c.Year == Year) && (string.IsNullOrEmpty(County) || c.County == County)) ?? Choices.FirstOrDefault();
        Shown = wished is null ? null : await queries.County(Actor, wished.Year, wished.County, ct);
    }
}
