using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.HandOns;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accountabilities;

/// <summary>One case: rights and clocks of both sides, what is next and by whom, the file, the papers, who reads it and who has read it. Each opening is logged.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class OneModel(CaseFileService file, AccountabilityService service, DecisionService decisions, RemedyService remedies, HandOnService handOns) : WorkPage
{
    public sealed class CaseInput
    {
        public int Version { get; set; }

        public string? Finding { get; set; }

        public string? Basis { get; set; }

        public CaseForm? Form { get; set; }

        public List<HeavierGround> Grounds { get; set; } = [];

        public string? GroundsText { get; set; }

        public string? Opinion { get; set; }

        public string? Body { get; set; }

        public string? Number { get; set; }

        public DateOnly? DecidedOn { get; set; }

        public DateOnly? EffectiveOn { get; set; }

        public string? Facts { get; set; }

        public CaseRange Range { get; set; }

        public Guid RemedyId { get; set; }

        public RemedyKind Kind { get; set; }

        public RemedyOutcome Outcome { get; set; }

        public string? Text { get; set; }

        public Guid PaperId { get; set; }

        public string? How { get; set; }

        public Guid PersonId { get; set; }

        public string? Because { get; set; }

        public string? EndBecause { get; set; }

        public bool ToTransfer { get; set; }

        public HandOnKind? HandOn { get; set; }

        public string? HandOnBody { get; set; }

        public string? HandOnNumber { get; set; }

        public DateOnly? HandOnOn { get; set; }

        public string? HandOnWhat { get; set; }

        public string? Reason { get; set; }

        public string? Password { get; set; }

        public List<IFormFile> File { get; set; } = [];
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CaseInput Input { get; set; } = new();

    public CaseView Shown { get; private set; } = null!;

    private CaseFinding Typed => new(Input.Finding, Input.Basis, Input.Form ?? CaseForm.Bulletin, Input.Grounds, Input.GroundsText);

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostFind(CancellationToken ct) => Act(() => service.Find(Actor, Id, Input.Version, Typed, ct), L["已保存调查认定，并送领导审阅。"], ct);

    public Task<IActionResult> OnPostTell(CancellationToken ct) => Act(async () =>
        L["已签发告知书 {0}，送达被问责单位。", await service.Tell(Actor, Id, Input.Version, Input.Password, ct)], ct);

    public Task<IActionResult> OnPostLeave(CancellationToken ct) => Act(() => service.Leave(Actor, Id, Input.PaperId, Input.How, ct), L["已登记留置送达，期限自今日起算。"], ct);

    public Task<IActionResult> OnPostHear(CancellationToken ct) => WithFiles(async files =>
        await decisions.Hear(Actor, Id, Input.Text, files, ct) ? L["已提交陈述申辩。"] : L["已提交陈述申辩；期限已过，记录为逾期提出。"], ct);

    public Task<IActionResult> OnPostForm(CancellationToken ct) => Act(() => decisions.Form(Actor, Id, Input.Version, Typed, Input.Opinion, ct), L["已保存意见，并送领导审阅。"], ct);

    public Task<IActionResult> OnPostPropose(CancellationToken ct) => Act(async () =>
        L["已签发建议书 {0}。", await decisions.Propose(Actor, Id, Input.Version, Input.Body, Input.Password, ct)], ct);

    public Task<IActionResult> OnPostDecide(CancellationToken ct) => WithFiles(async files => L["已登记决定，并以 {0} 送达被问责单位。", await decisions.Decide(
        Actor, Id, Input.Version, new CaseDecision(Input.Body, Input.Number, Input.DecidedOn, Input.Facts, Input.Basis, Input.Form ?? CaseForm.Bulletin, Input.EffectiveOn) { ToTransfer = Input.ToTransfer }, files,
        Input.Password, ct)], ct);

    public Task<IActionResult> OnPostPublish(CancellationToken ct) => Act(() => decisions.Publish(Actor, Id, Input.Version, Input.Range, ct), L["已登记公开范围。"], ct);

    public Task<IActionResult> OnPostAsk(CancellationToken ct) => Act(async () =>
        await remedies.Ask(Actor, Id, Input.Kind, Input.Text, ct) ? L["已提出申请，决定不停止执行。"] : L["已提出申请；期限已过，记录为逾期提出。"], ct);

    public Task<IActionResult> OnPostAnswer(CancellationToken ct) => Act(async () => L["已签发 {0}，送达被问责单位。", await remedies.Answer(
        Actor, Id, Input.RemedyId, Input.Version, new RemedyAnswer(Input.Outcome, Input.Text, Input.Body), Input.Password, ct)], ct);

    public Task<IActionResult> OnPostCorrect(CancellationToken ct) => Act(() => remedies.Correct(Actor, Id, Input.RemedyId, Input.Version, Input.Text, ct), L["已登记更正。"], ct);

    public Task<IActionResult> OnPostHandOn(CancellationToken ct) => Act(() => handOns.HandOn(
        Actor, Id, Input.Version, new HandOnOrder(Input.HandOn ?? HandOnKind.Filing, Input.HandOnBody, Input.HandOnNumber, Input.HandOnOn, Input.HandOnWhat), ct), L["已登记移交或备案。"], ct);

    public Task<IActionResult> OnPostArchive(CancellationToken ct) => Act(() => decisions.Archive(Actor, Id, Input.Version, ct), L["已归档。"], ct);

    public Task<IActionResult> OnPostClose(CancellationToken ct) => Act(() => service.Close(Actor, Id, Input.Version, Input.Reason, ct), L["已终止案卷。"], ct);

    public Task<IActionResult> OnPostAdmit(CancellationToken ct) => Act(() => service.Admit(Actor, Id, Input.PersonId, Input.Because, ct), L["已准许查阅。"], ct);

    public Task<IActionResult> OnPostRemove(CancellationToken ct) => Act(() => service.Remove(Actor, Id, Input.PersonId, Input.EndBecause, ct), L["已取消查阅权限。"], ct);

    protected override async Task Load(CancellationToken ct) => Shown = await file.Open(Actor, Id, ct);

    private Task<IActionResult> Act(Func<Task> act, string done, CancellationToken ct) => Act(async () =>
    {
        await act();
        return done;
    }, ct);

    private Task<IActionResult> Act(Func<Task<string>> act, CancellationToken ct) => Try(async () =>
    {
        this.Say(await act());
        return RedirectToPage(new { Id });
    }, ct);

    private Task<IActionResult> WithFiles(Func<IReadOnlyList<CaseUpload>, Task<string>> act, CancellationToken ct) => Act(async () =>
    {
        var uploads = Input.File.ConvertAll(f => new CaseUpload(f.FileName, f.OpenReadStream()));
        try
        {
            return await act(uploads);
        }
        finally
        {
            uploads.ForEach(u => u.Content.Dispose());
        }
    }, ct);
}
