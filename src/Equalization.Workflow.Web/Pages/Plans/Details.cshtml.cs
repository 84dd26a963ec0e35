using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Coverage;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Plans;

/// <summary>A plan: its measures, the years they run in, whether each became a task, its source and its versions.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class DetailsModel(PlanQueries plans, CoverageQueries coverage, RevisionQueries revisions, PlanService service, IFileStore files) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>years, coverage, source, versions; empty: measures.</summary>
    [BindProperty(SupportsGet = true, Name = "tab")]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = "version")]
    public Guid? VersionId { get; set; }

    public PlanReview Review { get; private set; } = null!;

    public IReadOnlyList<CoverageRow> Coverage { get; private set; } = [];

    /// <summary>What the version in force asks of tasks and the office has yet to decide.</summary>
    public int OpenRevisions { get; private set; }

    public DateOnly Today => Actor.Day;

    public Task OnGet(CancellationToken ct) => Load(ct);

    /// <summary>The document as it was uploaded.</summary>
    public async Task<IActionResult> OnGetFile(CancellationToken ct)
    {
        var review = await plans.Review(Actor, Id, VersionId, ct);
        var version = review.Plan.Versions.First(v => v.Id == review.VersionId);
        return version.SourceSha256 is { } hash && files.Open(hash) is { } content
            ? File(content, "application/octet-stream", version.SourceName)
            : NotFound();
    }

    public Task<IActionResult> OnPostRevise(CancellationToken ct) => Try(async () =>
    {
        var draft = await service.Revise(Actor, Id, ct);
        this.Say(L["已建立第 {0} 版草稿。", draft.Number]);
        return RedirectToPage("Review", new { id = Id, version = draft.VersionId });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Review = await plans.Review(Actor, Id, VersionId, ct);
        Coverage = Tab is "coverage" or "years" ? await coverage.Of(Actor, Id, ct) : [];
        OpenRevisions = Review.Plan is { MayWrite: true, InForce: { } inForce } ? (await revisions.Count(Actor, inForce.Id, ct)).Open : 0;
    }
}
