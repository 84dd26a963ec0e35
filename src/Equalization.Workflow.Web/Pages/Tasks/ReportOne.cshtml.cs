using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Tasks;

/// <summary>One report to read; its unit's head approves it here or sends it back.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class ReportOneModel(ReportQueries queries, ReportService reports) : WorkPage
{
    public sealed class DecisionInput
    {
        public int Version { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid ReportId { get; set; }

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public ReportView Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostApprove(CancellationToken ct) => Try(async () =>
    {
        await reports.Approve(Actor, ReportId, Input.Version, ct);
        this.Say(L["已审签进展报告。"]);
        return Redirect($"~/Tasks/{Id}");
    }, ct);

    public Task<IActionResult> OnPostReturn(CancellationToken ct) => Try(async () =>
    {
        await reports.Return(Actor, ReportId, Input.Version, Input.Reason ?? "", ct);
        this.Say(L["已退回进展报告，并通知填报人。"]);
        return Redirect($"~/Tasks/{Id}");
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.One(Actor, ReportId, ct);
}
