using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>The completion request: written by the lead unit against the criteria with the required evidence, passed on by its head.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class CompletionModel(CompletionQueries queries, EvidenceQueries library, CompletionService completions, EvidenceLimits limits) : WorkPage
{
    /// <summary>What the page's forms post; each uses its own part of it.</summary>
    public sealed class CompletionInput
    {
        public Guid RequestId { get; set; }

        public int Version { get; set; }

        public string? Statement { get; set; }

        public List<Guid> Evidence { get; set; } = [];

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CompletionInput Input { get; set; } = new();

    public CompletionPage Shown { get; private set; } = null!;

    /// <summary>What the form cites now.</summary>
    public IReadOnlyList<EvidenceRow> Cited { get; private set; } = [];

    /// <summary>What it may cite besides: used on this task, or in the unit's own library.</summary>
    public IReadOnlyList<EvidenceRow> Citable { get; private set; } = [];

    public long MaxBytes => limits.MaxBytes;

    public long MaxMegabytes => limits.Megabytes;

    public async Task OnGet(CancellationToken ct)
    {
        Shown = await queries.Page(Actor, Id, ct);
        if (Shown.MayAsk)
        {
            // The task's newest of each required kind stands in the form already; who wants another takes it out.
            Input.Evidence = [.. Shown.Required.Select(r => r.Evidence).Where(e => e.Count > 0).Select(e => e[0].VersionId)];
            Input.Statement = Shown.Earlier.Count > 0 ? Shown.Earlier[0].Statement : null;
        }

        await Lists(ct);
    }

    public Task<IActionResult> OnPostAsk(CancellationToken ct) => Act(
        () => completions.Ask(Actor, Id, Input.Version, new CompletionAsk(Input.Statement, Input.Evidence), ct), Texts.Mark("已提交办结申请。"), ct);

    public Task<IActionResult> OnPostPassOn(CancellationToken ct) => Act(
        () => completions.HeadApprove(Actor, Input.RequestId, Input.Version, ct), Texts.Mark("已审签办结申请，报领导小组办公室审核。"), ct);

    public Task<IActionResult> OnPostSendBack(CancellationToken ct) => Act(
        () => completions.HeadReturn(Actor, Input.RequestId, Input.Version, Input.Reason, ct), Texts.Mark("已退回办结申请。"), ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.Page(Actor, Id, ct);
        await Lists(ct);
    }

    private async Task Lists(CancellationToken ct)
    {
        if (Shown.MayAsk)
        {
            Cited = await library.Rows(Actor, Id, Input.Evidence, ct);
            var own = await library.Library(Actor, null, ct);
            Citable = [.. Shown.Citable.Concat(own).DistinctBy(r => r.VersionId).Where(r => !Input.Evidence.Contains(r.VersionId))];
        }
    }

    private Task<IActionResult> Act(Func<Task> act, string done, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(L[done]);
        return Redirect($"~/Tasks/{Id}");
    }, ct);
}
