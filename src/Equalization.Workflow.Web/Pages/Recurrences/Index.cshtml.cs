using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Recurrences;

/// <summary>All recurring tasks the person sees, the next turn first.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(RecurrenceQueries queries) : WorkPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Paged<RecurrenceRow> Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Page(Actor, Math.Max(1, Number), PageSize, ct);
}
