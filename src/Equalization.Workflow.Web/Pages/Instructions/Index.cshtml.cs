using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Instructions;

/// <summary>All instructions the person sees, open ones first; of one task when named.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(InstructionQueries queries) : WorkPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "task")]
    public Guid? TaskId { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<InstructionRow> Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Page(Actor, TaskId, Math.Max(1, Number), PageSize, ct);
}
