using Equalization.Workflow.Core.Handovers;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Handovers;

/// <summary>A handover's list, confirmed by both sides, refused by the successor, decided by the office.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class HandoverModel(HandoverQueries queries, HandoverService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public HandoverView View { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostGive(CancellationToken ct) => Do(() => service.Give(Actor, Id, Input.Version, ct), L["已确认移交。"], ct);

    public Task<IActionResult> OnPostTake(CancellationToken ct) => Do(() => service.Take(Actor, Id, Input.Version, ct), L["已确认接收。"], ct);

    public Task<IActionResult> OnPostRefuse(CancellationToken ct) =>
        Do(() => service.Refuse(Actor, Id, Input.Version, Input.Reason, ct), L["已报领导小组办公室裁定。"], ct);

    public Task<IActionResult> OnPostDecide(bool goesOver, CancellationToken ct) =>
        Do(() => service.Decide(Actor, Id, Input.Version, goesOver, Input.Reason, ct), L["已裁定，并通知双方。"], ct);

    protected override async Task Load(CancellationToken ct) => View = await queries.View(Actor, Id, ct);

    private Task<IActionResult> Do(Func<Task> act, string said, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(said);
        return RedirectToPage("/Handovers/Handover", new { id = Id });
    }, ct);

    public sealed class Typed
    {
        public int Version { get; set; }

        public string? Reason { get; set; }
    }
}
