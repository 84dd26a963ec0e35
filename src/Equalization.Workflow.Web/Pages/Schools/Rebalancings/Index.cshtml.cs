using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Schools.Rebalancings;

/// <summary>The searches for least transfers and additions that were asked for, newest first.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(RebalancingQueries queries) : WorkPage
{
    private const int Size = 30;

    [BindProperty(SupportsGet = true, Name = Address.Page)]
    public int PageNumber { get; set; } = 1;

    public Paged<RebalancingRow> Rows { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Rows = await queries.List(Actor, Math.Max(1, PageNumber), Size, ct);
}
