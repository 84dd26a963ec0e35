using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Instructions;

/// <summary>One instruction with its answers: the unit answers here, the leader reads, asks again or takes it back.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(InstructionQueries queries, InstructionService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public InstructionView Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostAnswer(CancellationToken ct) => Act(() => service.Answer(Actor, Id, Input.Version, Input.Answer, ct), L["已答复，并通知作出批示的领导。"], ct);

    public Task<IActionResult> OnPostClose(CancellationToken ct) => Act(() => service.Close(Actor, Id, Input.Version, Input.Words, ct), L["已阅，批示办结。"], ct);

    public Task<IActionResult> OnPostAgain(CancellationToken ct) =>
        Act(() => service.AskAgain(Actor, Id, Input.Version, Input.Words, Input.AnswerDueOn, ct), L["已要求继续办理，并通知承办单位。"], ct);

    public Task<IActionResult> OnPostWithdraw(CancellationToken ct) => Act(() => service.Withdraw(Actor, Id, Input.Version, Input.Words, ct), L["批示已撤销，并通知承办单位。"], ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.One(Actor, Id, ct);

    private Task<IActionResult> Act(Func<Task> act, string says, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(says);
        return RedirectToPage(new { Id });
    }, ct);

    public sealed class Written
    {
        public int Version { get; set; }

        public string? Answer { get; set; }

        public string? Words { get; set; }

        public DateOnly? AnswerDueOn { get; set; }
    }
}
