using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>The extension of a task: asked by the lead unit, passed on by its head, decided by the office with the effect before its eyes.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class ExtensionModel(ExtensionQueries queries, ExtensionService extensions) : WorkPage
{
    /// <summary>What the page's forms post; each uses its own part of it.</summary>
    public sealed class ExtensionInput
    {
        public Guid RequestId { get; set; }

        public int Version { get; set; }

        public DateOnly? NewDueOn { get; set; }

        public string? Reason { get; set; }

        public string? ProgressSoFar { get; set; }

        public string? Measures { get; set; }

        public string? Decision { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ExtensionInput Input { get; set; } = new();

    public ExtensionPage Shown { get; private set; } = null!;

    /// <summary>The effect of the day in the form, once the asker wants to see it.</summary>
    public ExtensionEffect? Effect { get; private set; }

    public Task OnGet(CancellationToken ct) => Load(ct);

    /// <summary>Shows what the day in the form would do; stores nothing.</summary>
    public Task<IActionResult> OnPostPreview(CancellationToken ct) => Try(async () =>
    {
        await Load(ct);
        Effect = await queries.Effect(Actor, Id, Day(), ct);
        return Page();
    }, ct);

    public Task<IActionResult> OnPostAsk(CancellationToken ct) => Act(
        () => extensions.Ask(Actor, Id, Input.Version, new ExtensionAsk(Day(), Input.Reason, Input.ProgressSoFar, Input.Measures), ct),
        Texts.Mark("已提交延期申请。"), ct);

    public Task<IActionResult> OnPostPassOn(CancellationToken ct) => Act(
        () => extensions.HeadApprove(Actor, Input.RequestId, Input.Version, ct), Texts.Mark("已审签延期申请，报领导小组办公室决定。"), ct);

    public Task<IActionResult> OnPostSendBack(CancellationToken ct) => Act(
        () => extensions.HeadReturn(Actor, Input.RequestId, Input.Version, Input.Decision, ct), Texts.Mark("已退回延期申请。"), ct);

    public Task<IActionResult> OnPostGrant(CancellationToken ct) => Act(
        () => extensions.Grant(Actor, Input.RequestId, Input.Version, Day(), Input.Decision, ct), Texts.Mark("已同意延期，并通知各单位。"), ct);

    public Task<IActionResult> OnPostRefuse(CancellationToken ct) => Act(
        () => extensions.Refuse(Actor, Input.RequestId, Input.Version, Input.Decision, ct), Texts.Mark("已答复不同意延期，并通知该单位。"), ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.Page(Actor, Id, ct);
        Effect = Shown.Effect;
    }

    private DateOnly Day() => Input.NewDueOn ?? throw new RuleBroken("day-missing", "请填写新的期限。") { Field = "NewDueOn" };

    private Task<IActionResult> Act(Func<Task> act, string done, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(L[done]);
        return Redirect($"~/Tasks/{Id}");
    }, ct);
}
