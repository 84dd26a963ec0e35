using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Units;

/// <summary>The units of the jurisdiction, for everybody who is signed in.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(Acting acting, UnitQueries units) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public UnitKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<UnitRow> Units { get; private set; } = null!;

    public bool MayEdit => UnitPermissions.MayEdit(acting.Actor, acting.Actor.JurisdictionId);

    public async Task OnGet(CancellationToken ct) =>
        Units = await units.Page(acting.Actor, Text, Kind, Ended, Math.Max(1, Number), PageSize, ct);
}
