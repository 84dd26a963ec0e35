using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Instructions;

/// <summary>A leader writes an instruction on a task, mostly on a telephone.</summary>
[Authorize(Policy = Policies.Leader)]
public sealed class NewModel(InstructionQueries queries, InstructionService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public InstructionForm Form { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var instruction = await service.Give(Actor, Id, Input.OwnerUnitId, Input.Text, Input.AnswerDueOn, ct);
        this.Say(L["已作出批示，并通知承办单位。"]);
        return RedirectToPage("One", new { id = instruction });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Form = await queries.Form(Actor, Id, ct);

    public sealed class Written
    {
        public string? Text { get; set; }

        public Guid OwnerUnitId { get; set; }

        public DateOnly? AnswerDueOn { get; set; }
    }
}
