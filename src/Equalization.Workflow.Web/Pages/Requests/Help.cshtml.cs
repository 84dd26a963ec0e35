using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Requests;

/// <summary>A unit with a part in the task asks the office or another unit for help.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class HelpModel(RequestQueries queries, RequestService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public RequestForm Form { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var request = await service.AskHelp(Actor, Id, Input.OwnerUnitId, Input.Text, Input.AnswerDueOn, ct);
        this.Say(L["已请求协助，并通知对方。"]);
        return RedirectToPage("One", new { id = request });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Form = await queries.Form(Actor, Id, ct);

    public sealed class Written
    {
        public Guid? OwnerUnitId { get; set; }

        public string? Text { get; set; }

        public DateOnly? AnswerDueOn { get; set; }
    }
}
