using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Batches;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Desks.Burdens;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Work;

/// <summary>我的工作: what waits for this person in this post, each line one step from done, and lines of one kind together.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(Acting acting, WorkQueries work, SignForService signing, BurdenQueries burdens, BatchService batches, BatchProgress progress, IHostApplicationLifetime life) : WorkPage
{
    public sealed class WorkInput : BatchInput
    {
        public Guid TaskUnitId { get; set; }

        public int Version { get; set; }
    }

    [BindProperty]
    public WorkInput Input { get; set; } = new();

    public Desk Desk { get; private set; } = null!;

    /// <summary>What is asked of the unit this month; null for whoever does not work for one.</summary>
    public Burden? Burden { get; private set; }

    public Guid UnitId => acting.Actor.UnitId;

    /// <summary>What became of the lines just done together; null before.</summary>
    public BatchReport? Report { get; private set; }

    public string UnitName => acting.Actor.UnitName;

    /// <summary>A section to show as far as it can be done at once.</summary>
    [BindProperty(SupportsGet = true, Name = "section")]
    public WorkSection? Whole { get; set; }

    public Task OnGet(CancellationToken ct) => Load(ct);

    /// <summary>How many rows of the person's batch are through; null where this machine knows of none.</summary>
    public IActionResult OnGetProgress(Guid batch) => new JsonResult(new { done = progress.Of(Actor.PersonId, batch) });

    public Task<IActionResult> OnPostSign(CancellationToken ct) => Try(async () =>
    {
        await signing.SignFor(acting.Actor, Input.TaskUnitId, Input.Version, ct);
        this.Say(L["已签收任务。"]);
        return RedirectToPage();
    }, ct);

    public Task<IActionResult> OnPostBatch(CancellationToken ct) => Try(async () =>
    {
        using var told = progress.Begin(Actor.PersonId, Input.Batch);
        var order = Input.Order(told);

        // Whoever leaves the page has still ordered all of it.
        Report = new BatchReport(order.Act, await batches.Run(Actor, order, life.ApplicationStopping));
        if (HttpContext.RequestAborted.IsCancellationRequested)
        {
            await batches.LeaveWord(Actor, Report.Results, life.ApplicationStopping);
        }

        await Load(ct);
        return Page();
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Desk = Whole is { } whole ? await work.LoadWhole(acting.Actor, whole, ct) : await work.Load(acting.Actor, ct);
        Burden = acting.Actor.WorksFor(UnitId) ? await burdens.Of(acting.Actor, UnitId, acting.Actor.Day, ct) : null;
    }
}
