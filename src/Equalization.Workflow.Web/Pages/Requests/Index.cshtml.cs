using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Requests;

/// <summary>All units' requests the person sees, open ones first.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(RequestQueries queries) : WorkPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public RequestKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<RequestRow> Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Page(Actor, Kind, Math.Max(1, Number), PageSize, ct);
}
