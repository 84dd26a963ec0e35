using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Web.SignIn;
using Equalization.Workflow.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Ledgers;

/// <summary>The office names, for a whole county at once, the units that keep its schools' ledgers.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class KeepersModel(GapQueries queries, SchoolKeepingService service, UnitQueries units) : WorkPage
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public IReadOnlyList<string> Counties { get; private set; } = [];

    public IReadOnlyList<UnitName> Units { get; private set; } = [];

    public Task OnGet(CancellationToken ct) => Load(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Try(async () =>
    {
        var named = await service.KeepCounty(Actor, Input.County, Input.UnitId, ct);
        this.Say(L["已为 {0} 所学校指定台账单位。", named]);
        return RedirectToPage("Index", new { county = Input.County });
    }, ct);

    protected override async Task Load(CancellationToken ct)
    {
        Counties = [.. (await queries.Schools(Actor, ct)).Select(s => s.County).Distinct()];
        Units = await units.Choices(Actor, ct);
    }

    public sealed class Typed
    {
        public string? County { get; set; }

        public Guid? UnitId { get; set; }
    }
}
