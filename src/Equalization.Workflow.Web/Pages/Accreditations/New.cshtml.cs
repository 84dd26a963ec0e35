using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Accreditations;

/// <summary>The office opens a county's round.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class NewModel(AccreditationQueries queries, AccreditationService service) : WorkPage
{
    [BindProperty]
    public Written Input { get; set; } = new();

    public IReadOnlyList<string> Counties { get; private set; } = [];

    public IReadOnlyList<CountyUnit> Units { get; private set; } = [];

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var id = await service.Open(Actor, new OpenInput(Input.County, Input.UnitId, Input.Aims), ct);
        this.Say(L["已开始 {0} 的认定，并通知该区县单位。", Input.County ?? ""]);
        return RedirectToPage("One", new { id });
    }, ct);

    protected override async Task Load(CancellationToken ct) => (Counties, Units) = await queries.Form(Actor, ct);

    public sealed class Written : TargetsInput
    {
        public string? County { get; set; }
    }
}
