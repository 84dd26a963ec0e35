using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accountabilities;

/// <summary>Opens a case from a signed step of the ladder (step in the address) or by hand.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class OpenModel(AccountabilityQueries queries, AccountabilityService service) : WorkPage
{
    public sealed class OpenInput
    {
        public Guid? StepId { get; set; }

        public Guid? UnitId { get; set; }

        public CaseTrigger Trigger { get; set; } = CaseTrigger.Behind;

        public string? Because { get; set; }

        public DateOnly? InquiryFromOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid? Step { get; set; }

    [BindProperty]
    public OpenInput Input { get; set; } = new();

    public OpeningForm Form { get; private set; } = null!;

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var id = await service.Open(Actor, new CaseOpening(Input.StepId, Input.UnitId, Input.Trigger, Input.Because, Input.InquiryFromOn), ct);
        this.Say(L["已立案，请组织调查认定。"]);
        return RedirectToPage("One", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => Form = await queries.Opening(Actor, Input.StepId ?? Step, ct);
}
