using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>The office's review: facts and criteria against evidence; accepted and written off, or returned with a reason and a new day.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class ReviewModel(CompletionQueries queries, CompletionService completions, TieQueries ties) : WorkPage
{
    public sealed class ReviewInput
    {
        public Guid RequestId { get; set; }

        public int Version { get; set; }

        public string? Opinion { get; set; }

        public string? Reason { get; set; }

        public DateOnly? NewDueOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    public CompletionPage Shown { get; private set; } = null!;

    /// <summary>The gaps the task is to close: whether their numbers moved.</summary>
    public IReadOnlyList<TiedGap> Gaps { get; private set; } = [];

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostAccept(CancellationToken ct) => Try(async () =>
    {
        var number = await completions.Accept(Actor, Input.RequestId, Input.Version, Input.Opinion, ct);
        this.Say(L["已审核通过，销账编号 {0}。", number]);
        return Redirect($"~/Tasks/{Id}");
    }, ct);

    public Task<IActionResult> OnPostReturn(CancellationToken ct) => Try(async () =>
    {
        var day = Input.NewDueOn ?? throw new RuleBroken("day-missing", "请填写新的期限。") { Field = "NewDueOn" };
        await completions.Return(Actor, Input.RequestId, Input.Version, Input.Reason, day, ct);
        this.Say(L["已退回办结申请，并通知该单位。"]);
        return Redirect($"~/Tasks/{Id}");
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.Page(Actor, Id, ct);
        Gaps = await ties.OfTask(Actor, Id, ct);
    }
}
