using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accreditations.Problems;

/// <summary>One problem: the unit reports how it was put right, the office re-checks, closes or sends it back, and ties it to a task and to gaps of the ledger.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(ProblemQueries queries, ProblemService service, ProblemGapQueries joined, ProblemGapService joining) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public ProblemView Shown { get; private set; } = null!;

    public IReadOnlyList<JoinedGap> Gaps { get; private set; } = [];

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostRectify(CancellationToken ct) => Act(() => service.Rectify(Actor, Id, Input.Version, Input.Words, ct), L["已报告整改情况，并通知领导小组办公室。"], ct);

    public Task<IActionResult> OnPostClose(CancellationToken ct) => Act(() => service.Close(Actor, Id, Input.Version, Input.Words, ct), L["问题已销号，并通知责任单位。"], ct);

    public Task<IActionResult> OnPostReopen(CancellationToken ct) => Act(() => service.Reopen(Actor, Id, Input.Version, Input.Words, Input.DueOn, ct), L["已退回继续整改，并通知责任单位。"], ct);

    public Task<IActionResult> OnPostTie(CancellationToken ct) => Act(() => service.Tie(Actor, Id, Input.Version, Input.TaskId, ct), L["关联的年度任务已保存。"], ct);

    public Task<IActionResult> OnPostJoin(CancellationToken ct) => Act(() => joining.Join(Actor, Id, Input.Version, Input.GapNumber, ct), L["已关联差距。"], ct);

    public Task<IActionResult> OnPostPart(CancellationToken ct) => Act(() => joining.Part(Actor, Id, Input.Version, Input.EntryId, ct), L["已解除与差距的关联。"], ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.One(Actor, Id, ct);
        Gaps = await joined.OfProblem(Actor, Id, ct);
    }

    private Task<IActionResult> Act(Func<Task> act, string says, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(says);
        return RedirectToPage(new { Id });
    }, ct);

    public sealed class Written
    {
        public int Version { get; set; }

        public string? Words { get; set; }

        public DateOnly? DueOn { get; set; }

        public Guid? TaskId { get; set; }

        public string? GapNumber { get; set; }

        public Guid EntryId { get; set; }
    }
}
