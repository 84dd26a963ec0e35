using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools;

/// <summary>One county in one school year: a page of its schools by indicators, the county's coefficients, and what asks for an explanation.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(CountyQueries queries) : CountyYearPage(queries)
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public SchoolChoice Show { get; set; }

    [BindProperty(SupportsGet = true, Name = Address.Page)]
    public int PageNumber { get; set; } = 1;

    /// <summary>Null while there are no schools at all.</summary>
    public CountyPage? Shown { get; private set; }

    public bool IsOffice => Actor.Role == Role.Office;

    protected override async Task Load(CancellationToken ct) => Shown = await Wished(ct) is { } wished
        ? await Queries.Page(Actor, wished.Year, wished.County, Show, Math.Max(1, PageNumber), Size, ct)
        : null;
}
