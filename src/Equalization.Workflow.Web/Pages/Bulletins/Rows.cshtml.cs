using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Bulletins;

/// <summary>The sealed rows behind a bulletin's figures, the seal recomputed while they are read.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class RowsModel(BulletinQueries queries) : WorkPage
{
    private const int PageSize = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid? UnitId { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public SealedRows Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Rows(Actor, Id, UnitId, Math.Max(1, Number), PageSize, ct);
}
