using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accountabilities;

/// <summary>The cases on whose list the reader stands, newest first; for everybody else the page is empty.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(AccountabilityQueries queries) : WorkPage
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<CaseRow> Cases { get; private set; } = null!;

    public bool MayOpen => AccountabilityPermissions.MayOpen(Actor);

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Cases = await queries.Page(Actor, Math.Max(1, Number), PageSize, ct);
}
