using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks.Editions;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>The office changes what was issued: each choice with what follows from it.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class ChangeModel(AmendmentQueries queries, AmendmentService service, EditionTaskQueries editions) : WorkPage
{
    public sealed class ChangeInput
    {
        public int Version { get; set; }

        public string? Reason { get; set; }

        public string? AwaitedBody { get; set; }

        public DateOnly? Since { get; set; }

        public DateOnly? NewDueOn { get; set; }

        public string? Title { get; set; }

        public string? Content { get; set; }

        public string? Criteria { get; set; }

        public Guid? UnitId { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Begin with what the plan's edition in force asks.</summary>
    [BindProperty(SupportsGet = true, Name = "edition")]
    public bool FollowsEdition { get; set; }

    [BindProperty]
    public ChangeInput Input { get; set; } = new();

    public AmendmentForm Form { get; private set; } = null!;

    /// <summary>Which form was sent, so that what was typed comes back in it.</summary>
    public string? Chosen { get; private set; }

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        if (FollowsEdition && await editions.Proposal(Actor, Id, ct) is { } proposal)
        {
            Begin(proposal);
        }
    }

    public Task<IActionResult> OnPostWithdraw(CancellationToken ct) =>
        Act("withdraw", () => service.Withdraw(Actor, Id, Input.Version, Input.Reason, ct), Texts.Mark("已撤回任务，并通知各单位。"), ct);

    public Task<IActionResult> OnPostHold(CancellationToken ct) =>
        Act("hold", () => service.Hold(Actor, Id, Input.Version, Input.Reason, Input.AwaitedBody, Input.Since ?? Actor.Day, ct), Texts.Mark("已中止任务，并通知各单位。"), ct);

    public Task<IActionResult> OnPostResume(CancellationToken ct) =>
        Act("resume", () => service.Resume(Actor, Id, Input.Version, Input.Reason, ct), Texts.Mark("已恢复任务，并通知各单位。"), ct);

    public Task<IActionResult> OnPostContent(CancellationToken ct) => Act(
        "content", () => service.AmendContent(Actor, Id, Input.Version, Input.Reason, Input.Title, Input.Content, Input.Criteria, ct), Texts.Mark("已修改任务内容，各单位须重新签收。"), ct);

    public Task<IActionResult> OnPostLead(CancellationToken ct) =>
        Act("lead", () => service.MoveLead(Actor, Id, Input.Version, Input.Reason, Input.UnitId, Input.NewDueOn, ct), Texts.Mark("已变更牵头单位，并通知各单位。"), ct);

    public Task<IActionResult> OnPostUndoExtension(CancellationToken ct) =>
        Act("extension", () => service.UndoExtension(Actor, Id, Input.Version, Input.Reason, ct), Texts.Mark("已更正，并通知各单位。"), ct);

    public Task<IActionResult> OnPostUndoWriteOff(CancellationToken ct) =>
        Act("write-off", () => service.UndoWriteOff(Actor, Id, Input.Version, Input.Reason, Input.NewDueOn ?? Actor.Day, ct), Texts.Mark("已更正，并通知各单位。"), ct);

    protected override async Task Load(CancellationToken ct) => Form = await queries.Form(Actor, Id, ct);

    /// <summary>Fills the form that the edition asks for; the office reads it and decides.</summary>
    private void Begin(EditionProposal proposal)
    {
        Chosen = proposal switch
        {
            { Gone: true } => "withdraw",
            { Reworded: true } => "content",
            { Lead: not null } => "lead",
            _ => null,
        };
        Input = new ChangeInput
        {
            Reason = proposal.Reason, Title = proposal.Text.Title, Content = proposal.Text.Content, Criteria = proposal.Text.Criteria, UnitId = proposal.Lead,
        };
    }

    private Task<IActionResult> Act(string chosen, Func<Task> act, string done, CancellationToken ct)
    {
        Chosen = chosen;
        return Try(async () =>
        {
            await act();
            this.Say(L[done]);
            return RedirectToPage("One", new { id = Id });
        }, ct);
    }
}
