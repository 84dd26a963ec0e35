using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Handovers;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Handovers;

/// <summary>Handovers that concern the person, the unit's for its head, all for whoever reads everything.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class IndexModel(HandoverQueries queries) : WorkPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<HandoverRow> Rows { get; private set; } = null!;

    public Guid OwnPost => Actor.MembershipId;

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Rows = await queries.Page(Actor, Math.Max(1, Number), PageSize, ct);
}
