using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Bulletins;

/// <summary>Bulletins, newest first: all for the office, for a unit what is published to it and what it has to check.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(BulletinQueries queries) : WorkPage
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<BulletinRow> Bulletins { get; private set; } = null!;

    public bool IsOffice => Actor.IsOffice(Actor.JurisdictionId);

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Bulletins = await queries.Page(Actor, Math.Max(1, Number), PageSize, ct);
}
