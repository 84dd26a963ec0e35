using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Assessments;

/// <summary>One unit's sheet: every point with its derivation; the unit contests here, the office decides.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class SheetModel(AssessmentQueries queries, AssessmentService service) : WorkPage
{
    public sealed class SheetInput
    {
        public Guid PointId { get; set; }

        public int Version { get; set; }

        public string? Objection { get; set; }

        public PointDecision Decision { get; set; }

        public string? DecisionText { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid UnitId { get; set; }

    [BindProperty]
    public SheetInput Input { get; set; } = new();

    public AssessmentSheet Shown { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPostObject(CancellationToken ct) => Try(async () =>
    {
        await service.Object(Actor, Id, Input.PointId, Input.Version, Input.Objection, ct);
        this.Say(L["已提出异议，并通知领导小组办公室。"]);
        return RedirectToPage(new { Id, unit = UnitId });
    }, ct);

    public Task<IActionResult> OnPostDecide(CancellationToken ct) => Try(async () =>
    {
        await service.Decide(Actor, Id, Input.PointId, Input.Version, Input.Decision, Input.DecisionText, ct);
        this.Say(L["已裁定异议，并通知提出单位。"]);
        return RedirectToPage(new { Id, unit = UnitId });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Shown = await queries.Sheet(Actor, Id, UnitId, ct);
}
