using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Equalization.Workflow.Web.Pages.Units;

/// <summary>The collective units and who stands behind each.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class GroupsModel(Acting acting, UnitQueries units) : PageModel
{
    public IReadOnlyList<GroupRow> Groups { get; private set; } = [];

    public bool MayEdit => UnitPermissions.MayEdit(acting.Actor, acting.Actor.JurisdictionId);

    public async Task OnGet(CancellationToken ct) => Groups = await units.Groups(acting.Actor, ct);
}
