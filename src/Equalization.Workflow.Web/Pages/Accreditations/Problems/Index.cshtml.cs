using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accreditations.Problems;

/// <summary>The problem ledger (问题台账), open ones first. Filters live in the address.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(ProblemQueries queries) : WorkPage
{
    private const int PageSize = 50;

    /// <summary>A county's round.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? County { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccreditationStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public ProblemState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<ProblemRow> Shown { get; private set; } = null!;

    public IReadOnlyList<(Guid Id, string Name)> Counties { get; private set; } = [];

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct)
    {
        Shown = await queries.Page(Actor, new ProblemFilter(County, Stage, State), Math.Max(1, Number), PageSize, ct);
        Counties = await queries.Counties(Actor, ct);
    }
}
