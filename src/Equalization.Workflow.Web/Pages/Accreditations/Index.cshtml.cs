using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accreditations;

/// <summary>Counties by stages: each county's newest round with its target days and what came of them.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(AccreditationQueries queries) : WorkPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<AccreditationRow> Shown { get; private set; } = null!;

    public bool IsOffice => Actor.Role == Role.Office;

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Matrix(Actor, Math.Max(1, Number), PageSize, ct);
}
