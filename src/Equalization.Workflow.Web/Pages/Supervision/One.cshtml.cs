using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Supervision;

/// <summary>One rung: the facts, the draft to sign or refuse, the unit's answer and its return, and where the matter stands on the ladder.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(SupervisionQueries queries, ProposalService proposals, SupervisionService service, LadderService ladder) : WorkPage
{
    public sealed class PaperInput
    {
        public int Version { get; set; }

        public string? Demand { get; set; }

        public string? Basis { get; set; }

        public string? ReplyForm { get; set; }

        public DateOnly? AnswerDueOn { get; set; }

        public string? Password { get; set; }

        public string? Reason { get; set; }

        public string? Answer { get; set; }

        public Rung Rung { get; set; }

        public ExemptionGround Ground { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public SupervisionView Shown { get; private set; } = null!;

    public bool IsOffice => Actor.IsOffice(Actor.JurisdictionId);

    /// <summary>The rungs from which the office may let the ladder go on.</summary>
    public IEnumerable<Rung> Higher => Enum.GetValues<Rung>().Where(r => r > (Shown.Matter.Latest?.Rung ?? Rung.Urge) && !(r <= Shown.Matter.StartsAt));

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostIssue(CancellationToken ct) => Act(async () =>
    {
        var terms = new StepTerms(Input.Demand, Input.Basis, Input.ReplyForm, Input.AnswerDueOn);
        return await proposals.Sign(Actor, Id, Input.Version, terms, Input.Password, ct) is { } number ? L["已签发 {0}，并送达承办单位。", number] : L["已签批。"];
    }, ct);

    public Task<IActionResult> OnPostRefuse(CancellationToken ct) => Act(async () =>
    {
        await proposals.Refuse(Actor, Id, Input.Version, Input.Reason, ct);
        return L["已记录不予签发的理由。"];
    }, ct);

    public Task<IActionResult> OnPostAnswer(CancellationToken ct) => Act(async () =>
    {
        await service.Answer(Actor, Id, Input.Version, Input.Answer, ct);
        return L["已答复，并通知领导小组办公室。"];
    }, ct);

    public Task<IActionResult> OnPostReturn(CancellationToken ct) => Act(async () =>
    {
        await service.Return(Actor, Id, Input.Version, Input.Reason, Input.AnswerDueOn, ct);
        return L["已退回答复，并通知该单位。"];
    }, ct);

    public Task<IActionResult> OnPostStartAt(CancellationToken ct) => Act(async () =>
    {
        await ladder.StartAt(Actor, (await queries.One(Actor, Id, ct)).Matter.Id, Input.Version, Input.Rung, Input.Reason, ct);
        return L["已决定直接启动，系统将于下一个工作日上午提出建议。"];
    }, ct);

    public Task<IActionResult> OnPostExempt(CancellationToken ct) => Act(async () =>
    {
        var matter = (await queries.One(Actor, Id, ct)).Matter.Id;
        return L["已签发免责决定 {0}，督办停止。", await ladder.Exempt(Actor, matter, Input.Version, Input.Ground, Input.Reason, Input.Password, ct)];
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.One(Actor, Id, ct);

    private Task<IActionResult> Act(Func<Task<Microsoft.Extensions.Localization.LocalizedString>> act, CancellationToken ct) => Try(async () =>
    {
        this.Say(await act());
        return RedirectToPage(new { Id });
    }, ct);
}
