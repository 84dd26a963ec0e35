using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Requests;

/// <summary>One request: answered by whoever was asked, decided by the office, closed or withdrawn by the unit that asked.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(RequestQueries queries, RequestService service) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public RequestView Shown { get; private set; } = null!;

    public bool MayChange => Actor.Role == Role.Office;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostAnswer(CancellationToken ct) => Act(() => service.Answer(Actor, Id, Input.Version, Input.Answer, ct), L["已答复，并通知提出单位。"], ct);

    public Task<IActionResult> OnPostDecide(CancellationToken ct) => Act(
        () => service.Decide(Actor, Id, Input.Version, new DisputeDecision(Input.Outcome, Input.Reason, Input.Change, Input.NewUnitId, Input.Clock), ct),
        L["已裁定职责争议，并通知提出单位。"], ct);

    public Task<IActionResult> OnPostClose(CancellationToken ct) => Act(() => service.Close(Actor, Id, Input.Version, Input.Words, ct), L["协助请求已办结，并通知对方。"], ct);

    public Task<IActionResult> OnPostWithdraw(CancellationToken ct) => Act(() => service.Withdraw(Actor, Id, Input.Version, Input.Words, ct), L["已撤回，并通知对方。"], ct);

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

        public DisputeOutcome Outcome { get; set; }

        public string? Reason { get; set; }

        public string? Change { get; set; }

        public Guid? NewUnitId { get; set; }

        public RequestClock Clock { get; set; }

        public string? Words { get; set; }
    }
}
