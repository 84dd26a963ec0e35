using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accreditations;

/// <summary>One county's round: its stages, how ready it is, what was done, and its other rounds.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(AccreditationQueries queries, AccreditationService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public AccreditationView Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostWithdraw(CancellationToken ct) => Try(async () =>
    {
        await service.Withdraw(Actor, Id, Input.Version, Input.Words, ct);
        this.Say(L["本轮认定已撤销，并通知该区县单位。"]);
        return RedirectToPage(new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.One(Actor, Id, ct);

    public sealed class Written
    {
        public int Version { get; set; }

        public string? Words { get; set; }
    }
}
