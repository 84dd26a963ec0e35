using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Supervision;

/// <summary>One supervision notice: the facts, the draft to sign or refuse, the unit's answer, and where the matter stands on the ladder.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(SupervisionQueries queries, SupervisionService service) : WorkPage
{
    public sealed class PaperInput
    {
        public int Version { get; set; }

        public string? Demand { get; set; }

        public DateOnly? AnswerDueOn { get; set; }

        public string? Reason { get; set; }

        public string? Answer { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public SupervisionView Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostIssue(CancellationToken ct) => Try(async () =>
    {
        var dueOn = Input.AnswerDueOn ?? throw new Core.RuleBroken("answer-day", "请填写答复期限。") { Field = nameof(Input.AnswerDueOn) };
        this.Say(L["已签发督办通知单 {0}，并送达承办单位。", await service.Issue(Actor, Id, Input.Version, Input.Demand, dueOn, ct)]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostRefuse(CancellationToken ct) => Try(async () =>
    {
        await service.Refuse(Actor, Id, Input.Version, Input.Reason, ct);
        this.Say(L["已记录不予签发的理由。"]);
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostAnswer(CancellationToken ct) => Try(async () =>
    {
        await service.Answer(Actor, Id, Input.Version, Input.Answer, ct);
        this.Say(L["已答复，并通知领导小组办公室。"]);
        return RedirectToPage(new { Id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.One(Actor, Id, ct);
}
