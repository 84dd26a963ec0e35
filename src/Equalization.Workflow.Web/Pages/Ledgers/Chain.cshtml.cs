using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Ledgers;

/// <summary>Where the chain from gap to task to number is broken: gaps without a task, tasks without a gap, tasks written off whose number did not move.</summary>
[Authorize(Policy = Policies.Overview)]
public sealed class ChainModel(GapQueries gaps, ChainQueries chain) : WorkPage
{
    private const int PageSize = 50;

    /// <summary>Empty: gaps without a task. tasks, unmoved.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public Movement? Movement { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<GapRow>? Gaps { get; private set; }

    public Paged<LooseTask>? Tasks { get; private set; }

    public Paged<UnmovedTask>? Unmoved { get; private set; }

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct)
    {
        var page = Math.Max(1, Number);
        switch (Tab)
        {
            case "tasks":
                Tasks = await chain.TasksWithoutGap(Actor, null, page, PageSize, ct);
                break;
            case "unmoved":
                Unmoved = await chain.Unmoved(Actor, Movement, page, PageSize, ct);
                break;
            default:
                Gaps = await gaps.Page(Actor, new GapFilter { WithoutTask = true }, page, PageSize, ct);
                break;
        }
    }
}
