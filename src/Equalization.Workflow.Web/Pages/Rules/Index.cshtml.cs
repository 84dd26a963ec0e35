using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Rules;

/// <summary>The reminder rules in force, the draft of the next, and all versions before.</summary>
[Authorize(Policy = Policies.Rules)]
public sealed class IndexModel(ReminderRuleQueries queries, ReminderRuleService service) : WorkPage
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

    public ReminderRulePage Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostPutInForce(CancellationToken ct) => Try(async () =>
    {
        this.Say(L["已发布提醒规则第 {0} 版，即时生效。", await service.PutInForce(Actor, Input.Version, ct)]);
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
