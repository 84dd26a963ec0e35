using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Papers;

/// <summary>One official paper as it reads, with its signatures and receipts; the unit it was served on signs for it here.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(PaperService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PaperView Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostSignFor(CancellationToken ct) => Try(async () =>
    {
        await service.SignFor(Actor, Id, ct);
        this.Say(L["已签收文书。"]);
        return RedirectToPage(new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await service.Open(Actor, Id, isTaken: false, ct);
}
