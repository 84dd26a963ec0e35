using Equalization.Workflow.Core.Deputies;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Deputies;

/// <summary>Sets a deputy for a post: one's own, or for whoever keeps units and people anybody's.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class SetModel(DeputyQueries queries, DeputyService service) : WorkPage
{
    private const int UsualDays = 6;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public DeputyDesk Desk { get; private set; } = null!;

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        Input.FromOn = Actor.Day;
        Input.ToOn = Actor.Day.AddDays(UsualDays);
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await service.Set(Actor, new DeputyInput(Id, Input.PersonId, Input.FromOn, Input.ToOn, Input.Reason), ct);
        this.Say(L["已设置代理人，并通知两人。"]);
        return RedirectToPage("/Deputies/Index");
    }, ct);

    protected override async Task Load(CancellationToken ct) => Desk = await queries.Desk(Actor, Id, ct);

    public sealed class Typed
    {
        public Guid PersonId { get; set; }

        public DateOnly FromOn { get; set; }

        public DateOnly ToOn { get; set; }

        public string? Reason { get; set; }
    }
}
