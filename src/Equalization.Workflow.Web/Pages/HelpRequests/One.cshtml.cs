using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.HelpRequests;

/// <summary>A matter to coordinate, to be read and answered; the unit asked opens it here even where it has no part in the task.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(HelpQueries queries, HelpService help) : WorkPage
{
    public sealed class AnswerInput
    {
        public int Version { get; set; }

        public string? Answer { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public HelpView Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await help.Answer(Actor, Id, Input.Version, Input.Answer ?? "", ct);
        this.Say(L["已答复，并通知提出单位。"]);
        return RedirectToPage(new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.One(Actor, Id, ct);
}
