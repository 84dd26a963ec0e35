using Equalization.Workflow.Core.Handovers;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Handovers;

/// <summary>Begins a handover: chooses the successor, and the list is made.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class NewModel(HandoverQueries queries, HandoverService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public HandoverDesk Desk { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var id = await service.Open(Actor, Id, Input.ToPostId, ct);
        this.Say(L["已列出交接清单，并通知双方确认。"]);
        return RedirectToPage("/Handovers/Handover", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Desk = await queries.Desk(Actor, Id, ct);

    public sealed class Typed
    {
        public Guid ToPostId { get; set; }
    }
}
