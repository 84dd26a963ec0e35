using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Plans;

/// <summary>The list of plans, newest first; drafts are shown to those who read the whole jurisdiction.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(Acting acting, PlanQueries plans) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<PlanRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public bool MayWrite => PlanPermissions.MayWrite(acting.Actor, acting.Actor.JurisdictionId);

    public async Task OnGet(CancellationToken ct) =>
        (Rows, Total) = await plans.List(acting.Actor, Math.Max(1, Number), PageSize, ct);
}
