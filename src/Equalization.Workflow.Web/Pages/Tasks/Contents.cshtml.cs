using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>Every text a task has had, with who signed for it: what was issued stays readable after it was amended.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class ContentsModel(AmendmentQueries queries) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TaskContents Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Contents(Actor, Id, ct);
}
