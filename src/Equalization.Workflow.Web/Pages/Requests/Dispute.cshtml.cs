using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Requests;

/// <summary>A unit that has signed for the task holds that the duty is not its own.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class DisputeModel(RequestQueries queries, RequestService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public RequestForm Form { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var request = await service.RaiseDispute(Actor, Id, Input.Text, ct);
        this.Say(L["已提出职责争议，并通知领导小组办公室。"]);
        return RedirectToPage("One", new { id = request });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Form = await queries.Form(Actor, Id, ct);

    public sealed class Written
    {
        public string? Text { get; set; }
    }
}
