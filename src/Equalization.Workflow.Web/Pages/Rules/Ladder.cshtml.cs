using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Rules;

/// <summary>The ladder in force, the draft of the next, and all versions with the open tasks that each binds.</summary>
[Authorize(Policy = Policies.Rules)]
public sealed class LadderModel(LadderRuleQueries queries, LadderRuleService service) : WorkPage
{
    public sealed class ActInput
    {
        public int Version { get; set; }
    }

    /// <summary>The version shown; the one in force when none is named.</summary>
    [BindProperty(SupportsGet = true, Name = "v")]
    public int? Number { get; set; }

    [BindProperty]
    public ActInput Input { get; set; } = new();

    public LadderPage Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostPutInForce(CancellationToken ct) => Try(async () =>
    {
        this.Say(L["已发布规则第 {0} 版，今后下达的任务按新的督办阶梯办理。", await service.PutInForce(Actor, Input.Version, ct)]);
        return RedirectToPage();
    }, ct);

    public Task<IActionResult> OnPostDrop(CancellationToken ct) => Try(async () =>
    {
        await service.DropDraft(Actor, Input.Version, ct);
        this.Say(L["已放弃草稿，现行规则不变。"]);
        return RedirectToPage();
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Page(Actor, Number, ct);
}
