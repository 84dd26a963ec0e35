using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Interviews;

/// <summary>The interviews whose case's list the person stands on; for the office, what the ladder has signed and nobody has opened yet.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class IndexModel(InterviewQueries queries, InterviewService service) : WorkPage
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public InterviewList Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostOpen(Guid stepId, CancellationToken ct) => Try(async () =>
    {
        var id = await service.Open(Actor, stepId, ct);
        this.Say(L["已立案卷，请拟写约谈通知书。"]);
        return RedirectToPage("One", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Page(Actor, Math.Max(1, Number), PageSize, ct);
}
