using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.LookBacks;

/// <summary>One write-off to be looked at again: the finding, and the way back onto the ledger.</summary>
[Authorize(Policy = Policies.Overview)]
public sealed class OneModel(LookBackQueries queries, LookBackService service) : WorkPage
{
    public sealed class FindingInput
    {
        public int Version { get; set; }

        public bool IsSound { get; set; }

        public string? Finding { get; set; }

        public DateOnly? NewDueOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public FindingInput Input { get; set; } = new();

    public LookBackView Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        await service.Check(Actor, Id, Input.Version, new LookBackFinding(Input.IsSound, Input.Finding, Input.NewDueOn), ct);
        this.Say(Input.IsSound ? L["已记录复核属实，并通知承担单位。"] : L["任务已重新列入台账，并通知承担单位和分管领导。"]);
        return RedirectToPage(new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.One(Actor, Id, ct);
}
