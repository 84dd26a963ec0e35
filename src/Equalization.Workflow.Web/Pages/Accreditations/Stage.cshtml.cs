using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accreditations;

/// <summary>The act that the present stage waits for: the county hands in, the office records a result, the county reports its rectification.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class StageModel(AccreditationQueries queries, AccreditationService service, TimeProvider clock) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Written Input { get; set; } = new();

    public AccreditationView Shown { get; private set; } = null!;

    public async Task OnGet(CancellationToken ct)
    {
        await Load(ct);
        Permission.Require(Shown.May.Submit || Shown.May.Decide || Shown.May.Rectify);
        Input = new Written { Version = Shown.Accreditation.Version, On = clock.Today() };
    }

    public Task<IActionResult> OnPostSubmit(CancellationToken ct) =>
        Act(() => service.Submit(Actor, Id, Input.Version, new SubmitInput(Input.On, Input.Words, Input.OpenBecause), ct), L["自评已报送，并通知领导小组办公室。"], ct);

    public Task<IActionResult> OnPostDecide(CancellationToken ct) =>
        Act(() => service.Decide(Actor, Id, Input.Version, new StageDecision(Input.Result, Input.On, Input.Words, Input.RectifyDueOn, Input.OpenBecause), ct), L["结论已登记，并通知该区县单位。"], ct);

    public Task<IActionResult> OnPostRectify(CancellationToken ct) =>
        Act(() => service.ReportRectified(Actor, Id, Input.Version, Input.Words, Input.OpenBecause, ct), L["已报告整改完成，并通知领导小组办公室。"], ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.One(Actor, Id, ct);

    private Task<IActionResult> Act(Func<Task> act, string says, CancellationToken ct) => Try(async () =>
    {
        await act();
        this.Say(says);
        return RedirectToPage("One", new { Id });
    }, ct);

    public sealed class Written
    {
        public int Version { get; set; }

        public StageResult Result { get; set; }

        public DateOnly? On { get; set; }

        public string? Words { get; set; }

        public DateOnly? RectifyDueOn { get; set; }

        public string? OpenBecause { get; set; }
    }
}
